import type { APIRoute } from 'astro';
import { bytesOfFont } from '../../data/fonts.ts';
import { readSurvey } from '../../data/survey.ts';
import { mathCharacters, mathFont } from '../../site/math-font.ts';

/** The math font with the glyphs of this survey's formulas. */
export const GET: APIRoute = async () => {
  const { papers } = await readSurvey();
  const characters = mathCharacters(papers.flatMap(({ title, abstract }) => [title.html, abstract.html]));
  return new Response(await bytesOfFont(mathFont(characters)));
};
