/** The blocks of a Markdown text that say something, with the place of every character. */
import type { List, Nodes, Root, RootContent, Table } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { HeadingSlugs } from './heading-slugs.ts';
import { isShownPicture } from './prose-addresses.ts';

/** Text without markup; `offsets[i]` is the place of character `i` in the file. */
export interface ProseText {
  readonly text: string;
  readonly offsets: readonly number[];
}

export interface ProseHeading {
  readonly depth: number;
  readonly text: string;
  /** Its id on the page. */
  readonly slug: string;
}

/**
 * A paragraph, a list item with all it holds, a row of a table (which reads as one sentence), or a heading.
 * A paragraph that leads to a list or table ends in a colon: it speaks for what follows.
 */
export interface ProseBlock {
  readonly kind: 'paragraph' | 'item' | 'row' | 'heading';
  readonly start: number;
  readonly texts: readonly ProseText[];
  /** The heading it stands under; for a heading, itself. Null before the first. */
  readonly heading: ProseHeading | null;
  readonly leadsOn: boolean;
}

const plainParser = unified().use(remarkParse);
const parser = unified().use(remarkParse).use(remarkGfm);
// Tables, footnotes, struck text. Without them both parsers see the same blocks and text, and the plain one takes a third of the time.
const extended = /[|~]|\[\^/;

/** The blocks of `markdown` in order; code, raw HTML and header rows of tables say nothing. Throws at absurd nesting. */
export function blocksOf(markdown: string): ProseBlock[] {
  return new BlockReader().read((extended.test(markdown) ? parser : plainParser).parse(markdown));
}

class BlockReader {
  readonly #slugs = new HeadingSlugs();
  readonly #blocks: ProseBlock[] = [];
  #heading: ProseHeading | null = null;

  read(root: Root): ProseBlock[] {
    this.#flow(root.children);
    return this.#blocks;
  }

  #flow(nodes: readonly RootContent[]): void {
    for (const [index, node] of nodes.entries()) {
      if (node.type === 'heading') this.#startSection(node, node.depth);
      else if (node.type === 'paragraph') this.#add('paragraph', node, [node], nodes[index + 1]);
      else if (node.type === 'list') this.#list(node);
      else if (node.type === 'table') this.#table(node);
      else if (node.type === 'blockquote' || node.type === 'footnoteDefinition') this.#flow(node.children);
    }
  }

  #startSection(node: Nodes, depth: number): void {
    const title = this.#textOf(node, true).text;
    // The page leaves such a heading out.
    if (title.trim() === '') return;
    this.#heading = { depth, text: title.replace(/\s+/g, ' ').trim(), slug: this.#slugs.of(title) };
    this.#add('heading', node, [node]);
  }

  #list(list: List): void {
    for (const item of list.children) this.#add('item', item, paragraphsIn(item));
  }

  #table(table: Table): void {
    for (const row of table.children.slice(1)) this.#add('row', row, [row]);
  }

  #add(kind: ProseBlock['kind'], node: Nodes, parts: readonly Nodes[], next?: RootContent): void {
    const texts = parts.map((part) => this.#textOf(part)).filter(({ text }) => text.trim() !== '');
    if (texts.length === 0) return;
    const leadsOn = (next?.type === 'list' || next?.type === 'table') && /:\s*$/.test(texts.at(-1)?.text ?? '');
    this.#blocks.push({ kind, start: startOf(node), texts, heading: this.#heading, leadsOn });
  }

  /** `withCode`: whether code and markup, which the page shows as they are written, count as text. Elsewhere code keeps its place as one word without digits. */
  #textOf(node: Nodes, withCode = false): ProseText {
    const characters: string[] = [];
    const offsets: number[] = [];
    const put = (value: string, start: number, exact: boolean): void => {
      characters.push(value);
      for (let index = 0; index < value.length; index += 1) offsets.push(exact ? start + index : start);
    };
    this.#inline(node, withCode, put);
    return { text: characters.join(''), offsets };
  }

  #inline(node: Nodes, withCode: boolean, put: (value: string, start: number, exact: boolean) => void): void {
    const [start, end] = [startOf(node), node.position?.end.offset ?? startOf(node)];
    // Character references make the text shorter than its source; then only its start is known.
    if (node.type === 'text') put(node.value, start, node.value.length === end - start);
    else if (node.type === 'inlineCode') put(withCode ? node.value : 'x'.repeat(node.value.length), start, false);
    else if (node.type === 'html' && withCode) put(visibleMarkup(node.value), start, false);
    else if (node.type === 'image' && withCode) put(isShownPicture(node.url) ? '' : node.alt || node.url, start, false);
    else if (node.type === 'imageReference' && withCode) put(node.alt || node.identifier, start, false);
    else if (node.type === 'break') put(' ', start, false);
    else if ('children' in node) {
      for (const child of node.children) {
        this.#inline(child, withCode, put);
        if (child.type === 'tableCell') put(' ', startOf(child), false);
      }
    }
  }
}

/** Markup in prose as the page shows it: as text, without comments. */
export function visibleMarkup(html: string): string {
  return html.replace(/<!--[^]*?(?:-->|$)/g, '');
}

function paragraphsIn(node: Nodes): Nodes[] {
  if (node.type === 'paragraph') return [node];
  return 'children' in node ? node.children.flatMap(paragraphsIn) : [];
}

function startOf(node: Nodes): number {
  return node.position?.start.offset ?? 0;
}
