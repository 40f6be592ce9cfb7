/** Judges the HTML of a folder's pages, also while they are being written. */
import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Diagnostic } from '../corpus/diagnostics.ts';
import { compareText } from '../corpus/ordering.ts';
import { filesBelow, isPage } from '../loaders/built-site.ts';
import type { PageJudge } from './html-validity.ts';

interface FoundPage {
  readonly file: string;
  readonly size: number;
  /** Differs when the page has been written since. */
  readonly mark: string;
}

interface JudgedPage {
  readonly mark: string;
  readonly faults: readonly Diagnostic[];
}

/** What is wrong with each page, as it was when `catchUp` last came by. */
export class JudgedPages {
  readonly #folder: string;
  readonly #judge: PageJudge;
  #judged: ReadonlyMap<string, JudgedPage> = new Map();

  constructor(folder: string, judge: PageJudge) {
    this.#folder = folder;
    this.#judge = judge;
  }

  /** Judges the pages that are new or were written again, and forgets those that are gone; gives how many it judged. */
  async catchUp(): Promise<number> {
    const pages = pagesIn(this.#folder);
    const judged = new Map<string, JudgedPage>();
    let count = 0;
    for (const { file, mark } of pages) {
      const before = this.#judged.get(file);
      // Taken before the page is read: one that is only half written has another mark in the end.
      const isKnown = before?.mark === mark;
      const faults = isKnown ? before.faults : await this.#judge(this.#folder, file);
      judged.set(file, { mark, faults });
      if (!isKnown) count += 1;
    }
    this.#judged = judged;
    return count;
  }

  get count(): number {
    return this.#judged.size;
  }

  /** Everything that is wrong, in order of the pages' sizes. */
  faults(): Diagnostic[] {
    return [...this.#judged.values()].flatMap(({ faults }) => faults);
  }
}

/** Smallest first: small pages are cheap to validate, and have most of what large ones repeat. */
function pagesIn(folder: string): FoundPage[] {
  // Nothing may have been written yet.
  const pages = existsSync(folder) ? filesBelow(folder).filter(isPage) : [];
  const found = pages.map((file) => {
    const { size, mtimeMs } = statSync(path.join(folder, file));
    return { file, size, mark: `${size} ${mtimeMs}` };
  });
  return found.toSorted((a, b) => a.size - b.size || compareText(a.file, b.file));
}
