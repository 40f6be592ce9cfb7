/** Whether words have the shape of a person's or a group's name; by shape and by the capture's own words, not by lists. */
import type { CaptureWords } from './capture-words.ts';

const initials = /^\p{Lu}\.(?:-?\p{Lu}\.)*$/u;
const suffix = /^(?:Jr\.?|Sr\.?|I{2,3}|IV)$/;
/** Small words inside family names, in the languages that write them apart. */
const particle =
  /^(?:van|von|vom|zu|zur|den|der|de|del|della|di|da|das|do|dos|du|la|le|el|al|bin|bint|ibn|ter|ten|te|af|av|y|e)$/;
const plainWord = /^\p{Lu}[\p{Ll}\p{M}]+\.?$/u;
/** "McKay", "MacDonald", "LeRoy", "DeVito", "O'Brien", "d'Alembert", "al-Rashid". */
const prefixedWord = /^(?:Mc|Mac|Fitz|Le|La|De|Di|Du|Da|Van|[ODLod]['’]|[dl]['’]|[Aa]l-|[Ee]l-)\p{Lu}[\p{Ll}\p{M}]+$/u;
/** "DongHyun": two capitalised syllables. */
const innerCapitals = /^(?:\p{Lu}[\p{Ll}\p{M}]+){2}$/u;
const manyInnerCapitals = /^(?:\p{Lu}[\p{Ll}\p{M}]+){3,}$/u;
const capitals = /^\p{Lu}{2,}$/u;
const anyName = /^(?:[dl]['’]|[ae]l-)?[\p{Lu}\p{Lt}\p{Lo}][\p{L}\p{M}\p{N}'’.@&-]*$/u;
const caseless = /^[\p{Lo}\p{M}]+$/u;
/** What the names of groups end with: "OpenLM Team". */
const groupWord = /^(?:Team|Group|Labs?|Consortium|Collaboration|Community|Contributors)$/;
const nickname = /^[("“']\p{Lu}[\p{L}\p{M}.-]*[)"”']$/u;

/** Points for and against a name; only differences matter. A difference of 1 is doubt, of 3 certainty. */
const points = {
  oneWord: -6,
  particleAndWord: -2,
  threeWords: -0.5,
  fourWords: -2,
  moreWords: -4,
  innerCapitals: -3,
  manyInnerCapitals: -6,
  innerCapitalsInWholeName: -0.5,
  capitals: -3,
  loneCapital: -3,
  oddWord: -8,
  oddGroup: -0.5,
  digits: -3,
  ordinaryWord: -1.5,
  ordinarySyllable: -3,
  knownName: 4,
  knownGivenName: 2,
  damagedInside: -2,
} as const;

const longestName = 100;

/** Whether a lower-case word is one that family names begin with. */
export function isParticle(word: string): boolean {
  return particle.test(word);
}

/**
 * How much a text looks like a name: 0 for "Jane Doe", less for rarer shapes, more when the capture prints that name
 * where no title is glued to it; null when it cannot be one. `whole` when it is known where the name begins.
 */
export function scoreName(name: string, words: CaptureWords, whole: boolean): number | null {
  if (name.length > longestName) return null;
  const tokens = withDamagedLetters(name)
    .split(' ')
    .filter((token) => token !== '');
  const [first, last] = [tokens[0], tokens.at(-1)];
  if (first === undefined || last === undefined || isParticle(last)) return null;
  const counted = tokens.filter((token) => !isParticle(token) && !suffix.test(token) && !nickname.test(token));
  if (!counted.every((token) => initials.test(token) || anyName.test(token))) return null;
  const shape = counted
    .map((token, index) =>
      scoreToken(token, {
        isGiven: index === 0 && counted.length > 1,
        isGroup: tokens.length === 1,
        isOfGroup: groupWord.test(last),
        whole,
        words,
      }),
    )
    .reduce((sum, score) => sum + score, 0);
  const damage = !whole && /^[^ ]+\uFFFD/.test(name) ? points.damagedInside : 0;
  return shape + scoreLength(tokens, counted) + (whole ? 0 : scoreAcquaintance(tokens, words)) + damage;
}

interface TokenContext {
  readonly isGiven: boolean;
  /** The only word of a name. */
  readonly isGroup: boolean;
  /** One of several words, the last of which says that they name a group. */
  readonly isOfGroup: boolean;
  readonly whole: boolean;
  readonly words: CaptureWords;
}

function scoreToken(token: string, context: TokenContext): number {
  const { isGiven, isGroup, whole, words } = context;
  if (initials.test(token) || caseless.test(token)) return 0;
  const shapes = token.split('-').map((part) => shapeOf(part, context));
  const shape = Math.min(...shapes);
  if (isGroup) return shape + (words.isOrdinary(token) ? points.ordinarySyllable : 0);
  const syllables = token.match(/\p{Lu}[\p{Ll}\p{M}]+/gu) ?? [];
  if (syllables.length > 1 && !prefixedWord.test(token) && !whole) {
    return shape + (syllables.some((syllable) => words.isOrdinary(syllable)) ? points.ordinarySyllable : 0);
  }
  return shape + (isGiven && words.isOrdinary(token) ? points.ordinaryWord : 0);
}

function shapeOf(part: string, { isGroup, isOfGroup, whole }: TokenContext): number {
  if (plainWord.test(part) || prefixedWord.test(part) || /^\p{Ll}+$/u.test(part)) return 0;
  if (/\p{N}/u.test(part)) return points.digits;
  if (/^\p{Lu}$/u.test(part)) return isGroup ? points.oddWord : points.loneCapital;
  if (innerCapitals.test(part)) return isGroup ? 0 : whole ? points.innerCapitalsInWholeName : points.innerCapitals;
  if (manyInnerCapitals.test(part)) return isGroup ? points.oddGroup : points.manyInnerCapitals;
  if (isGroup && /^\p{Lu}{2,}\p{Ll}/u.test(part)) return points.capitals;
  if (capitals.test(part)) return isGroup ? points.oddGroup : points.capitals;
  return isGroup ? points.oddGroup : whole || isOfGroup ? points.innerCapitals : points.oddWord;
}

function scoreLength(tokens: readonly string[], counted: readonly string[]): number {
  const written = counted.filter((token) => !initials.test(token)).length;
  const all = tokens.length;
  if (counted.length === 1)
    return all > 1 && counted[0] !== undefined && tokens.some(isParticle) ? points.particleAndWord : points.oneWord;
  if (all > 5) return points.moreWords;
  if (written <= 2) return 0;
  return written === 3 ? points.threeWords : written === 4 ? points.fourWords : points.moreWords;
}

function scoreAcquaintance(tokens: readonly string[], words: CaptureWords): number {
  if (tokens.length > 1 && words.isKnownName(tokens.join(' '))) return points.knownName;
  return words.isKnownGivenName(tokens[0] ?? '') ? points.knownGivenName : 0;
}

/** Takes a letter lost to a wrong encoding (U+FFFD) for a capital where a name needs one, else for a small letter. */
function withDamagedLetters(name: string): string {
  return name.replace(/(^|[ -])\uFFFD/g, '$1Á').replace(/\uFFFD/g, 'á');
}
