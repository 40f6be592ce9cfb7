/** All citations as one file, from which the browser writes any selection in any format. */
import { z } from 'zod/mini';
import { type Citation, citationSchema } from './citation.ts';

const fileSchema = z.object({ schema: z.literal(1), citations: z.array(citationSchema) });

/** Sorted as given; the same citations give the same bytes. */
export function citationsJson(citations: readonly Citation[]): string {
  const lines = citations.map((citation) => JSON.stringify(citation)).join(',\n');
  return `{"schema":1,"citations":[\n${lines}\n]}\n`;
}

/** Reads what `citationsJson` wrote; throws on anything else. */
export function readCitations(text: string): readonly Citation[] {
  return fileSchema.parse(JSON.parse(text)).citations;
}
