import type { APIRoute } from 'astro';
import { readSurvey } from '../../data/survey.ts';
import { papersCsv } from '../../exports/papers-csv.ts';

export const GET: APIRoute = async () => {
  const { papers, urls } = await readSurvey();
  return new Response(papersCsv(papers, (id) => urls.absolute(urls.paper(id)) ?? urls.paper(id)));
};
