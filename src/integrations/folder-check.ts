/** Checks the files of a finished site, most pages while the search index is still made from them. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { type Diagnostic, diagnosticInFile } from '../corpus/diagnostics.ts';
import { filesBelow, isPage } from '../loaders/built-site.ts';
import { indexedPages } from './search-coverage.ts';
import { checkSite, isPaperPage, type SiteCheck } from './site-check.ts';
import { checkXml } from './xml-check.ts';

export interface FolderToCheck {
  readonly folder: string;
  readonly base: string;
  /** The public address, with or without the base path; null where there is none. */
  readonly site: string | null;
  /** Whether the pages are to be opened as files, without a server. */
  readonly isOffline: boolean;
}

export interface CheckedFolder {
  readonly diagnostics: readonly Diagnostic[];
  readonly pages: number;
}

/** What was read so far. */
interface Reading {
  readonly layout: { readonly base: string; readonly origin: string | null; readonly isOffline: boolean };
  /** All files there are; some come while pages are read. */
  readonly files: Set<string>;
  readonly check: SiteCheck;
  /** Of the pages that were read; differs when one has been written since. */
  readonly marks: Map<string, string>;
}

/** How many pages are read before others get their turn. */
const pagesAtATime = 16;

export class FolderCheck {
  readonly #about: FolderToCheck;
  #begun: Reading | null = null;

  constructor(about: FolderToCheck) {
    this.#about = about;
  }

  /** Reads the pages that are complete before the search has its files: those that name none of them. */
  async begin(): Promise<void> {
    const reading = this.#open();
    for (const [index, file] of [...reading.files].filter(isPage).entries()) {
      if (index % pagesAtATime === 0) await setImmediate();
      const { html, mark } = this.#readPage(file);
      if (html.includes('/pagefind/')) continue;
      reading.check.addPage(file, html);
      reading.marks.set(file, mark);
    }
    this.#begun = reading;
  }

  /** Reads what is left, and all again if a page has changed since; gives everything that is wrong. */
  finish(): CheckedFolder {
    const reading = this.#begun !== null && this.#stands(this.#begun) ? this.#begun : this.#open();
    const { layout, check, marks } = reading;
    const files = filesBelow(this.#about.folder);
    for (const file of files) reading.files.add(file);
    const pages = files.filter(isPage);
    for (const file of pages.filter((page) => !marks.has(page))) check.addPage(file, this.#read(file));
    for (const file of files.filter((name) => name.endsWith('.css') && !name.startsWith('pagefind/'))) {
      check.addStylesheet(file, this.#read(file));
    }
    const xml = checkXml({ ...layout, files: reading.files });
    for (const file of files.filter((name) => name.endsWith('.xml'))) xml.add(file, this.#read(file));
    const { diagnostics, listed, namedFeeds } = check.finish();
    // Feeds and sitemaps are for readers on the web, search is for a server.
    const onWeb = layout.isOffline
      ? []
      : [...xml.finish(listed, namedFeeds), ...unindexedPapers(this.#about.folder, layout.base, listed)];
    return { diagnostics: [...diagnostics, ...onWeb], pages: pages.length };
  }

  #open(): Reading {
    const { folder, base, site, isOffline } = this.#about;
    const layout = { base, origin: site === null ? null : new URL(site).origin, isOffline };
    const files = new Set(filesBelow(folder));
    return { layout, files, check: checkSite({ ...layout, files }), marks: new Map() };
  }

  #stands({ marks }: Reading): boolean {
    return [...marks].every(([file, mark]) => this.#markOf(file) === mark);
  }

  #markOf(file: string): string {
    const state = statSync(path.join(this.#about.folder, file), { throwIfNoEntry: false });
    return state === undefined ? 'gone' : `${state.size} ${state.mtimeMs}`;
  }

  #readPage(file: string): { readonly html: string; readonly mark: string } {
    // The mark first: of a page that is written meanwhile it is another in the end.
    const mark = this.#markOf(file);
    return { mark, html: this.#read(file) };
  }

  #read(file: string): string {
    return readFileSync(path.join(this.#about.folder, file), 'utf8');
  }
}

/** The pages of a finished site, sorted. */
export function pagesOf(folder: string): string[] {
  return filesBelow(folder).filter(isPage);
}

/** Papers that no search can find. */
function unindexedPapers(folder: string, base: string, listed: readonly string[]): Diagnostic[] {
  const papers = listed.filter(isPaperPage);
  if (!existsSync(path.join(folder, 'pagefind', 'fragment'))) {
    const message = 'the site has no search index';
    return papers.length === 0 ? [] : [diagnosticInFile('unindexed-paper', 'pagefind', message, 'fragments of pages')];
  }
  const indexed = indexedPages(folder);
  return papers
    .filter((file) => !indexed.has(`/${file.replace(/index\.html$/, '')}`))
    .map((file) =>
      diagnosticInFile('unindexed-paper', file, `no search under ${base} finds this paper`, 'its page in the index'),
    );
}
