import type { APIRoute, GetStaticPaths } from 'astro';
import { bytesOfFont } from '../../data/fonts.ts';
import { readSurvey } from '../../data/survey.ts';
import type { FontFile } from '../../site/fonts.ts';

export const getStaticPaths = (async () => {
  const { fonts } = await readSurvey();
  return fonts.files.map((file) => ({ params: { font: file.name }, props: { file } }));
}) satisfies GetStaticPaths;

/** A face with the characters of this survey. */
export const GET: APIRoute<{ file: FontFile }> = async ({ props }) => new Response(await bytesOfFont(props.file));
