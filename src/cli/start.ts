/** `npm start [-- DIR]`: builds a survey, serves it and prints its address. */
import path from 'node:path';
import { buildSite } from './build-site.ts';
import { chooseSurvey } from './choose-survey.ts';
import { serveOnFreePort } from './serve.ts';

chooseSurvey(process.argv.slice(2));
await buildSite();
const address = await serveOnFreePort({
  folder: path.resolve(process.env['OUT_DIR'] ?? 'dist'),
  base: process.env['BASE_PATH'] ?? '/',
  port: Number(process.env['PORT'] ?? '4321'),
});
console.log(`\nThe survey is at ${address}\nCtrl+C stops it.`);
