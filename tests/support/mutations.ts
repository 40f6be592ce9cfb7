/** Damages texts at random, the same way for the same seed. */

/** Numbers from 0 to 1 (exclusive). */
export type Random = () => number;

export function pick<T>(from: readonly [T, ...T[]], random: Random): T {
  return from[Math.floor(random() * from.length)] ?? from[0];
}

function below(limit: number, random: Random): number {
  return Math.floor(random() * limit);
}

type Mutation = (text: string, random: Random, other: string) => string;

const oddities = [
  '\u0000', '\u0007', '\u001b[31m', '\u0085', '\u00a0', '\u00ad', '\u0301', '\u200b', '\u200d', '\u2028', '\u2029',
  '\u202e', '\u2066', '\ud800', '\udc00', '\ufeff', '\ufffd', '\uffff', '𝔘', '👩‍🚀', 'ﷺ', 'İ', 'ß', '\r', '\r\n', '\n', '\t', '\v', '\f',
] as const; // prettier-ignore

/** Marks that mean something in one of the formats. */
const marks = [
  '{', '}', '(', ')', '[', ']', '"', "'", '`', ',', ':', ';', '#', '=', '@', '%', '\\', '$', '&', '<', '>', '</', '/>',
  '<!--', '-->', '<![CDATA[', ']]>', '&amp;', '&#x0;', '&#xffffffff;', '---', '- ', '* ', '|', '~', '^', '_', '!', '?', '>-', '<<: *a', '&a', '!!js',
  '·', '•', ' and ', 'TY  - ', 'ER  - ', '@article{', '<entry>', '</entry>', '<article>', '</article>', '### [', '](/papers/2401.00001)',
  '\\textbf{', '\\frac', '\\url{', 'https://', 'et al.', '2.5times', '__proto__', 'constructor', 'null', 'NaN', '1e999', '-1', '0000',
] as const; // prettier-ignore

const mutations: readonly [Mutation, ...Mutation[]] = [
  flipBits,
  deleteLines,
  repeatLines,
  swapLines,
  splice,
  cut,
  insertSome(oddities),
  insertSome(marks),
  insertHugeToken,
  nest,
  deleteStretch,
  changeLineEnds,
];

/** A text with one to six damages; `other` is what may be spliced into it. Never longer than `longest`. */
export function mutate(text: string, other: string, random: Random, longest = 300_000): string {
  let damaged = text;
  for (let left = 1 + below(6, random); left > 0; left -= 1) damaged = pick(mutations, random)(damaged, random, other);
  return damaged.slice(0, longest);
}

function flipBits(text: string, random: Random): string {
  const units = Array.from({ length: Math.min(text.length, 1 + below(8, random)) }, () => below(text.length, random));
  return units.reduce((damaged, at) => {
    const flipped = String.fromCharCode(damaged.charCodeAt(at) ^ (1 << below(random() < 0.9 ? 7 : 16, random)));
    return damaged.slice(0, at) + flipped + damaged.slice(at + 1);
  }, text);
}

function changeLines(text: string, change: (lines: string[]) => string[]): string {
  return change(text.split('\n')).join('\n');
}

function deleteLines(text: string, random: Random): string {
  return changeLines(text, (lines) => lines.toSpliced(below(lines.length, random), 1 + below(4, random)));
}

function repeatLines(text: string, random: Random): string {
  return changeLines(text, (lines) => {
    const at = below(lines.length, random);
    const times = random() < 0.1 ? 2000 : 2;
    const repeated = lines.slice(at, at + 1 + below(4, random));
    return [...lines.slice(0, at), ...Array.from({ length: times }, () => repeated).flat(), ...lines.slice(at)];
  });
}

function swapLines(text: string, random: Random): string {
  return changeLines(text, (lines) => {
    const [a, b] = [below(lines.length, random), below(lines.length, random)];
    return lines.with(a, lines[b] ?? '').with(b, lines[a] ?? '');
  });
}

function splice(text: string, random: Random, other: string): string {
  const from = below(other.length, random);
  return insert(text, random, other.slice(from, from + below(2000, random)));
}

function cut(text: string, random: Random): string {
  const at = below(text.length, random);
  return random() < 0.5 ? text.slice(0, at) : text.slice(at);
}

function insertSome(texts: readonly string[]): Mutation {
  return (text, random) => {
    const [first = '', ...rest] = texts;
    const inserted = pick([first, ...rest], random);
    return insert(text, random, random() < 0.1 ? inserted.repeat(500) : inserted);
  };
}

function insertHugeToken(text: string, random: Random): string {
  const bricks = [
    'a',
    ' ',
    'A',
    '9',
    '{',
    '"',
    '\\',
    '<a>',
    '[',
    '@',
    '\n',
    'é',
    'Word ',
    '·',
    '- ',
    '\t',
    '&amp;',
    '$',
    '*',
  ] as const;
  const [first, ...rest] = bricks;
  return insert(text, random, pick([first, ...rest], random).repeat(1 + below(20_000, random)));
}

function nest(text: string, random: Random): string {
  const pairs: readonly [readonly [string, string], ...(readonly [string, string])[]] = [['{', '}'], ['[', ']'], ['<b>', '</b>'], ['(', ')'], ['\\textbf{', '}'], ['<article>', '</article>'], ['- ', '']]; // prettier-ignore
  const [first, ...rest] = pairs;
  const [open, close] = pick([first, ...rest], random);
  const depth = 1 + below(random() < 0.2 ? 20_000 : 50, random);
  return insert(text, random, open.repeat(depth) + close.repeat(random() < 0.5 ? depth : below(depth, random)));
}

function deleteStretch(text: string, random: Random): string {
  const at = below(text.length, random);
  return text.slice(0, at) + text.slice(at + 1 + below(200, random));
}

function changeLineEnds(text: string, random: Random): string {
  return text.replaceAll('\n', pick(['\r\n', '\r', '\n\n', ' ', '\u2028'], random));
}

function insert(text: string, random: Random, inserted: string): string {
  const at = below(text.length + 1, random);
  return text.slice(0, at) + inserted + text.slice(at);
}
