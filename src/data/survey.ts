/** The only door to the collections: read once, sorted, indexed. */
import { getCollection, getEntry } from 'astro:content';
import { shownTexts, surveyFonts } from '../site/fonts.ts';
import { assembleSurvey, type Survey } from '../site/survey.ts';
import { makeUrls } from '../site/urls.ts';

let survey: Promise<Survey> | null = null;

/** The whole survey; read at the first call, shared by every page. */
export function readSurvey(): Promise<Survey> {
  survey ??= loadSurvey();
  return survey;
}

async function loadSurvey(): Promise<Survey> {
  const [build, site] = await Promise.all([getEntry('build', 'build'), getEntry('site', 'site')]);
  if (build === undefined || site === undefined)
    throw new Error('The corpus was not loaded: see the messages of the content stage.');
  const urls = makeUrls(import.meta.env.BASE_URL, site.data.url, {
    cards: process.env['SOCIAL_CARDS'] !== 'off',
    offline: process.env['OFFLINE'] === 'on',
  });
  const papers = (await getCollection('papers')).map((entry) => entry.data);
  const prose = (await getCollection('prose')).map((entry) => entry.data);
  const fonts = surveyFonts(shownTexts(papers, prose), urls);
  return assembleSurvey({
    ...build.data,
    changedOn: new Map(build.data.changedOn),
    site: site.data,
    urls,
    fonts,
    papers,
    captures: (await getCollection('captures')).map((entry) => entry.data),
    prose,
  });
}
