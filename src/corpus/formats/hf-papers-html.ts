/** Pages of Daily Papers as HTML, saved as they are: an <article> for each paper, and data for the page's own script. */
import { parseIsoDate } from '../dates.ts';
import { parseArxivId } from '../identifiers.ts';
import { type EntryFacts, EntryReading, type PlacedText, type Span, unwrapped } from './entry-reading.ts';
import type { Capture, CaptureFormat, CaptureReading } from './format.ts';
import { PageEntry, paperIdOfLink } from './hf-papers-page.ts';
import { dataOfPapers, type PaperData } from './hf-papers-data.ts';
import { type MarkupHandler, readMarkup } from './markup-reader.ts';
import { lineStarts } from './text-places.ts';

export const hfPapersHtml: CaptureFormat = {
  id: 'hf-papers-html',
  shape: 'a page with an <article> for each paper that links to /papers/2401.01234',
  fit: (lines) => {
    if (!lines[0]?.text.startsWith('<')) return 0;
    return lines.some(({ text }) => /href="[^"\s]{0,60}\/papers\/\d|data-target="DailyPapers"/.test(text)) ? 0.95 : 0;
  },
  read: readHtml,
};

interface PaperLink {
  readonly id: string;
  readonly offset: number;
}

interface Article extends Span {
  readonly id: string | null;
  readonly facts: EntryFacts;
}

function readHtml(capture: Capture): CaptureReading {
  const reading = new EntryReading(capture, 'hf-papers-html');
  const reader = new PageReader(reading);
  const stop = readMarkup(capture.text, false, reader);
  if (stop !== null) {
    const rest = { start: stop, end: capture.text.length };
    reading.skip(rest, stop, 'elements are nested too deeply; the rest was left out', 'a page of papers');
  }
  const known = new Set<string>();
  for (const article of reader.articles) {
    if (article.id !== null) known.add(article.id);
    reading.add(withData(article, reader.data.get(article.id ?? '')), article);
  }
  for (const [id, data] of reader.data) {
    if (known.has(id)) continue;
    known.add(id);
    reading.add(withData({ ...data.span, id, facts: new PageEntry().facts(null, null) }, data), data.span);
  }
  markFrame(capture, reading, reader.links, known);
  return reading.result();
}

/** Every other line is the frame of the page, unless it names a paper of which nothing was read. */
function markFrame(
  capture: Capture,
  reading: EntryReading,
  links: readonly PaperLink[],
  known: ReadonlySet<string>,
): void {
  const starts = lineStarts(capture.text);
  const strays = links.filter(({ id }) => !known.has(id)).map(({ offset }) => offset);
  let next = 0;
  for (const { number } of capture.lines) {
    const [start, end] = [starts[number - 1] ?? 0, starts[number] ?? capture.text.length];
    while ((strays[next] ?? Infinity) < start) next += 1;
    if ((strays[next] ?? Infinity) >= end) reading.boilerplate({ start, end });
  }
}

/** What the page shows, completed by what it hands to its script. */
function withData({ facts, id, start }: Article, data: PaperData | undefined): EntryFacts {
  const own = id === null ? [] : [`arXiv:${id}`];
  if (data === undefined) return { ...facts, addresses: [...own, ...facts.addresses] };
  const placed = (text: string | null): PlacedText | null => (text === null ? null : { text, offset: start });
  const published = placed(data.published);
  return {
    ...facts,
    title: facts.title ?? placed(data.title),
    abstract: facts.abstract ?? placed(data.abstract),
    authors: data.authors,
    authorsComplete: data.authors.length > 0,
    date: facts.date ?? (published === null ? null : { ...published, reading: parseIsoDate(published.text) }),
    comments: facts.comments ?? data.comments,
    organizations: [...new Set([...facts.organizations, ...data.organizations])],
    addresses: [...own, ...facts.addresses, ...data.addresses],
  };
}

