/** Carries out a search plan: pages with all words first, then, where those are few, pages with most of them. */
import { holdsEveryWord } from './hit.ts';
import type { PagefindResult } from './pagefind-index.ts';
import type { SearchPlan, SearchTerm } from './search-plan.ts';
import type { WordIndex } from './word-index.ts';

export interface RankedPages {
  /** Best first. */
  readonly pages: readonly PagefindResult[];
  /** How many of them, from the start, have all the words. */
  readonly complete: number;
  /** The words looked for, in every form that some page has: what to mark. */
  readonly words: readonly string[];
  /** Words of the query, as typed, that no page has. */
  readonly unknown: readonly string[];
}

/** How many pages a list of results begins with. */
export const firstShown = 4;

/** Words of one form of a term, all of which some page has. */
type Form = readonly string[];

/** Forms multiply: a search asks the index no more often than this. */
const maxQueries = 12;
/** What another form than the typed one counts. */
const otherFormWeight = 0.9;
/** Fewer pages with all words are followed by pages with most of them. */
const enoughPages = 5;
const maxTermsForMore = 4;
/** How much of what the words tell apart a page has to hold to be one "with most of them". */
const minShare = 0.5;

/** `pageCount`: how many pages the index has. Unknown words are left out of the search. */
export async function rankedSearch(index: WordIndex, plan: SearchPlan, pageCount: number): Promise<RankedPages> {
  if (plan.exact !== null) {
    const pages = await index.pagesWithPhrase(plan.exact);
    return { pages, complete: pages.length, words: wordsOfPhrase(plan.exact), unknown: [] };
  }
  const plain = await plainSearch(index, plan.terms);
  const { known, unknown } =
    plain === null ? await resolveTerms(index, plan.terms) : { known: plain.forms, unknown: [] };
  const complete = plain?.pages ?? (await pagesWithAll(index, known, pageCount));
  const partial = asksForMore(known.length, complete.length) ? await pagesWithMost(index, known, pageCount) : [];
  const listed = new Set(complete.map(({ id }) => id));
  return {
    pages: [...complete, ...partial.filter(({ id }) => !listed.has(id))],
    complete: complete.length,
    words: [...new Set(known.flat(2))],
    unknown,
  };
}

/** Who types many words has one page in mind: where it is found, no others are gathered. */
function asksForMore(terms: number, found: number): boolean {
  return found === 0 || (found < enoughPages && terms <= maxTermsForMore);
}

/**
 * One question to the index, where every term has one form and the best page proves that no word is unknown;
 * null where it takes more.
 */
async function plainSearch(
  index: WordIndex,
  terms: readonly SearchTerm[],
): Promise<{ pages: readonly PagefindResult[]; forms: (readonly Form[])[] } | null> {
  if (terms.length === 0 || terms.some(({ forms }) => forms.length !== 1)) return null;
  const forms = terms.map((term) => term.forms);
  const words = forms.flat(2);
  const pages = await index.pagesWith(words);
  // The list begins with these: they come together with the one that is asked.
  const [best] = await Promise.all(pages.slice(0, firstShown).map((page) => page.data()));
  return best !== undefined && holdsEveryWord(best, words) ? { pages, forms } : null;
}

async function resolveTerms(
  index: WordIndex,
  terms: readonly SearchTerm[],
): Promise<{ known: (readonly Form[])[]; unknown: string[] }> {
  const resolved = await Promise.all(terms.map(async (term) => ({ term, forms: await presentForms(index, term) })));
  return {
    known: resolved.filter(({ forms }) => forms.length > 0).map(({ forms }) => forms),
    unknown: resolved.filter(({ forms }) => forms.length === 0).map(({ term }) => term.typed),
  };
}

