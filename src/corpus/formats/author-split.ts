/**
 * Titles with the authors glued to them: "Sparse Attention for LLMsJane Doe, John Roe, Bo Lin et al. · acme".
 *
 * Every place where a name can begin inside a word is a candidate. Each is judged by the shape of the name that
 * follows, by the shape of the title's last word, and by what the capture knows of both; the best one is taken.
 */
import { isParticle, scoreName } from './author-names.ts';
import type { CaptureWords } from './capture-words.ts';

/** A title line taken apart. */
export interface AuthorSplit {
  readonly title: string;
  /** As printed; empty when no name was found. */
  readonly authors: readonly string[];
  /** Whether the list ends with "et al.". */
  readonly abbreviated: boolean;
  readonly organizations: readonly string[];
  /** The next best reading when it is nearly as good; null when there is no doubt. */
  readonly rival: { readonly title: string; readonly authors: readonly string[] } | null;
}

interface Candidate {
  readonly title: string;
  readonly authors: readonly string[];
  readonly score: number;
}

interface Byline {
  /** Title and authors. */
  readonly body: string;
  readonly abbreviated: boolean;
  readonly organizations: readonly string[];
}

/** The listing prints at most three authors. */
const mostAuthors = 3;
/** A first author has at most so many words, and so many characters. */
const mostWords = 5;
const longestName = 100;

const points = {
  /** Less than any reading of a group's name, more than a reading that is no name at all. */
  noAuthor: -9,
  /** "et al." follows three names; without it, one author alone is the rarest. */
  fewerThanThreeBeforeEtAl: -5,
  loneAuthor: -2,
  twoAuthors: -0.5,
  knownWord: 3,
  ordinaryEnding: 0.5,
  pluralAcronym: 2,
  closingMark: 2,
  fullStop: -3,
  innerCapital: -2,
  wordThenCapital: -4,
  mixedCapitals: -1.5,
  oddWord: -0.5,
  shortWord: -1.5,
  loneLetter: -3,
  startsPiece: -2,
  particle: -4,
} as const;

/** "Text2Image", "Quant4Edge". */
const joinedByNumeral = /\p{L}[24]\p{Lu}[\p{Ll}\p{M}]+$/u;

/** Readings that differ by less than this are both reported. */
const doubt = 1.5;

/** Takes a title line, without white space around it, apart. Time is linear in its length. */
export function splitTitleAndAuthors(line: string, words: CaptureWords): AuthorSplit {
  const byline = readByline(line);
  const ranked = candidatesOf(byline, words).sort((a, b) => b.score - a.score || a.title.length - b.title.length);
  const [best, next] = ranked;
  const { abbreviated, organizations } = byline;
  if (best === undefined || best.score < points.noAuthor) {
    return { title: line.slice(0, byline.body.length), authors: [], abbreviated, organizations, rival: null };
  }
  const rival =
    next !== undefined && best.score - next.score < doubt ? { title: next.title, authors: next.authors } : null;
  return { title: line.slice(0, best.title.length), authors: best.authors, abbreviated, organizations, rival };
}

/** The names after the first, which no title is glued to: evidence for other records. */
export function wholeNamesOf(line: string): string[] {
  const { body } = readByline(line);
  const names: string[] = [];
  let end = body.length;
  for (let comma = body.lastIndexOf(', '); comma >= 0 && names.length < mostAuthors - 1;) {
    const name = flatten(body.slice(Math.max(comma + 2, end - longestName - 1), end));
    if (name.length > longestName || !/^\p{Lu}\S* \S/u.test(name)) break;
    names.push(name);
    end = comma;
    comma = body.lastIndexOf(', ', end - 1);
  }
  return names;
}

/** The part of a title line that is title for certain, whichever of its last words are names: evidence for other records. */
export function certainTitleOf(line: string): string {
  let { body } = readByline(line);
  for (let count = 1; count < mostAuthors && body.includes(', '); count += 1) {
    body = body.slice(0, body.lastIndexOf(', '));
  }
  for (let count = 0; count < mostWords; count += 1) {
    body = body.trimEnd();
    body = body.slice(0, Math.max(0, body.lastIndexOf(' ')));
  }
  return body;
}

function readByline(line: string): Byline {
  const text = line.replace(/[^\S ]/g, ' ');
  const dot = text.lastIndexOf(' · ');
  const etAl = text.lastIndexOf(' et al.');
  const hasTail = dot > 0 && (etAl < 0 || dot > etAl);
  const names = hasTail ? text.slice(0, dot) : text;
  const abbreviated = etAl > 0 && names.slice(etAl).trim() === 'et al.';
  return {
    body: (abbreviated ? names.slice(0, etAl) : names).trimEnd(),
    abbreviated,
    organizations: hasTail
      ? text
          .slice(dot + 3)
          .split(',')
          .map(flatten)
          .filter((name) => name !== '')
      : [],
  };
}

function candidatesOf({ body, abbreviated }: Byline, words: CaptureWords): Candidate[] {
  const candidates: Candidate[] = [];
  let end = body.length;
  const others: string[] = [];
  let othersScore = 0;
  for (let count = 1; count <= mostAuthors; count += 1) {
    const comma = body.lastIndexOf(', ', end - 1);
    const start = comma < 0 ? 0 : comma + 2;
    const base = othersScore + scoreCount(count, abbreviated);
    for (const { cut, score } of boundariesIn(body, { start, end }, words)) {
      const authors = [flatten(body.slice(cut, end)), ...others];
      candidates.push({ title: body.slice(0, cut), authors, score: base + score });
    }
    const piece = flatten(body.slice(start, end));
    const whole = scoreName(piece, words, true);
    if (comma < 0 || whole === null) break;
    others.unshift(piece);
    othersScore += whole;
    end = comma;
  }
  return candidates;
}

