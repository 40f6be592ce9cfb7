import type { APIRoute } from 'astro';
import { readSurvey } from '../../data/survey.ts';
import { topicsJson } from '../../exports/topics-json.ts';
import { collectionsOf } from '../../site/collections.ts';

export const GET: APIRoute = async () => {
  const survey = await readSurvey();
  const { taxonomy, urls } = survey;
  const urlOf = (path: string): string => urls.absolute(urls.asset(path)) ?? urls.asset(path);
  return new Response(topicsJson(taxonomy.areas, collectionsOf(survey), urlOf));
};