function wordsOfPhrase(quoted: string): string[] {
  return quoted.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

async function presentForms(index: WordIndex, { forms }: SearchTerm): Promise<Form[]> {
  const present = await Promise.all(
    forms.map(async (form) => (await Promise.all(form.map((word) => index.knows(word)))).every(Boolean)),
  );
  const found = forms.filter((_, place) => present[place] === true);
  const [typed] = forms;
  if (found.length > 0 || typed === undefined) return found;
  const begun = await Promise.all(typed.map(async (word) => (await index.knows(word)) || index.begins(word)));
  return begun.every(Boolean) ? [typed] : [];
}

interface Scored {
  readonly result: PagefindResult;
  readonly score: number;
}

async function pagesWithAll(
  index: WordIndex,
  terms: readonly (readonly Form[])[],
  pageCount: number,
): Promise<PagefindResult[]> {
  if (terms.length === 0) return [];
  const asked = combinations(terms);
  const lists = await Promise.all(
    asked.map(async ({ words, substitutions }) => {
      const results = await index.pagesWith(words);
      // Scores grow with the rarity of the words: without this, the rarer of two spellings would win.
      const rarity = asked.length === 1 ? 1 : await rarityOf(index, words, pageCount);
      return results.map((result) => ({ result, score: (result.score / rarity) * otherFormWeight ** substitutions }));
    }),
  );
  const merged = new Map<string, Scored>();
  for (const found of lists.flat()) {
    const known = merged.get(found.result.id);
    if (known === undefined || found.score > known.score) merged.set(found.result.id, found);
  }
  return byScore([...merged.values()]);
}

async function rarityOf(index: WordIndex, words: readonly string[], pageCount: number): Promise<number> {
  const counts = await Promise.all(words.map(async (word) => (await index.pagesWith([word])).length));
  return counts.reduce((sum, count) => sum + Math.log(1 + pageCount / (count + 1)), 0);
}

interface Combination {
  readonly words: readonly string[];
  readonly substitutions: number;
}

/** Every choice of one form per term, those nearest to what was typed first. */
function combinations(terms: readonly (readonly Form[])[]): Combination[] {
  let chosen: Combination[] = [{ words: [], substitutions: 0 }];
  for (const forms of terms) {
    chosen = chosen.flatMap(({ words, substitutions }) =>
      forms.map((form, place) => ({ words: [...words, ...form], substitutions: substitutions + (place > 0 ? 1 : 0) })),
    );
  }
  return chosen.sort((a, b) => a.substitutions - b.substitutions).slice(0, maxQueries);
}

/** Pages that lack some term; what they hold counts by how much it tells pages apart. */
async function pagesWithMost(
  index: WordIndex,
  terms: readonly (readonly Form[])[],
  pageCount: number,
): Promise<PagefindResult[]> {
  if (terms.length < 2) return [];
  const perTerm = await Promise.all(terms.map((forms) => bestPerPage(index, forms)));
  const weights = perTerm.map(({ size }) => (size === 0 ? 0 : Math.log(1 + pageCount / size)));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const held = new Map<string, { result: PagefindResult; score: number; weight: number }>();
  for (const [place, pages] of perTerm.entries()) {
    const weight = weights[place] ?? 0;
    for (const [id, { result, score }] of pages) {
      const sofar = held.get(id) ?? { result, score: 0, weight: 0 };
      held.set(id, { result: sofar.result, score: sofar.score + score, weight: sofar.weight + weight });
    }
  }
  const near = [...held.values()].filter(({ weight }) => weight >= total * minShare);
  return byScore(near.map(({ result, score, weight }) => ({ result, score: score * (weight / total) ** 2 })));
}

async function bestPerPage(index: WordIndex, forms: readonly Form[]): Promise<Map<string, Scored>> {
  const best = new Map<string, Scored>();
  for (const results of await Promise.all(forms.map((form) => index.pagesWith(form)))) {
    for (const result of results) {
      const known = best.get(result.id);
      if (known === undefined || result.score > known.score) best.set(result.id, { result, score: result.score });
    }
  }
  return best;
}

function byScore(pages: readonly Scored[]): PagefindResult[] {
  return pages
    .toSorted((a, b) => b.score - a.score || (a.result.id < b.result.id ? -1 : 1))
    .map(({ result }) => result);
}
