/** The telling words of a paper, and the pairs of them that stand together: what papers are compared by. */
import { isStopWord } from './stop-words.ts';
import { type Token, tokenise } from './terms.ts';

/** A paper's title and abstract, cut into words once for all who read them. */
export interface PaperText {
  readonly title: readonly Token[];
  readonly abstract: readonly Token[];
}

const LINK = /https?:\/\/\S+/g;

/** Cuts plain text into words; those of an address are left out, and no phrase reaches across it. */
export function wordsOf(text: string): Token[] {
  return tokenise(text.replace(LINK, (link) => ';'.repeat(link.length)));
}

/** The words of a plain title and abstract. */
export function readText(title: string, abstract: string): PaperText {
  return { title: wordsOf(title), abstract: wordsOf(abstract) };
}

/** A title is short, and its words are the authors' own choice of subject. */
const titleCount = 3;

/** How often each telling word and pair of words stands in a paper, the title counted three times. */
export function termFrequencies({ title, abstract }: PaperText): Map<string, number> {
  const frequencies = new Map<string, number>();
  const add = (tokens: readonly Token[], times: number) => {
    forEachTerm(tokens, (term) => frequencies.set(term, (frequencies.get(term) ?? 0) + times));
  };
  add(title, titleCount);
  add(abstract, 1);
  return frequencies;
}

/** Calls `visit` for each telling word, and for each two that stand together; a pair is written with a space. */
export function forEachTerm(tokens: readonly Token[], visit: (term: string, first: Token, last: Token) => void): void {
  let previous: Token | null = null;
  for (const token of tokens) {
    if (!isTelling(token.word)) {
      previous = null;
      continue;
    }
    visit(token.word, token, token);
    if (previous !== null && !token.startsPhrase) visit(`${previous.word} ${token.word}`, previous, token);
    previous = token;
  }
}

/** "6x", "7b", "128k": how much, not what. */
const QUANTITY = /^\d+[bkmx]$/;

function isTelling(word: string): boolean {
  return word.length > 1 && !isStopWord(word) && /\p{L}/u.test(word) && !QUANTITY.test(word);
}
