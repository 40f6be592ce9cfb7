/** Takes a page apart into what decides whether its HTML is valid, so that what stands on many pages is judged once. */
import { createHash } from 'node:crypto';
import { Parser } from 'htmlparser2';
import { detached } from './html.ts';

interface OpenElement {
  readonly name: string;
  /** Stands for its start tag and those of all it stands in. */
  readonly path: string;
  readonly start: number;
  /** How often it holds each kind of child, in the order of their first. */
  readonly children: Map<string, number>;
  hasText: boolean;
}

/**
 * The parts of pages, a short line each: every element with its start tag, those around it and the kinds of its children;
 * forms whole; the order of headings and landmarks; character references and lone angle brackets. Texts, addresses and
 * names count only as empty, one word or several. A page is valid when all its parts stand on valid pages, but for
 * what concerns ids, which `readPage` checks of each page.
 */
export function pageParts(): (html: string) => Set<string> {
  const paths = new Map<string, string>();
  const shapeOf = shapesOfTags();
  const pathOf = (parent: string, shape: string): string => {
    const key = `${parent} ${shape}`;
    return kept(paths, key, () => digestOf(key));
  };
  return (html) => {
    const parts = new Set<string>();
    const open: OpenElement[] = [{ name: '', path: '', start: 0, children: new Map(), hasText: false }];
    const outline: string[] = [];
    const parser = new Parser(
      {
        onprocessinginstruction: (_, text) => parts.add(`<${text}>`),
        onopentag: (name) => {
          const shape = shapeOf(html.slice(parser.startIndex, parser.endIndex + 1));
          const path = pathOf(open.at(-1)?.path ?? '', shape);
          if (isOutlined(name) && !(mayRepeat(shape) && outline.at(-1) === shape)) outline.push(shape);
          open.push({ name, path, start: parser.startIndex, children: new Map(), hasText: false });
        },
        ontext: (text) => {
          if (!/\S/.test(text)) return;
          const parent = open.at(-1);
          if (parent !== undefined) addChild(parent, 'text', true);
          for (const [mark] of text.matchAll(/&[^;\s]*;?|[<>]/g)) parts.add(mark);
        },
        onclosetag: (_, isImplied) => {
          const element = open.pop();
          const parent = open.at(-1);
          if (element === undefined || parent === undefined) return;
          parts.add(`${element.path}${isImplied ? '!' : ''} ${contentOf(element)}`);
          if (element.name === 'form') parts.add(digestOf(html.slice(element.start, parser.endIndex + 1)));
          addChild(parent, element.name, element.hasText);
        },
      },
      { decodeEntities: false, recognizeSelfClosing: true },
    );
    parser.end(html);
    return parts.add(digestOf(outline.join(' ')));
  };
}

/** A function that gives what counts of a start tag, and remembers what it gave. */
function shapesOfTags(): (tag: string) => string {
  const shapes = new Map<string, string>();
  return (tag) => shapes.get(tag) ?? remembered(shapes, detached(tag), shapeOfTag(tag));
}

interface OpenSibling {
  readonly start: number;
  /** Its shape and those of its children, each kind of child once. */
  readonly kinds: Set<string>;
  /** Headings and landmarks count where they stand. */
  hasOutline: boolean;
}

/** What may stand any number of times beside its like. */
const mayBeMany = /^(?:tr|td|li|dt|dd|p|div|article|details|a|span|b|i|em|sub|sup|g|circle|rect|line|path|text|tspan)$/;

/**
 * The page without elements that are made as one of their siblings before them: rows of a table, entries of a list,
 * marks of a chart. As valid as the whole, but for ids and for what counts how often something stands somewhere.
 */
