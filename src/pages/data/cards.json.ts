import type { APIRoute } from 'astro';
import { readSurvey } from '../../data/survey.ts';
import { cardFacts } from '../../site/card-facts.ts';

export const GET: APIRoute = async () => Response.json(cardFacts(await readSurvey()));
