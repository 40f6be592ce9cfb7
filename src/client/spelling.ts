/** British and American spellings of English words, by rule. */

// British and American words that no rule of endings covers, and the endings both take.
const pairs: readonly (readonly [british: string, american: string])[] = [
  ['analogue', 'analog'],
  ['artefact', 'artifact'],
  ['catalogue', 'catalog'],
  ['centre', 'center'],
  ['defence', 'defense'],
  ['dialogue', 'dialog'],
  ['fibre', 'fiber'],
  ['grey', 'gray'],
  ['licence', 'license'],
  ['metre', 'meter'],
  ['programme', 'program'],
  ['ageing', 'aging'],
];

const sameEnding =
  /^(behavi|col|end?eav|fav|flav|harb|hon|hum|lab|neighb|rum|vap)(ou?r)(s|ed|ing|al|ally|able|less|hood|ite)?$/;

/** The word in American spelling; itself where there is no other. Expects small letters. */
export function americanSpelling(word: string): string {
  const pair = pairs.find(([british]) => word === british || word === `${british}s`);
  if (pair !== undefined) return pair[1] + word.slice(pair[0].length);
  return word
    .replace(sameEnding, '$1or$3')
    .replace(/([a-z]{3,})is(e[drs]?|ers|ing|ations?|ability|able)$/, '$1iz$2')
    .replace(/([a-z]{2,})ys(e[drs]?|ers|ing)$/, '$1yz$2')
    .replace(/([aeiou])ll(ed|ing|ers?)$/, '$1l$2');
}

/** The word in British spelling; itself where there is no other. Expects small letters. */
export function britishSpelling(word: string): string {
  const pair = pairs.find(([, american]) => word === american || word === `${american}s`);
  if (pair !== undefined) return pair[0] + word.slice(pair[1].length);
  return word
    .replace(sameEnding, '$1our$3')
    .replace(/([a-z]{3,})iz(e[drs]?|ers|ing|ations?|ability|able)$/, '$1is$2')
    .replace(/([a-z]{2,})yz(e[drs]?|ers|ing)$/, '$1ys$2')
    .replace(/((?:od|ab|av|anc|nn|gn|tu|ev)e)l(ed|ing|ers?)$/, '$1ll$2');
}

/** Other spellings of a word that a text may use. */
export function otherSpellings(word: string): string[] {
  return [...new Set([americanSpelling(word), britishSpelling(word)])].filter((spelling) => spelling !== word);
}
