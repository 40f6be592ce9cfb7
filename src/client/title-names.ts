/** Papers by their titles alone: what a search can show before the index is there. */
import { markedParts } from './excerpt.ts';
import type { SearchHit } from './hit.ts';
import { spokenWords } from './query-text.ts';
import type { SearchPlan } from './search-plan.ts';
import { idAt } from './title-data.ts';

export interface TitleNames {
  /** In the order of ids. */
  readonly titles: readonly string[];
  /** Ids that differ from the slug of the title, by place. */
  readonly ids: Readonly<Record<string, string>>;
}

const mostTitles = 5;

/** The papers whose title has most of the terms, at least half of them; of equals that with the shortest title first. */
export function titleHits(names: TitleNames, plan: SearchPlan, paperUrl: (id: string) => string): SearchHit[] {
  const words = plan.terms.flatMap(({ forms }) => forms.flat());
  return names.titles
    .map((title, place) => ({ title, place, terms: countTerms(title, plan) }))
    .filter(({ terms }) => terms > 0 && terms * 2 >= plan.terms.length)
    .sort((a, b) => b.terms - a.terms || a.title.length - b.title.length || a.place - b.place)
    .slice(0, mostTitles)
    .map(({ title, place }) => ({
      url: paperUrl(idAt(names.titles, names.ids, place)),
      title: markedParts(title, words),
      details: [[{ text: 'Paper', marked: false }]],
      sections: [],
      lead: '',
    }));
}

function countTerms(title: string, { terms }: SearchPlan): number {
  const spoken = title.split(/\s+/).flatMap(spokenWords);
  const has = (word: string): boolean => spoken.some((known) => known.startsWith(word));
  return terms.filter(({ forms }) => forms.some((form) => form.every(has))).length;
}

/** Reads the file; rejects when it cannot be loaded or holds something else. */
export async function loadNames(url: string): Promise<TitleNames> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  const body: unknown = await response.json();
  if (!isNames(body)) throw new Error(`${url} holds no titles`);
  return body;
}

function isNames(value: unknown): value is TitleNames {
  if (typeof value !== 'object' || value === null || !('titles' in value) || !('ids' in value)) return false;
  const { titles, ids } = value;
  return Array.isArray(titles) && titles.every((title) => typeof title === 'string') && typeof ids === 'object';
}
