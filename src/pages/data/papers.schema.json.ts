import type { APIRoute } from 'astro';
import { papersSchemaJson } from '../../exports/papers-schema.ts';

export const GET: APIRoute = () => new Response(papersSchemaJson());
