/** What the pages of Daily Papers say under a title, in Markdown as in HTML. */
import { parseIsoDate } from '../dates.ts';
import { parseArxivId } from '../identifiers.ts';
import { type EntryFacts, noFacts, type PlacedText, unwrapped } from './entry-reading.ts';
import { readMetaLine } from './hf-papers-meta-line.ts';

const paperPath = /^(?:https?:\/\/(?:www\.)?(?:huggingface\.co|hf\.co))?\/papers\/([^/?#\s]{1,40})(?:[?#]|$)/;
const ownPath = /^(?:https?:\/\/(?:www\.)?(?:huggingface\.co|hf\.co))?\/([\w.-]{1,100})$/;
const functionalPaths = /^(?:login|join|papers|models|datasets|spaces|docs|pricing|blog|posts|settings|new)$/;

/** The arXiv id of the paper that an address of Daily Papers leads to; null for any other address. */
export function paperIdOfLink(href: string): string | null {
  return parseArxivId(paperPath.exec(href)?.[1] ?? '');
}

/** The facts of one paper, gathered from its lines and links. */
export class PageEntry {
  readonly #addresses: string[] = [];
  readonly #organizations: string[] = [];
  #date: EntryFacts['date'] = null;
  #authorCount: number | null = null;
  #comments: number | null = null;

  /** Takes what a line says; false when it says nothing known. */
  line(text: string, offset: number): boolean {
    const words = unwrapped(text);
    const bare = words.replace(/^[\s·•*-]{1,8}/, '').replace(/^Published on /, '');
    const fact = readMetaLine(words) ?? readMetaLine(bare);
    switch (fact?.kind) {
      case undefined:
        return bare === '' || /^(?:(?:Upvote )?\d[\d.,]*k?|Upvote|Submitted by|GitHub|arXiv Page|-)$/.test(bare);
      case 'authors':
        this.#authorCount ??= fact.count > 0 ? fact.count : null;
        return true;
      case 'date':
        this.#date ??= { text: bare, offset, reading: fact.reading };
        this.#comments ??= fact.comments;
        return true;
      case 'organization':
      case 'dot':
        return true;
    }
  }

  /** Takes a date as `YYYY-MM-DD`. */
  day(text: string, offset: number): void {
    this.#date ??= { text, offset, reading: parseIsoDate(text) };
  }

  /** Takes what a link says: code, an organisation, the number of comments, the paper itself. */
  link(text: string, href: string): void {
    const words = unwrapped(text);
    const organization = ownPath.exec(href)?.[1];
    if (/#community$/.test(href)) this.#comments ??= /^\d{1,6}$/.test(words) ? Number(words) : null;
    else if (paperIdOfLink(href) !== null) this.#addresses.push(`arXiv:${String(paperIdOfLink(href))}`);
    else if (/^https?:\/\//.test(href) && !/^https?:\/\/(?:[\w-]+\.)*(?:huggingface\.co|hf\.co)(?:[/?#]|$)/.test(href))
      this.#addresses.push(href);
    else if (organization !== undefined && !functionalPaths.test(organization) && /\p{L}/u.test(words))
      this.#organizations.push(words);
  }

  facts(title: PlacedText | null, abstract: PlacedText | null): EntryFacts {
    return {
      ...noFacts,
      title,
      abstract,
      authorCount: this.#authorCount,
      date: this.#date,
      comments: this.#comments,
      organizations: [...new Set(this.#organizations)],
      addresses: this.#addresses,
    };
  }
}
