/** How well connected papers are. */
import type { Paper } from './paper.ts';

/**
 * For each paper, the number of others it is related to in either direction: those it names, and those that name
 * it. A pair that names each other counts once; ids that no paper has do not count.
 */
export function countRelated(papers: readonly Pick<Paper, 'id' | 'related'>[]): Map<string, number> {
  const neighbours = new Map(papers.map(({ id }) => [id, new Set<string>()]));
  for (const { id, related } of papers) {
    for (const other of related) {
      const back = neighbours.get(other.id);
      if (back === undefined || other.id === id) continue;
      back.add(id);
      neighbours.get(id)?.add(other.id);
    }
  }
  return new Map([...neighbours].map(([id, others]) => [id, others.size]));
}
