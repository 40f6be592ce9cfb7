/** One Markdown file of survey prose: its front matter, its blocks, the papers it cites. */
import { z } from 'zod';
import { citationGroups } from './citations.ts';
import { parseContentFile } from './content-file.ts';
import { type Diagnostic, diagnosticAt, diagnosticInFile } from './diagnostics.ts';
import { blocksOf, type ProseBlock, type ProseText } from './prose-blocks.ts';
import { fileNameOf, positionAt, type SourceText } from './source-text.ts';

export const proseKindSchema = z.enum(['topic', 'area', 'page']);
/** Which folder of content/ the file lies in: topics/, areas/ or pages/. */
export type ProseKind = z.infer<typeof proseKindSchema>;

const frontMatterSchema = z.strictObject({
  title: z.string().min(1).optional(),
  description: z.string().min(1).optional(),
});

export interface ProseFile {
  readonly kind: ProseKind;
  /** File name without `.md`: a topic, an area or a page. */
  readonly id: string;
  readonly source: SourceText;
  readonly title: string | null;
  readonly description: string | null;
  /** The file with its front matter blanked out, so that places in both are the same. */
  readonly markdown: string;
  readonly blocks: readonly ProseBlock[];
  readonly diagnostics: readonly Diagnostic[];
}

const frontMatter = /^\uFEFF?---[^\S\r\n]*(?:\r\n|\n|\r)([\s\S]*?)(?:\r\n|\n|\r)---[^\S\r\n]*(?=\r|\n|$)/;

/** Reads a prose file. Never throws. Diagnostics: those of the front matter, `invalid-content` for unreadable Markdown. */
export function readProseFile(kind: ProseKind, source: SourceText): ProseFile {
  const front = frontMatter.exec(source.text);
  const yaml = { path: source.path, text: `\n${front?.[1] ?? ''}` };
  const { data, diagnostics } = parseContentFile(yaml, frontMatterSchema);
  const markdown = blanked(front?.[0] ?? '') + source.text.slice(front?.[0].length ?? 0).replace(/^\uFEFF/, ' ');
  const read = readBlocks(markdown, source.path);
  return {
    kind,
    id: fileNameOf(source.path).replace(/\.md$/, ''),
    source,
    title: data?.title ?? null,
    description: data?.description ?? null,
    markdown,
    blocks: read.blocks,
    diagnostics: [...diagnostics, ...read.diagnostics],
  };
}

function blanked(text: string): string {
  return text.replace(/[^\r\n]/g, ' ');
}

function readBlocks(markdown: string, path: string): { blocks: ProseBlock[]; diagnostics: Diagnostic[] } {
  try {
    return { blocks: blocksOf(markdown), diagnostics: [] };
  } catch (error) {
    // The parser recurses, so extreme nesting ends at the call stack.
    const reason = `the Markdown cannot be read (${error instanceof Error ? error.message : String(error)})`;
    return {
      blocks: [],
      diagnostics: [diagnosticInFile('invalid-content', path, reason, 'Markdown of ordinary depth')],
    };
  }
}

/** A citation in its file. */
export interface PlacedCitation {
  readonly id: string;
  readonly block: ProseBlock;
  /** Offset in the file. */
  readonly offset: number;
}

/** All citations of a file that are written as they should be, in order. */
export function citationsOf(file: ProseFile): PlacedCitation[] {
  return file.blocks.flatMap((block) =>
    block.texts.flatMap((text) =>
      citationGroups(text.text).flatMap(({ papers }) =>
        papers.map(({ id, start }) => ({ id, block, offset: placeIn(text, start) })),
      ),
    ),
  );
}

/** Brackets that hold an `@` but cite nothing, and citations in headings, where links have no place. */
export function malformedCitations(file: ProseFile): Diagnostic[] {
  return file.blocks.flatMap((block) =>
    block.texts.flatMap((text) =>
      citationGroups(text.text)
        .filter(({ papers }) => papers.length === 0 || block.kind === 'heading')
        .map(({ start, end, papers }) => {
          const expected = papers.length === 0 ? '[@paper-id] or [@first; @second]' : 'the citation in the text below';
          const message = `"${text.text.slice(start, end)}" ${papers.length === 0 ? 'is no citation' : 'stands in a heading'}`;
          return diagnosticAt('malformed-citation', positionAt(file.source, placeIn(text, start)), message, expected);
        }),
    ),
  );
}

/** The place in the file of a character of a text. */
export function placeIn({ offsets }: ProseText, index: number): number {
  return offsets[index] ?? offsets.at(-1) ?? 0;
}
