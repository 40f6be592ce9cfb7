import type { APIRoute } from 'astro';
import { readSurvey } from '../../data/survey.ts';
import { citationOf } from '../../exports/citation.ts';
import { citationsJson } from '../../exports/citations-json.ts';

export const GET: APIRoute = async () => {
  const { papers, urls } = await readSurvey();
  return new Response(citationsJson(papers.map((paper) => citationOf(paper, urls))));
};
