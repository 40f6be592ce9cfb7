/** `npm run build [-- --survey DIR]`: astro build with this project's own progress instead of a line per page. */
import { buildSite } from './build-site.ts';
import { chooseSurvey } from './choose-survey.ts';

chooseSurvey(process.argv.slice(2));
await buildSite();
