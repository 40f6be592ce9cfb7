/** The data that a page of Daily Papers hands to its own script, in an attribute `data-props`. */
import { z } from 'zod';
import { parseArxivId } from '../identifiers.ts';
import { type Span, unwrapped } from './entry-reading.ts';

export interface PaperData {
  /** The tag that holds the data. */
  readonly span: Span;
  readonly title: string | null;
  readonly abstract: string | null;
  readonly authors: readonly string[];
  readonly published: string | null;
  readonly comments: number | null;
  readonly organizations: readonly string[];
  readonly addresses: readonly string[];
}

const textSchema = z.string().transform(unwrapped).nullish().catch(null);

const paperSchema = z.object({
  id: z.string().refine((id) => parseArxivId(id) !== null),
  title: textSchema,
  summary: textSchema,
  publishedAt: textSchema,
  authors: z
    .array(z.object({ name: textSchema, hidden: z.boolean().nullish().catch(null) }).catch({}))
    .catch([])
    .default([]),
  githubRepo: textSchema,
  projectPage: textSchema,
  organization: z.object({ fullname: textSchema, name: textSchema }).nullish().catch(null),
});

const itemSchema = z.object({
  paper: paperSchema,
  numComments: z.int().nonnegative().nullish().catch(null),
});

/** The papers in the value of an attribute, by arXiv id; none when it holds anything else. */
export function dataOfPapers(attribute: string, span: Span): Map<string, PaperData> {
  const found = new Map<string, PaperData>();
  for (const item of itemsOf(attribute)) {
    const { data } = itemSchema.safeParse(item);
    const id = parseArxivId(data?.paper.id ?? '');
    if (data === undefined || id === null) continue;
    const { title, summary, publishedAt, authors, githubRepo, projectPage, organization } = data.paper;
    const names = authors.filter(({ hidden }) => hidden !== true).flatMap(({ name }) => name ?? []);
    found.set(id, {
      span,
      title: title ?? null,
      abstract: summary ?? null,
      authors: names.filter((name) => name !== ''),
      published: publishedAt?.slice(0, 10) ?? null,
      comments: data.numComments ?? null,
      organizations: [organization?.fullname ?? organization?.name ?? []].flat(),
      addresses: [githubRepo ?? [], projectPage ?? []].flat(),
    });
  }
  return found;
}

const propsSchema = z.object({ dailyPapers: z.array(z.unknown()).optional(), papers: z.array(z.unknown()).optional() });

function itemsOf(attribute: string): unknown[] {
  if (!attribute.includes('apers"')) return [];
  try {
    const { data } = propsSchema.safeParse(JSON.parse(attribute));
    return [...(data?.dailyPapers ?? []), ...(data?.papers ?? [])];
  } catch {
    return [];
  }
}
