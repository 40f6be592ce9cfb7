/** Reads citations back: other people's parsers, and the rules of the formats. */
import { plugins } from '@citation-js/core';
import '@citation-js/plugin-ris';
import { z } from 'zod';

const nameSchema = z.union([
  z.strictObject({ family: z.string().min(1), given: z.string().min(1).optional(), suffix: z.string().min(1).optional() }),
  z.strictObject({ literal: z.string().min(1) }),
]); // prettier-ignore

const datePart = z.union([
  z.tuple([z.int()]),
  z.tuple([z.int(), z.int().min(1).max(12)]),
  z.tuple([z.int(), z.int().min(1).max(12), z.int().min(1).max(31)]),
]);

/** The part of the CSL data schema (1.0.2) that the survey writes; any other field is a mistake. */
export const cslDataSchema = z.array(
  z.strictObject({
    id: z.string().min(1),
    'citation-key': z.string().min(1),
    type: z.enum(['article', 'paper-conference']),
    title: z.string().min(1),
    author: z.array(nameSchema).min(1).optional(),
    issued: z.strictObject({ 'date-parts': z.tuple([datePart]) }).optional(),
    'container-title': z.string().min(1).optional(),
    publisher: z.string().min(1).optional(),
    number: z.string().min(1).optional(),
    archive: z.string().min(1).optional(),
    archive_location: z.string().min(1).optional(),
    DOI: z.string().regex(/^10\.\d{4,9}\/\S+$/).optional(),
    URL: z.url().optional(),
    note: z.string().min(1).optional(),
  }),
); // prettier-ignore
export type CslData = z.infer<typeof cslDataSchema>;

/** Which tags a record may hold, in this order, and how often. */
const risTags: readonly (readonly [tag: string, value: RegExp, most: number])[] = [
  ['TY', /^(?:UNPB|CPAPER)$/, 1],
  ['ID', /^[A-Za-z0-9]+$/, 1],
  ['TI', /^\S.*$/, 1],
  ['AU', /^[^,]+(?:, [^,]+){0,2}$/, Infinity],
  ['PY', /^\d{4}$/, 1],
  ['DA', /^\d{4}\/(?:\/|(?:0[1-9]|1[0-2])\/(?:0[1-9]|[12]\d|3[01])?)\/$/, 1],
  ['T2', /^\S.*$/, 1],
  ['PB', /^arXiv$/, 1],
  ['DB', /^arXiv$/, 1],
  ['AN', /^arXiv:\S+$/, 1],
  ['DO', /^10\.48550\/arXiv\.\S+$/, 1],
  ['UR', /^https?:\/\/\S+$/, 1],
  ['N1', /^\S.*$/, 1],
  ['ER', /^$/, 1],
];

/** The records of a RIS file as tags and values; throws where the file breaks the rules of the format. */
export function parseRis(text: string): [tag: string, value: string][][] {
  if (/[^\r]\n|\r[^\n]/.test(text)) throw new Error('a line does not end in CR LF');
  return text.split(/(?<=^ER {2}- \r\n)\r\n/m).map(parseRisRecord);
}

function parseRisRecord(text: string): [tag: string, value: string][] {
  const lines = text.replace(/\r\n$/, '').split('\r\n');
  const pairs = lines.map((line): [string, string] => {
    const [, tag = '', value = ''] = /^([A-Z][A-Z0-9]) {2}- (.*)$/.exec(line) ?? [];
    if (tag === '') throw new Error(`no tag: ${line}`);
    return [tag, value];
  });
  let place = 0;
  for (const [tag, value] of pairs) {
    const at = risTags.findIndex(([name]) => name === tag);
    const [, pattern, most] = risTags[at] ?? [];
    if (pattern === undefined || !pattern.test(value)) throw new Error(`not allowed: ${tag} "${value}"`);
    if (at < place) throw new Error(`out of order: ${tag}`);
    if (pairs.filter(([name]) => name === tag).length > (most ?? 0)) throw new Error(`repeated: ${tag}`);
    place = at;
  }
  if (pairs[0]?.[0] !== 'TY' || pairs.at(-1)?.[0] !== 'ER') throw new Error('a record begins with TY and ends with ER');
  return pairs;
}

const risItem = z.object({
  id: z.string(),
  type: z.enum(['manuscript', 'paper-conference']),
  title: z.string(),
  author: z.array(nameSchema).optional(),
  issued: z.object({ 'date-parts': z.array(z.array(z.int())) }).optional(),
  DOI: z.string().optional(),
  URL: z.string().optional(),
  'event-title': z.string().optional(),
  'container-title': z.string().optional(),
  note: z.string().optional(),
});

/** A RIS file as citation-js understands it; which field it puts the venue in depends on the record's other tags. */
export function readRis(text: string) {
  const items = plugins.input.chain(text, { forceType: '@ris/file', generateGraph: false });
  return z
    .array(risItem)
    .parse(items)
    .map((item) => ({ ...item, venue: item['event-title'] ?? item['container-title'] }));
}
