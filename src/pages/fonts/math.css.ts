import type { APIRoute } from 'astro';

/** Names the math font; linked from the pages that set formulas. */
export const GET: APIRoute = () =>
  new Response("@font-face{font-family:'Survey Math';src:url('math.woff2')format('woff2');font-display:swap}\n");
