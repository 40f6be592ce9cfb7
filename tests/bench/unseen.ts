/**
 * Papers that are not in the collection, for measurement only: titles of real papers of 2023 to 2026 with
 * short paraphrases of their abstracts written for this purpose, and all topics that would be acceptable.
 * `set` says how far they are unseen: "known" was before the eyes of whoever wrote the terms of the
 * taxonomy, "later" was gathered when the first version of the terms stood.
 */
import { readFileSync } from 'node:fs';
import { z } from 'zod';

const unseenPaperSchema = z.strictObject({
  set: z.enum(['known', 'later']),
  title: z.string(),
  abstract: z.string(),
  acceptable: z.array(z.string()).min(1),
});
export type UnseenPaper = z.infer<typeof unseenPaperSchema>;

export function readUnseenPapers(file: URL): UnseenPaper[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => unseenPaperSchema.parse(JSON.parse(line)));
}
