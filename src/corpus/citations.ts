/** Citations as prose writes them: `[@paper-id]`, `[@first; @second]`. */

/** One bracket of citations in a text. */
export interface CitationGroup {
  /** UTF-16 offsets of the brackets in the text. */
  readonly start: number;
  readonly end: number;
  /** The papers cited, in the order written; empty when the bracket is not understood. */
  readonly papers: readonly { readonly id: string; readonly start: number }[];
}

// Anything in brackets that holds an @ was meant to cite; the reader says whether it does.
const bracket = /\[(?=[^[\]]*@)[^[\]]*\]/g;
const group = /^\[\s*@[a-z0-9-]+\s*(?:;\s*@[a-z0-9-]+\s*)*\]$/;

/** Every citation bracket of `text`, in order. A bracket with an `@` in any other form comes without papers. */
export function citationGroups(text: string): CitationGroup[] {
  return Array.from(text.matchAll(bracket), ({ 0: written, index }) => ({
    start: index,
    end: index + written.length,
    papers: group.test(written)
      ? Array.from(written.matchAll(/@([a-z0-9-]+)/g), ({ 1: id = '', index: at }) => ({ id, start: index + at }))
      : [],
  }));
}