function scoreCount(count: number, abbreviated: boolean): number {
  if (abbreviated) return (mostAuthors - count) * points.fewerThanThreeBeforeEtAl;
  return count === 1 ? points.loneAuthor : count === 2 ? points.twoAuthors : 0;
}

interface Span {
  readonly start: number;
  readonly end: number;
}

/** Places inside the last words of a piece where a name can begin, each with its score. */
function boundariesIn(body: string, piece: Span, words: CaptureWords): { cut: number; score: number }[] {
  const from = Math.max(piece.start, piece.end - longestName - 1);
  const tokens = [...body.slice(from, piece.end).matchAll(/\S+/g)].slice(-mostWords);
  const found: { cut: number; score: number }[] = [];
  for (const [token] of tokens.map((match) => [{ text: match[0], start: from + match.index }] as const)) {
    for (const offset of nameStartsIn(token.text, token.start + token.text.length < piece.end)) {
      const cut = token.start + offset;
      const name = scoreName(flatten(body.slice(cut, piece.end)), words, false);
      if (name === null) continue;
      const left = scoreLastWord(token.text.slice(0, offset), words);
      const isFirst = piece.start > 0 && token.start === piece.start && left < points.knownWord;
      const isLower = /\p{Ll}/u.test(body.charAt(cut));
      found.push({ cut, score: name + left + (isFirst ? points.startsPiece : 0) + (isLower ? points.particle : 0) });
    }
  }
  return found;
}

/** Offsets in a word at which a name can begin: at a capital, or at a particle that ends the word. */
function nameStartsIn(token: string, isFollowed: boolean): number[] {
  const offsets: number[] = [];
  for (const match of token.matchAll(/[\p{Lu}\p{Lt}\p{Lo}\uFFFD]/gu)) {
    const before = token.slice(Math.max(0, match.index - 2), match.index);
    if (
      match.index > 0 &&
      canEndTitle(before, match.index) &&
      !(isCaseless(match[0]) && isCaseless(before.slice(-1)))
    ) {
      offsets.push(match.index);
    }
  }
  if (!isFollowed) return offsets;
  for (let length = 2; length <= 3 && length < token.length; length += 1) {
    if (isParticle(token.slice(-length))) offsets.push(token.length - length);
  }
  return offsets;
}

/** Whether a title can end with these characters; hyphens, opening marks and "O'" go on. */
function canEndTitle(before: string, offset: number): boolean {
  const last = before.slice(-1);
  if (/[-‐‑–/&@([{“‘#~]/.test(last)) return false;
  if (/['’]/.test(last)) return !/^\p{L}$/u.test(before.slice(0, -1)) || offset > 3;
  return !(last === '"' && offset === 1);
}

function isCaseless(character: string): boolean {
  return /^\p{Lo}$/u.test(character);
}

/** How much the last word of a title looks like one. */
function scoreLastWord(left: string, words: CaptureWords): number {
  if (/[?!)\]”"’}]$/.test(left)) return points.closingMark;
  if (left.endsWith('.')) return points.fullStop;
  const bare = left.replace(/^[^\p{L}\p{N}]+/u, '');
  const last = bare.slice(bare.lastIndexOf('-') + 1);
  if (words.isKnownWord(bare) || (last !== bare && words.isKnownWord(last))) return points.knownWord;
  return (
    scoreUnknownWord(last) +
    (words.isOrdinary(last) ? points.ordinaryEnding : 0) +
    lengthPenalty(last) +
    innerWord(last, words)
  );
}

function scoreUnknownWord(word: string): number {
  if (/^\p{Lu}{2,}s$/u.test(word)) return points.pluralAcronym;
  if (/^\p{Lu}?[\p{Ll}\p{M}]+$/u.test(word) || /^\p{Lu}{2,}$/u.test(word)) return 0;
  if (/\p{N}$/u.test(word) || /^\p{N}+(?:\p{Ll}+|\p{Lu}+)s?$/u.test(word)) return 0;
  if (/^\p{Ll}{1,2}\p{Lu}{2,}s?$/u.test(word)) return points.oddWord;
  if (/\p{Lu}[\p{Ll}\p{M}]+$/u.test(word)) return endsLikeName(word) ? points.wordThenCapital : points.innerCapital;
  return /\p{Ll}\p{Lu}/u.test(word) ? points.mixedCapitals : points.oddWord;
}

/** "GPTDong", "FP8Dong" and "SVD++Dong"; neither "1080Ti" nor "Text2Image". */
function endsLikeName(word: string): boolean {
  return (
    /\p{Lu}{2,}[\p{Ll}\p{M}]+$|[^\p{L}\p{M}\uFFFD]\p{Lu}[\p{Ll}\p{M}]{2,}$/u.test(word) && !joinedByNumeral.test(word)
  );
}

/** "NetworksDong" is a word and the beginning of a name, not a word. */
function innerWord(word: string, words: CaptureWords): number {
  const first = /^(\p{L}\p{Ll}{2,}|\p{Lu}{2,}s)\p{Lu}/u.exec(word)?.[1];
  return first !== undefined && (words.isOrdinary(first) || first.endsWith('s'))
    ? points.wordThenCapital - points.innerCapital
    : 0;
}

function lengthPenalty(word: string): number {
  if (word.length > 2 || /\p{N}/u.test(word)) return 0;
  if (/^\p{Lu}{2}$/u.test(word)) return 0;
  return word.length === 1 ? points.loneLetter : points.shortWord;
}

function flatten(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
