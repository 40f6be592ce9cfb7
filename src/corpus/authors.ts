/** The authors of the whole collection: who is the same, and under which slug each is found. */
import { compareText } from './ordering.ts';
import type { Paper } from './paper.ts';
import { asciiFolded, slugOfTitle } from './titles.ts';

/** A person or group, with everything the collection has of them. */
export interface Author<Entry> {
  /** What makes two printed names one author. */
  readonly key: string;
  /** The spelling that most papers have. */
  readonly name: string;
  /** In the order given, each once. */
  readonly papers: readonly Entry[];
}

/**
 * The key under which spellings of one name meet: without accents, capitals and repeated spaces. Nothing else is
 * taken for the same, because initials and left-out middle names also belong to other people.
 */
export function authorKey(name: string): string {
  return asciiFolded(name).replace(/\s+/g, ' ').trim();
}

/** All authors of the papers, sorted by key. */
export function authorsOf<Entry extends Pick<Paper, 'authors'>>(papers: readonly Entry[]): Author<Entry>[] {
  const found = new Map<string, { readonly papers: Set<Entry>; readonly spellings: Map<string, number> }>();
  for (const paper of papers) {
    for (const name of paper.authors ?? []) {
      const key = authorKey(name);
      const author = found.get(key) ?? { papers: new Set<Entry>(), spellings: new Map<string, number>() };
      found.set(key, author);
      author.papers.add(paper);
      author.spellings.set(name, (author.spellings.get(name) ?? 0) + 1);
    }
  }
  return [...found]
    .sort(([a], [b]) => compareText(a, b))
    .map(([key, author]) => ({ key, name: commonSpelling(author.spellings), papers: [...author.papers] }));
}

// Of equally frequent spellings the greatest by code unit has the accents: they are lost more often than added.
function commonSpelling(spellings: ReadonlyMap<string, number>): string {
  const [best] = [...spellings].sort(([a, m], [b, n]) => n - m || compareText(b, a));
  return best?.[0] ?? '';
}

const longestSlug = 80;
const plainKey = /^[a-z0-9]+( [a-z0-9]+)*$/;

/**
 * A slug for each key, all different, whatever the order of the keys. Where several keys share one, the name that is
 * written with letters, digits and spaces alone has it, the others get a checksum of their key; so do names of which
 * nothing can be written in ASCII.
 */
export function assignAuthorSlugs(keys: Iterable<string>): Map<string, string> {
  const sorted = [...new Set(keys)].sort(compareText);
  const claims = Map.groupBy(sorted, (key) => slugOfTitle(key, longestSlug));
  const slugs = new Map<string, string>();
  const taken = new Set<string>();
  for (const [slug, claimants] of claims) {
    const plain = claimants.filter((key) => plainKey.test(key));
    const owner = plain.length === 1 ? plain[0] : claimants.length === 1 ? claimants[0] : undefined;
    if (owner === undefined || slug === untitled) continue;
    slugs.set(owner, slug);
    taken.add(slug);
  }
  for (const key of sorted.filter((other) => !slugs.has(other))) {
    const slug = slugWithChecksum(key, taken);
    slugs.set(key, slug);
    taken.add(slug);
  }
  return slugs;
}

const untitled = slugOfTitle('');

function slugWithChecksum(key: string, taken: ReadonlySet<string>): string {
  const words = slugOfTitle(key, longestSlug);
  const base = words === untitled ? 'author' : words;
  for (let text = key; ; text += ' ') {
    const slug = `${base}-${checksum(text)}`;
    if (!taken.has(slug)) return slug;
  }
}

/** FNV-1a over code units, 32 bits, eight hexadecimal digits. */
function checksum(text: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return (hash >>> 0).toString(16).padStart(8, '0');
}
