import type { APIRoute } from 'astro';
import { readSurvey } from '../../data/survey.ts';
import { papersJson } from '../../exports/papers-json.ts';

export const GET: APIRoute = async () => {
  const { papers, urls } = await readSurvey();
  return new Response(papersJson(papers, (id) => urls.absolute(urls.paper(id)) ?? urls.paper(id)));
};
