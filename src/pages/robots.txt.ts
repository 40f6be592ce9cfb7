import type { APIRoute } from 'astro';
import { readSurvey } from '../data/survey.ts';
import { robotsText } from '../site/markdown-views.ts';

export const GET: APIRoute = async () => new Response(robotsText(await readSurvey()));
