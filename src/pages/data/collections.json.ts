import type { APIRoute } from 'astro';
import { readSurvey } from '../../data/survey.ts';
import { collectionsJson } from '../../exports/collections.ts';
import { collectionsOf } from '../../site/collections.ts';

export const GET: APIRoute = async () => new Response(collectionsJson(collectionsOf(await readSurvey())));
