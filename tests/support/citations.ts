/** Fabricated citations for unit tests. */
import type { Citation } from '../../src/exports/citation.ts';

/** The citation of a paper of which only the title is known; `known` adds the rest. */
export function citationWith(known: Partial<Citation> = {}): Citation {
  return {
    id: 'a-kettle',
    citeKey: 'spout2024kettle',
    title: 'A Kettle',
    titleLatex: 'A Kettle',
    authors: null,
    authorsComplete: false,
    authorCount: null,
    year: null,
    published: null,
    venue: null,
    arxiv: null,
    arxivClass: null,
    doi: null,
    url: null,
    code: null,
    page: '/papers/a-kettle/',
    topic: null,
    area: null,
    ...known,
  };
}
