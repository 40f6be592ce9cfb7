import type { APIRoute } from 'astro';
import { readSurvey } from '../data/survey.ts';
import { llmsText } from '../site/markdown-views.ts';

export const GET: APIRoute = async () => new Response(llmsText(await readSurvey()));
