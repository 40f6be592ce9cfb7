/** Writers of citations that write each paper once, however many files it stands in. */
import type { Citation } from './citation.ts';

export type Writer = (citations: readonly Citation[]) => string;

/** A writer that joins what `entryOf` gives for each citation; the same citation is written once and then remembered. */
export function writerOf(
  entryOf: (citation: Citation) => string,
  join: (entries: readonly string[]) => string,
): Writer {
  // Keyed by the citation itself, which nobody changes; what is no longer cited is forgotten with it.
  const written = new WeakMap<Citation, string>();
  return (citations) =>
    join(
      citations.map((citation) => {
        const entry = written.get(citation) ?? entryOf(citation);
        written.set(citation, entry);
        return entry;
      }),
    );
}
