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

/** What needs a label: its own text, or one that names its id. */
interface Control {
  readonly path: string;
  readonly id: string | null;
  readonly around: readonly OpenElement[];
}

/**
 * The parts of pages, a digest each: every element with its start tag, those around it and the kinds of its children;
 * forms whole; controls with their labels; the order of headings and landmarks; character references, lone angle
 * brackets and odd end tags. Texts, addresses and names count only as empty, one word or several. A page is valid when
 * all its parts stand on valid pages, but for what concerns ids, which `readPage` checks of each page.
 */
export function pageParts(): (html: string) => Set<string> {
  const digestOnce = rememberedPairs(digestOf);
  return (html) => {
    const parts = new Set<string>();
    const add = (of: string, part: string): unknown => parts.add(digestOnce(of, part));
    const root: OpenElement = { name: '', path: '', start: 0, children: new Map(), hasText: false };
    const open: OpenElement[] = [root];
    const outline: string[] = [];
    const labels: { readonly of: string | null; readonly element: OpenElement }[] = [];
    const controls: Control[] = [];
    const ends = endTags(html);
    const parser = new Parser(
      {
        onprocessinginstruction: (_, text) => {
          addChild(open.at(-1) ?? root, `<${text}>`, false);
        },
        oncomment: ends.pass,
        onopentag: (name) => {
          const tag = html.slice(parser.startIndex, parser.endIndex + 1);
          const shape = shapeOf(tag);
          const path = digestOnce(open.at(-1)?.path ?? '', shape);
          const element = { name, path, start: parser.startIndex, children: new Map<string, number>(), hasText: false };
          ends.pass(tag);
          if (isOutlined(name)) addToOutline(outline, shape);
          if (name === 'label') labels.push({ of: valueIn(shape, 'for'), element });
          if (isControl(shape)) controls.push({ path, id: valueIn(shape, 'id'), around: labelsAmong(open) });
          open.push(element);
        },
        ontext: (text) => {
          ends.pass(text);
          if (!/\S/.test(text)) return;
          const parent = open.at(-1);
          if (parent !== undefined) addChild(parent, 'text', true);
          for (const mark of marksIn(text)) add('', mark);
        },
        onclosetag: (_, isImplied) => {
          const element = open.pop();
          const parent = open.at(-1);
          if (element === undefined || parent === undefined) return;
          const end = isImplied ? '!' : ends.close(element, parser.startIndex);
          for (const part of contentsOf(element)) add(element.path, part);
          if (end !== '') add(element.path, end);
          if (element.name === 'form') parts.add(digestOf(html.slice(element.start, parser.endIndex + 1)));
          addChild(parent, element.name, element.hasText);
        },
      },
      { decodeEntities: false, recognizeSelfClosing: true },
    );
    parser.end(html);
    for (const part of contentsOf(root)) add('page', part);
    for (const { path, id, around } of controls) {
      const named = labels.filter((label) => id !== null && label.of === id);
      const all = [...around, ...named.map(({ element }) => element)];
      add(path, `labels ${all.map((label) => `${label.path} ${contentsOf(label).join(' ')}`).join(', ')}`);
    }
    if (ends.left() !== 0) add('page', `${ends.left()} end tags of nothing`);
    return parts.add(digestOf(outline.join(' ')));
  };
}

function labelsAmong(open: readonly OpenElement[]): OpenElement[] {
  return open.filter(({ name }) => name === 'label');
}

/** Character references and lone angle brackets. */
function marksIn(text: string): string[] {
  if (!/[&<>]/.test(text)) return [];
  return text.match(/&[^;\s]*;?|[<>]/g) ?? [];
}

interface EndTags {
  /** Takes note of what is no end tag, whatever it holds. */
  readonly pass: (text: string) => void;
  /** Takes note of the end tag at `offset`; gives it where it is not written as the name of its start tag. */
  readonly close: (element: { readonly name: string; readonly start: number }, offset: number) => string;
  /** How many end tags close nothing. */
  readonly left: () => number;
}

function endTags(html: string): EndTags {
  const countIn = (text: string): number => text.split('</').length - 1;
  let left = countIn(html);
  return {
    pass: (text) => {
      if (text.includes('</')) left -= countIn(text);
    },
    close: ({ name, start }, offset) => {
      left -= 1;
      const expected = `</${html.slice(start + 1, start + 1 + name.length)}>`;
      return html.startsWith(expected, offset) ? '' : html.slice(offset, html.indexOf('>', offset) + 1);
    },
    left: () => left,
  };
}

const shapes = new Map<string, string>();

/** What counts of a start tag; most stand on many pages. */
function shapeOf(tag: string): string {
  return shapes.get(tag) ?? remembered(detached(tag), shapeOfTag(tag));
}

