/** Every feed, and the description of the search; none of them where the site has no address. */
import type { APIRoute } from 'astro';
import { readSurvey } from '../data/survey.ts';
import { xmlDocuments } from '../site/xml-documents.ts';

export async function getStaticPaths() {
  const survey = await readSurvey();
  return xmlDocuments(survey).map(({ path, text }) => ({ params: { feed: path }, props: { text } }));
}

export const GET: APIRoute<{ text: () => string }> = ({ props }) =>
  new Response(props.text(), { headers: { 'content-type': 'application/xml; charset=utf-8' } });