/** An article on its way. */
class OpenArticle {
  readonly start: number;
  readonly page = new PageEntry();
  id: string | null = null;
  title: PlacedText | null = null;
  abstract: PlacedText | null = null;
  /** The heading or paragraph that is being read. */
  inside: 'title' | 'abstract' | null = null;
  buffer = '';
  bufferStart: number | null = null;
  anchor: string | null = null;

  constructor(start: number) {
    this.start = start;
  }

  /** Ends a run of text: it is a title, an abstract, or a line by itself. */
  flush(): void {
    const text = unwrapped(this.buffer);
    const placed = { text, offset: this.bufferStart ?? this.start };
    this.buffer = '';
    this.bufferStart = null;
    if (text === '') return;
    if (this.inside === 'title') this.title ??= placed;
    else if (this.inside === 'abstract') this.abstract ??= placed;
    else if (this.anchor !== null) this.page.link(text, this.anchor);
    else this.page.line(text, placed.offset);
  }
}

class PageReader implements MarkupHandler {
  readonly articles: Article[] = [];
  readonly data = new Map<string, PaperData>();
  /** Links to papers outside of articles. */
  readonly links: PaperLink[] = [];
  readonly #reading: EntryReading;
  #article: OpenArticle | null = null;

  constructor(reading: EntryReading) {
    this.#reading = reading;
  }

  open(name: string, attributes: Readonly<Record<string, string>>, tag: Span): void {
    const props = attributes['data-props'];
    if (props !== undefined) {
      for (const [id, data] of dataOfPapers(props, tag)) if (!this.data.has(id)) this.data.set(id, data);
    }
    if (name === 'article') {
      if (this.#article !== null) this.#leaveOut(this.#article, tag.start);
      this.#article = new OpenArticle(tag.start);
    } else if (this.#article !== null) {
      openInside(this.#article, name, attributes, tag.start);
    } else if (name === 'a') {
      const id = paperIdOfLink(attributes['href'] ?? '');
      if (id !== null) this.links.push({ id, offset: tag.start });
    }
  }

  text(text: string, start: number): void {
    if (this.#article === null) return;
    if (this.#article.bufferStart === null && text.trim() !== '') {
      this.#article.bufferStart = start + (text.length - text.trimStart().length);
    }
    this.#article.buffer += text;
  }

  close(name: string, end: number, isCut: boolean): void {
    const article = this.#article;
    if (article === null) return;
    if (name === 'article') {
      article.flush();
      if (isCut) this.#leaveOut(article, end);
      else this.articles.push(closedArticle(article, end));
      this.#article = null;
    } else {
      closeInside(article, name);
    }
  }

  aside(): void {
    // Comments are part of the frame.
  }

  #leaveOut({ start }: OpenArticle, end: number): void {
    this.#reading.skip({ start, end }, start, 'this article does not end; it was left out', '"</article>"');
  }
}

const heading = /^h[1-6]$/;

function openInside(
  article: OpenArticle,
  name: string,
  attributes: Readonly<Record<string, string>>,
  start: number,
): void {
  if (article.inside === null) article.flush();
  if (heading.test(name) && article.title === null) article.inside = 'title';
  else if (name === 'p' && article.abstract === null) article.inside = 'abstract';
  else if (name === 'time' && attributes['datetime'] !== undefined) {
    article.page.day(attributes['datetime'].slice(0, 10), start);
  } else if (name === 'a') {
    const href = attributes['href'] ?? '';
    article.id ??= paperIdOfLink(href);
    if (article.inside === null) article.anchor = href;
  }
}

function closeInside(article: OpenArticle, name: string): void {
  const isEnd = (article.inside === 'title' && heading.test(name)) || (article.inside === 'abstract' && name === 'p');
  if (isEnd || article.inside === null) article.flush();
  if (isEnd) article.inside = null;
  if (name === 'a') article.anchor = null;
}

function closedArticle({ start, id, page, title, abstract }: OpenArticle, end: number): Article {
  return { start, end, id: parseArxivId(id ?? ''), facts: page.facts(title, abstract) };
}
