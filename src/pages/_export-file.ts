/** The files beside the pages for the development server; a build writes them all at once instead. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { readSurvey } from '../data/survey.ts';
import { citationOf } from '../exports/citation.ts';
import { exportFiles } from '../exports/export-files.ts';
import { formatFacts } from '../exports/formats.ts';
import { collectionsOf } from '../site/collections.ts';

export const getStaticPaths: GetStaticPaths = async ({ routePattern }) => {
  const extension = extensionOf(routePattern);
  const paths = (await files()).map(({ path }) => path).filter((path) => path.endsWith(extension));
  return paths.map((path) => ({ params: { page: path.slice(0, -extension.length) } }));
};

export const GET: APIRoute = async ({ params, routePattern }) => {
  const path = `${params['page'] ?? ''}${extensionOf(routePattern)}`;
  const file = (await files()).find((candidate) => candidate.path === path);
  if (file === undefined) return new Response('There is no such file.', { status: 404 });
  const { mediaType, write } = formatFacts[file.format];
  return new Response(write(file.citations), { headers: { 'content-type': `${mediaType}; charset=utf-8` } });
};

function extensionOf(routePattern: string): string {
  return routePattern.slice(routePattern.lastIndexOf('.'));
}

async function files() {
  const survey = await readSurvey();
  const citations = survey.papers.map((paper) => citationOf(paper, survey.urls));
  return [...exportFiles(citations, collectionsOf(survey))];
}
