/** The survey as public data: dist/data/papers.json and `survey export`. */
import type { Paper } from '../corpus/paper.ts';
import { describeProvenance } from '../corpus/provenance.ts';
import { type PublicPaper, schemaVersion } from './papers-schema.ts';

/**
 * All papers as JSON, sorted by id, ending in a newline; the same papers give the same bytes.
 * `urlOf` gives a paper's address.
 */
export function papersJson(papers: readonly Paper[], urlOf: (id: string) => string): string {
  const data = { schema: schemaVersion, papers: papers.map((paper) => publicPaper(paper, urlOf(paper.id))) };
  return `${JSON.stringify(data, null, 1)}\n`;
}

/** One paper as published; the order of the fields is part of the format. */
export function publicPaper(paper: Paper, url: string): PublicPaper {
  return {
    id: paper.id,
    url,
    citeKey: paper.citeKey,
    title: paper.title.plain,
    titleLatex: paper.title.latex,
    abstract: paper.abstract.plain,
    abstractRaw: paper.abstract.raw,
    authors: paper.authors,
    authorsComplete: paper.authorsComplete,
    authorCount: paper.authorCount,
    published: paper.published?.value ?? null,
    year: paper.year,
    arxiv: paper.arxiv,
    ...(paper.doi === null ? {} : { doi: paper.doi }),
    venue: paper.venue,
    category: paper.category,
    organizations: paper.organizations,
    code: paper.code,
    links: paper.links,
    comments: paper.comments,
    area: paper.area,
    topic: paper.topic,
    also: paper.also,
    basis: paper.basis,
    confidence: paper.confidence,
    reasons: paper.reasons,
    platforms: paper.platforms,
    modalities: paper.modalities,
    contributions: paper.contributions,
    claims: paper.claims,
    related: paper.related,
    sources: paper.sources.map(({ seed, line }) => ({ seed, line })),
    provenance: publicProvenance(paper.provenance),
  };
}

function publicProvenance(provenance: Paper['provenance']): Record<string, string> {
  const entries = Object.entries(provenance).map(([field, source]) => [field, describeProvenance(source)] as const);
  return Object.fromEntries(entries.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