export function withoutRepeats(html: string): string {
  const shapeOf = shapesOfTags();
  const open: OpenSibling[] = [{ start: 0, kinds: new Set(), hasOutline: false }];
  const kept: string[] = [];
  const repeats: [start: number, end: number][] = [];
  const parser = new Parser(
    {
      onopentag: (name) => {
        const shape = shapeOf(html.slice(parser.startIndex, parser.endIndex + 1));
        open.push({ start: parser.startIndex, kinds: new Set([shape]), hasOutline: isOutlined(name) });
      },
      ontext: (text) => {
        if (/\S/.test(text)) open.at(-1)?.kinds.add('text');
      },
      onclosetag: (name, isImplied) => {
        const element = open.pop();
        const parent = open.at(-1);
        if (element === undefined || parent === undefined) return;
        const kind = digestOf([...element.kinds].join('\n'));
        if (mayBeMany.test(name) && parent.kinds.has(kind) && !isImplied && !element.hasOutline) {
          repeats.push([element.start, parser.endIndex + 1]);
        }
        parent.kinds.add(kind);
        parent.hasOutline ||= element.hasOutline;
      },
    },
    { decodeEntities: false, recognizeSelfClosing: true },
  );
  parser.end(html);
  let end = 0;
  // What stands in a repeat is left out with it.
  for (const [from, to] of repeats.toSorted(([a], [b]) => a - b)) {
    if (from < end) continue;
    kept.push(html.slice(end, from));
    end = to;
  }
  return [...kept, html.slice(end)].join('');
}

function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 16);
}

function kept(known: Map<string, string>, key: string, make: () => string): string {
  const before = known.get(key);
  if (before !== undefined) return before;
  const made = make();
  known.set(key, made);
  return made;
}

/** Tags that have to be remembered at most: those of some hundred pages, most of which stand on every page. */
const mostShapes = 20_000;

function remembered(shapes: Map<string, string>, tag: string, shape: string): string {
  if (shapes.size >= mostShapes) shapes.clear();
  shapes.set(tag, shape);
  return shape;
}

function addChild(parent: OpenElement, name: string, hasText: boolean): void {
  const kind = hasText ? name : `${name}-`;
  parent.children.set(kind, (parent.children.get(kind) ?? 0) + 1);
  parent.hasText ||= hasText;
}

/** Texts and what stands within lines may come in any number and order. */
const inLines = /^(?:text|a|abbr|b|cite|code|em|i|q|span|strong|sub|sup|time)-?$/;

function contentOf({ children }: OpenElement): string {
  const kinds = [...children.keys()];
  const blocks = kinds.filter((kind) => !inLines.test(kind));
  return [
    ...blocks.map((kind) => ((children.get(kind) ?? 0) > 1 ? `${kind}*` : kind)),
    ...kinds.filter((kind) => inLines.test(kind)).sort(),
  ].join(' ');
}

/** Whether pages may have the element only once, under a name of its own, or in a certain order. */
function isOutlined(name: string): boolean {
  return /^(?:h[1-6]|main|nav|aside|section|form|map)$/.test(name);
}

function mayRepeat(shape: string): boolean {
  return /^<h[2-6]\b/.test(shape) || (shape.startsWith('<section') && !shape.includes('aria-label='));
}

/** Attributes whose value is data: one page is as valid as another whatever it says, unless it is empty. */
const dataAttributes = [
  ...['href', 'src', 'srcset', 'content', 'id', 'class', 'title', 'alt', 'datetime', 'download', 'value', 'hreflang'],
  ...['aria-labelledby', 'aria-describedby', 'aria-controls', 'data-[\\w-]+'],
  ...['x', 'y', 'x1', 'x2', 'y1', 'y2', 'cx', 'cy', 'r', 'd', 'dx', 'dy', 'points', 'transform', 'width', 'height'],
  ...['viewBox', 'stroke-width', 'stroke-dasharray'],
];
const dataPattern = new RegExp(`(\\s(?:${dataAttributes.join('|')})=)"([^"]*)"`, 'g');
/** Names of landmarks have to differ and controls need labels, so these are kept as they are. */
const keptTags =
  /^<(?:main|nav|aside|section|form|input|select|textarea)\b|\srole="(?:banner|complementary|contentinfo|form|main|navigation|region|search)"/;
const namePattern = /(\saria-label=)"([^"]*)"/;

function shapeOfTag(tag: string): string {
  const isControl = /^<(?:input|select|textarea)\b/.test(tag);
  const shape = tag.replace(dataPattern, (whole, attribute: string, value: string) =>
    isControl && attribute.trim() === 'id=' ? whole : kindOfValue(whole, attribute, value),
  );
  return keptTags.test(tag) ? shape : shape.replace(namePattern, kindOfValue);
}

function kindOfValue(_: string, attribute: string, value: string): string {
  if (value.trim() === '') return `${attribute}"${value}"`;
  const marks = [...new Set(value.match(/&(?![a-z]+;|#x?[0-9a-f]+;)|[<>]/gi))].join('');
  return `${attribute}"${/\s/.test(value) ? 'some words' : 'word'}${marks}"`;
}
