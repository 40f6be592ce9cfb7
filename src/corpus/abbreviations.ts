/** content/abbreviations.yaml: short forms of the field and words that readers use for the same thing. */
import { z } from 'zod';
import { type ContentPath, parseContentFile } from './content-file.ts';
import { type Diagnostic, diagnosticAt } from './diagnostics.ts';
import type { SourceText } from './source-text.ts';

const phraseSchema = z
  .string()
  .regex(/^[\p{L}\p{N}]+(?:[ -][\p{L}\p{N}]+)*$/u, 'words of letters and digits, one space or hyphen between them');

export const abbreviationsSchema = z.object({
  /** A short form and what it stands for, most usual first. */
  abbreviations: z.array(z.object({ short: phraseSchema, long: z.array(phraseSchema).min(1) })),
  /** Groups of words for one thing. */
  synonyms: z.array(z.array(phraseSchema).min(2)),
});
/** What a search for one form finds as well; sorted as in the file. */
export type Abbreviations = z.infer<typeof abbreviationsSchema>;

/** The abbreviations of a survey that has none. */
export const noAbbreviations: Abbreviations = { abbreviations: [], synonyms: [] };

const fileSchema = z.strictObject({
  abbreviations: z.record(phraseSchema, z.union([phraseSchema, z.array(phraseSchema).min(1)])).default({}),
  synonyms: z.array(z.array(phraseSchema).min(2)).default([]),
});

/**
 * Reads the file; never throws. Diagnostics: those of the content file; `duplicate-entry` for a short form that
 * stands twice but for case, of which the first is kept, and for words in two groups of synonyms.
 */
export function parseAbbreviations(source: SourceText): {
  abbreviations: Abbreviations;
  diagnostics: readonly Diagnostic[];
} {
  const { data, diagnostics, positionOf, keyPositionOf } = parseContentFile(source, fileSchema);
  if (data === null) return { abbreviations: noAbbreviations, diagnostics };
  const found: Diagnostic[] = [...diagnostics];
  const isNew = (word: string, seen: Set<string>, path: ContentPath, inKey: boolean): boolean => {
    const key = word.toLowerCase();
    if (!seen.has(key)) return Boolean(seen.add(key));
    const position = inKey ? keyPositionOf(path) : positionOf(path);
    found.push(diagnosticAt('duplicate-entry', position, `"${word}" stands here again`, 'each name once'));
    return false;
  };
  const shorts = new Set<string>();
  const abbreviations = Object.entries(data.abbreviations)
    .filter(([short]) => isNew(short, shorts, ['abbreviations', short], true))
    .map(([short, long]) => ({ short, long: typeof long === 'string' ? [long] : long }));
  const words = new Set<string>();
  const synonyms = data.synonyms
    .map((group, index) => group.filter((word, place) => isNew(word, words, ['synonyms', index, place], false)))
    .filter((group) => group.length > 1);
  return { abbreviations: { abbreviations, synonyms }, diagnostics: found };
}
