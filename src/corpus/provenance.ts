/** Provenance in words. */
import type { Provenance } from './paper.ts';

/** Where a value comes from, as the exports and the paper page say it. */
export function describeProvenance(provenance: Provenance): string {
  switch (provenance.kind) {
    case 'capture':
      return `${provenance.seed}:${provenance.line}`;
    case 'bibliography':
      return provenance.agree === null ? provenance.from : `${provenance.from} (${provenance.agree} agree)`;
    case 'curation':
      return 'content/curation.yaml';
    case 'derived':
      return `derived from ${describeOrigin(provenance.from)}`;
  }
}

function describeOrigin(from: 'arxiv' | 'published' | 'authors'): string {
  switch (from) {
    case 'arxiv':
      return 'the arXiv id';
    case 'published':
      return 'the date';
    case 'authors':
      return 'the author list';
  }
}
