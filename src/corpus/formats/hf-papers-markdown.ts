/** Pages of Daily Papers as Markdown, as clippers and readers save them: a linked heading for each paper. */
import { EntryReading, type PlacedText, unwrapped } from './entry-reading.ts';
import type { Capture, CaptureFormat, CaptureLine, CaptureReading } from './format.ts';
import { PageEntry, paperIdOfLink } from './hf-papers-page.ts';
import { lineStarts } from './text-places.ts';

const longestHead = 2000;
const headLine = /^#{1,6} {1,3}\[(.*)\]\((\S{1,300}?)(?: "[^"]{0,300}")?\)$/;
const imageInLine = /!\[((?:[^[\]\\]|\\.){0,500})\]\(([^()\s]{0,1000})(?: "[^"]{0,300}")?\)/g;
const linkInLine = /\[((?:[^[\]\\]|\\.){0,500})\]\(([^()\s]{0,1000})(?: "[^"]{0,300}")?\)/g;
/** What clippers and readers put above a page, and what the page has around its papers. */
const frameLine =
  /^(?:---|(?:Title|URL Source|Published Time|Markdown Content|source|title|author|created|tags):.*|Daily Papers|Trending Papers|new|Subscribe|Get trending papers in your email inbox.{0,20}|by ?AK and the research community|#{1,6} .{0,200})$/;

export const hfPapersMarkdown: CaptureFormat = {
  id: 'hf-papers-markdown',
  shape: 'headings such as "### [a title](https://huggingface.co/papers/2401.01234)", each with its abstract below',
  fit: (lines) => (lines.some(({ text }) => headOf(text) !== null) ? 0.95 : 0),
  read: readMarkdown,
};

interface Head {
  readonly title: string;
  readonly href: string;
}

function headOf(text: string): Head | null {
  if (text.length > longestHead) return null;
  const match = headLine.exec(text);
  const [title, href] = [match?.[1], match?.[2]];
  return title === undefined || href === undefined || paperIdOfLink(href) === null ? null : { title, href };
}

interface OpenEntry {
  readonly start: number;
  end: number;
  readonly title: PlacedText;
  abstract: PlacedText | null;
  /** Whether the abstract may go on in the next line. */
  isOpen: boolean;
  readonly page: PageEntry;
  /** Which stretches of lines belong to the record. */
  readonly lines: CaptureLine[];
}

function readMarkdown(capture: Capture): CaptureReading {
  const reading = new EntryReading(capture, 'hf-papers-markdown');
  const starts = lineStarts(capture.text);
  let entry: OpenEntry | null = null;
  for (const line of capture.lines) {
    const start = (starts[line.number - 1] ?? 0) + line.column - 1;
    const head = headOf(line.text);
    if (head !== null) {
      finish(reading, entry);
      entry = openEntry(head, line, start);
    } else if (isFrame(line.text) && (entry === null || /^#/.test(line.text))) {
      finish(reading, entry);
      entry = null;
      reading.boilerplate({ start, end: start + line.text.length });
    } else if (entry !== null && take(entry, line, start)) {
      entry.lines.push(line);
      entry.end = start + line.text.length;
      reading.boilerplate({ start, end: entry.end });
    }
  }
  finish(reading, entry);
  return reading.result();
}

function openEntry({ title, href }: Head, line: CaptureLine, start: number): OpenEntry {
  const page = new PageEntry();
  page.link('', href);
  const offset = start + line.text.indexOf('[') + 1;
  const placed = { text: unescaped(unwrapped(title)), offset };
  return { start, end: start + line.text.length, title: placed, abstract: null, isOpen: true, page, lines: [line] };
}

function finish(reading: EntryReading, entry: OpenEntry | null): void {
  if (entry !== null) reading.add(entry.page.facts(entry.title, entry.abstract), entry);
}

/** A line that is nothing but links and images, or known to stand around the papers. */
function isFrame(text: string): boolean {
  return frameLine.test(text) || withoutLinks(text) === '';
}

function withoutLinks(text: string): string {
  return withoutImages(text)
    .replace(linkInLine, '')
    .replace(/^[\s>*+·•|-]{1,20}/, '')
    .trim();
}

/** Images may stand inside of links. */
function withoutImages(text: string): string {
  return text.replace(imageInLine, '');
}

/** Whether a line under a title is understood. */
function take(entry: OpenEntry, line: CaptureLine, start: number): boolean {
  const links = [...withoutImages(line.text).matchAll(linkInLine)];
  const rest = withoutLinks(line.text);
  if (links.length > 0 && (rest === '' || entry.page.line(rest, start))) {
    for (const [, text = '', href = ''] of links) entry.page.link(unescaped(text), href);
    entry.isOpen = entry.abstract === null;
    return true;
  }
  if (entry.page.line(line.text, start)) {
    entry.isOpen = entry.abstract === null;
    return true;
  }
  if (!entry.isOpen) return false;
  const text = unescaped(unwrapped(line.text));
  entry.abstract =
    entry.abstract === null ? { text, offset: start } : { ...entry.abstract, text: `${entry.abstract.text} ${text}` };
  return true;
}

/** Without the backslashes that Markdown puts before its own marks. */
function unescaped(text: string): string {
  return text.replace(/\\([\\`*_[\]#~>])/g, '$1');
}
