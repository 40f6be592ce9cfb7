/** What a capture itself tells about words: which occur in running text, which are names. */

/** The words of one capture, as evidence for where a title ends and a name begins. */
export interface CaptureWords {
  /** Whether the capture's running text holds the word as written, or in lower case; "We" and "a" say nothing. */
  readonly isKnownWord: (word: string) => boolean;
  /** Whether the word is one of the language: it occurs in lower case, or ends like one. */
  readonly isOrdinary: (word: string) => boolean;
  readonly isKnownName: (name: string) => boolean;
  readonly isKnownGivenName: (given: string) => boolean;
}

/** Endings of English nouns and participles that names do not have. */
const ordinaryEnding =
  /\p{Ll}{2}(?:tion|sion|ing|ment|ments|ness|ance|ence|ity|ism|ware|work|works|ization|tions|ings|els|ers|ures|ices|orks)$/u;

// Bounded: on a word of megabytes an unbounded Unicode class overflows the stack of the regular expression engine.
const wordPattern = /[\p{L}\p{N}][\p{L}\p{M}\p{N}.'’+#-]{0,60}/gu;

/** Collects the words of running text and the names that are printed whole. */
export function captureWords(texts: Iterable<string>, names: Iterable<string>): CaptureWords {
  const written = new Set<string>();
  for (const text of texts) {
    for (const [token] of text.matchAll(wordPattern)) {
      const word = token.replace(/[.'’-]$/, '');
      written.add(word);
      for (const part of word.split('-')) written.add(part);
    }
  }
  const known = new Set(names);
  const given = new Set([...known].flatMap((name) => (name.includes(' ') ? name.slice(0, name.indexOf(' ')) : [])));
  const holds = (word: string): boolean => numbersOf(word).some((form) => written.has(form));
  return {
    isKnownWord: (word) =>
      !/^.\p{Ll}?$/su.test(word) && (holds(word) || (/^\p{Lu}?\p{Ll}+$/u.test(word) && holds(lower(word)))),
    isOrdinary: (word) => (word.length > 2 && holds(lower(word))) || ordinaryEnding.test(word),
    isKnownName: (name) => known.has(name),
    isKnownGivenName: (name) => given.has(name),
  };
}

/** The word itself, and its singular or plural where adding or dropping an "s" makes it. */
function numbersOf(word: string): readonly string[] {
  return word.endsWith('s') ? [word, word.slice(0, -1)] : [word, `${word}s`];
}

function lower(word: string): string {
  return word.toLowerCase();
}
