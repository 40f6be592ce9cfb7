/** Titles in answer to a search while the index is on its way; loaded where connections are slow. */
import { makeUrls } from '../site/urls.ts';
import type { SearchHit } from './hit.ts';
import type { SearchPlan } from './search-plan.ts';
import { loadNames, titleHits } from './title-names.ts';

/** What answers searches with the papers named in the file. */
export async function earlyTitles(namesUrl: string): Promise<(plan: SearchPlan) => SearchHit[]> {
  const names = await loadNames(namesUrl);
  const urls = makeUrls(import.meta.env.BASE_URL, null);
  return (plan) => titleHits(names, plan, (id) => urls.paper(id));
}
