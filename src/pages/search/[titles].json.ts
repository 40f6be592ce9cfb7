/** What the palette finds by name: `titles.json`, and further files in a large survey. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { titlePartFile } from '../../client/title-data.ts';
import { readSurvey } from '../../data/survey.ts';
import { searchView } from '../../site/search-view.ts';
import { sitePages, titleParts } from '../../site/title-index.ts';

export const getStaticPaths = (async () => {
  const survey = await readSurvey();
  const parts = titleParts(survey, sitePages(searchView(survey).frame, survey));
  return parts.map((part, place) => ({
    params: { titles: titlePartFile(place + 1).replace('.json', '') },
    props: { part },
  }));
}) satisfies GetStaticPaths;

export const GET: APIRoute = ({ props }) => Response.json(props['part']);
