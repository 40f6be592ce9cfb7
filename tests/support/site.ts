/** The built site as the browser tests know it: one page of each kind, and the awkward papers among all. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

const paperSchema = z.object({
  id: z.string(),
  title: z.string(),
  abstract: z.string(),
  arxiv: z.string().nullable(),
  area: z.string().nullable(),
  also: z.array(z.string()),
  topic: z.string().nullable(),
  authors: z.array(z.string()).nullable(),
  year: z.number().nullable(),
  platforms: z.array(z.string()),
  related: z.array(z.object({ id: z.string() })),
  sources: z.array(z.object({ seed: z.string(), line: z.number() })),
});
export type PublishedPaper = z.infer<typeof paperSchema>;

/** The folder of the build under `/`; both builds have the same content. */
const folder = path.resolve('dist');

/** All papers as the site publishes them, sorted by id. */
export function readPapers(): PublishedPaper[] {
  const data: unknown = JSON.parse(readFileSync(path.join(folder, 'data', 'papers.json'), 'utf8'));
  return z.object({ papers: z.array(paperSchema).min(1) }).parse(data).papers;
}

export interface PageKind {
  readonly name: string;
  /** Relative to the root of the site. */
  readonly address: string;
}

/** The first of the papers for which `size` is greatest. */
function extreme(papers: readonly PublishedPaper[], size: (paper: PublishedPaper) => number): PublishedPaper {
  const [first, ...rest] = papers;
  if (first === undefined) throw new Error('no paper of this kind');
  return rest.reduce((best, paper) => (size(paper) > size(best) ? paper : best), first);
}

/** The name that most papers carry; of several the first in the alphabet. */
export function busiestAuthor(papers: readonly PublishedPaper[]): string {
  const counts = new Map<string, number>();
  for (const name of papers.flatMap(({ authors }) => [...new Set(authors)])) {
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const [busiest] = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  if (busiest === undefined) throw new Error('no paper names an author');
  return busiest[0];
}

/** The address of an author whose name has letters and spaces only. */
export function authorSlug(name: string): string {
  return name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll(' ', '-');
}

function pageOf(paper: PublishedPaper): string {
  return readFileSync(path.join(folder, 'papers', paper.id, 'index.html'), 'utf8');
}

/** One page of every kind, papers in several sorts. */
export function pageKinds(): PageKind[] {
  const papers = readPapers();
  const classified = papers.filter(({ topic }) => topic !== null);
  const longestWord = ({ title }: PublishedPaper): number => Math.max(...title.split(/\s+/).map((word) => word.length));
  const paper = (name: string, { id }: PublishedPaper): PageKind => ({
    name: `paper ${name}`,
    address: `papers/${id}/`,
  });
  const some = extreme(classified, () => 0);
  return [
    { name: 'home', address: './' },
    { name: 'topics', address: 'topics/' },
    { name: 'area', address: `areas/${some.area ?? ''}/` },
    { name: 'topic', address: `topics/${some.topic ?? ''}/` },
    { name: 'papers by title', address: 'papers/' },
    { name: 'papers by year', address: 'papers/by-year/' },
    paper(
      'with the longest title',
      extreme(papers, ({ title }) => title.length),
    ),
    paper('with the longest word in its title', extreme(papers, longestWord)),
    paper(
      'with the longest abstract',
      extreme(papers, ({ abstract }) => abstract.length),
    ),
    paper(
      'with most authors',
      extreme(papers, ({ authors }) => authors?.length ?? 0),
    ),
    paper(
      'with formulas',
      extreme(papers, (candidate) => pageOf(candidate).split('<math').length),
    ),
    paper(
      'without an arXiv id',
      extreme(papers, ({ arxiv }) => (arxiv === null ? 1 : 0)),
    ),
    paper(
      'from most captures',
      extreme(papers, ({ sources }) => sources.length),
    ),
    { name: 'overview', address: 'overview/' },
    { name: 'results of a topic', address: `results/?topic=${some.topic ?? ''}` },
    { name: 'search', address: 'search/' },
    { name: 'search results', address: 'search/?q=quantization' },
    { name: 'search without results', address: 'search/?q=qwxzvkj' },
    { name: 'platforms', address: 'platforms/' },
    { name: 'platform', address: 'platforms/gpu/' },
    { name: 'years', address: 'years/' },
    { name: 'year', address: `years/${String(extreme(papers, ({ year }) => year ?? 0).year)}/` },
    { name: 'authors', address: 'authors/' },
    { name: 'author', address: `authors/${authorSlug(busiestAuthor(papers))}/` },
    { name: 'changes', address: 'changes/' },
    { name: 'sources', address: 'sources/' },
    { name: 'source', address: `sources/${(some.sources[0]?.seed ?? '').replace(/\.[^.]+$/, '')}/` },
    { name: 'reading list', address: 'list/' },
    { name: 'method', address: 'method/' },
    { name: 'data', address: 'data/' },
    { name: 'about', address: 'about/' },
    { name: 'missing page', address: '404.html' },
  ];
}