interface OpenSibling {
  readonly name: string;
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
  const kindOf = numbersOfTexts();
  const open: OpenSibling[] = [{ name: '', start: 0, kinds: new Set(), hasOutline: false }];
  const ends = endTags(html);
  const kept: string[] = [];
  const repeats: [start: number, end: number][] = [];
  const parser = new Parser(
    {
      oncomment: ends.pass,
      onopentag: (name) => {
        const tag = html.slice(parser.startIndex, parser.endIndex + 1);
        ends.pass(tag);
        const kinds = new Set([shapeOf(tag)]);
        open.push({ name, start: parser.startIndex, kinds, hasOutline: isOutlined(name) });
      },
      ontext: (text) => {
        ends.pass(text);
        for (const kind of /\S/.test(text) ? ['text', ...marksIn(text)] : []) open.at(-1)?.kinds.add(kind);
      },
      onclosetag: (name, isImplied) => {
        const element = open.pop();
        const parent = open.at(-1);
        if (element === undefined || parent === undefined) return;
        const end = isImplied ? '!' : ends.close(element, parser.startIndex);
        const kind = kindOf([...element.kinds, end].join('\n'));
        if (mayBeMany.test(name) && parent.kinds.has(kind) && end === '' && !element.hasOutline) {
          repeats.push([element.start, parser.endIndex + 1]);
        }
        parent.kinds.add(kind);
        parent.hasOutline ||= element.hasOutline;
      },
    },
    { decodeEntities: false, recognizeSelfClosing: true },
  );
  parser.end(html);
  // One that closes nothing may stand in what would be left out.
  if (ends.left() !== 0) return html;
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

/** A function that gives each text a name of its own, shorter than most. */
function numbersOfTexts(): (text: string) => string {
  const numbers = new Map<string, string>();
  return (text) => {
    const number = numbers.get(text) ?? `#${numbers.size}`;
    numbers.set(text, number);
    return number;
  };
}

/** A function of two texts that remembers what `make` gave for them, joined by a space. */
function rememberedPairs(make: (text: string) => string): (first: string, second: string) => string {
  const known = new Map<string, Map<string, string>>();
  return (first, second) => {
    const ofFirst = known.get(first) ?? new Map<string, string>();
    known.set(first, ofFirst);
    const before = ofFirst.get(second);
    if (before !== undefined) return before;
    const made = make(`${first} ${second}`);
    ofFirst.set(second, made);
    return made;
  };
}

/** Tags that have to be remembered at most: those of some hundred pages, most of which stand on every page. */
const mostShapes = 20_000;

function remembered(tag: string, shape: string): string {
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

/** Other elements of which one more is as valid as the first. */
const isFlow = /^(?:section|h[2-6]|ul|ol|dl|table|figure)$/;

/** Its blocks in their order, and each kind of what stands within lines. */
function contentsOf({ children, hasText }: OpenElement): string[] {
  const blocks: string[] = [hasText ? 'text' : 'nothing'];
  const within: string[] = [];
  for (const [kind, count] of children) {
    if (inLines.test(kind)) within.push(`with ${kind}`);
    else blocks.push(count > 1 && !mayBeMany.test(kind) && !isFlow.test(kind) ? `${kind}*` : kind);
  }
  return [blocks.join(' '), ...within];
}

/** Whether pages may have the element only once, under a name of its own, or in a certain order. */
function isOutlined(name: string): boolean {
  return /^(?:h[1-6]|main|nav|aside|section|form|map)$/.test(name);
}

function addToOutline(outline: string[], shape: string): void {
  if (isNameless(shape) || (mayRepeat(shape) && outline.at(-1) === shape)) return;
  outline.push(shape);
}

/** A section without a name is no landmark. */
function isNameless(shape: string): boolean {
  return shape.startsWith('<section') && !/\s(?:aria-label(?:ledby)?|role|title)=/.test(shape);
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

function isControl(tag: string): boolean {
  return /^<(?:input|select|textarea)\b/i.test(tag);
}

function valueIn(tag: string, attribute: string): string | null {
  return new RegExp(`\\s${attribute}="([^"]*)"`).exec(tag)?.[1] ?? null;
}

function shapeOfTag(tag: string): string {
  const keepsId = isControl(tag);
  const shape = tag.replace(dataPattern, (whole, attribute: string, value: string) =>
    keepsId && attribute.trim() === 'id=' ? whole : kindOfValue(whole, attribute, value),
  );
  return keptTags.test(tag) ? shape : shape.replace(namePattern, kindOfValue);
}

function kindOfValue(_: string, attribute: string, value: string): string {
  if (value.trim() === '') return `${attribute}"${value}"`;
  const marks = [...new Set(value.match(/&(?![a-z]+;|#x?[0-9a-f]+;)|[<>]/gi))].sort().join('');
  return `${attribute}"${/\s/.test(value) ? 'some words' : 'word'}${marks}"`;
}
