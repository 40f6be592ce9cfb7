/** Fetches what a list shows of the pages found. */
import { type SearchHit, toHit } from './hit.ts';
import type { PagefindResult } from './pagefind-index.ts';

/** The pages from one place up to before another; `words` are marked. */
export async function loadHits(
  pages: readonly PagefindResult[],
  words: readonly string[],
  from: number,
  to: number,
): Promise<SearchHit[]> {
  const fragments = await Promise.all(pages.slice(from, to).map((page) => page.data()));
  return fragments.map((fragment) => toHit(fragment, words));
}
