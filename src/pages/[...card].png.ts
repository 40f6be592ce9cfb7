import type { APIRoute, GetStaticPaths } from 'astro';
import { pngOf, readCards } from '../data/cards.ts';
import type { SocialCard } from '../site/cards.ts';
import { cardName } from '../site/urls.ts';

// At the root, where Astro puts it last: cards are drawn while the pages are rendered.
export const getStaticPaths = (async () => {
  const cards = await readCards();
  return cards.map((card) => ({ params: { card: `cards/${cardName(card.kind, card.id)}` }, props: { card } }));
}) satisfies GetStaticPaths;

/** One social card. */
export const GET: APIRoute<{ card: SocialCard }> = async ({ props }) =>
  new Response(await pngOf(props.card), { headers: { 'Content-Type': 'image/png' } });
