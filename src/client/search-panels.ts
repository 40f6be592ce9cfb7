/** What stands under the search form: results, or why there are none. One panel at a time. */
import { partOf, renewed } from './elements.ts';
import type { SearchHit } from './hit.ts';
import { HitList } from './hit-list.ts';
import { ResultRoom } from './result-room.ts';

const panelNames = ['results', 'empty', 'none', 'error'] as const;
type PanelName = (typeof panelNames)[number];

/** A search offered as a link. */
export interface OfferedSearch {
  readonly label: string;
  readonly href: string;
}

export class SearchPanels {
  readonly hits: HitList;
  readonly more: HTMLButtonElement;
  readonly #root: ParentNode;
  readonly #status: HTMLElement;
  readonly #room: ResultRoom;
  /** How many results the search has, shown or not. */
  #total = 0;

  constructor(root: ParentNode) {
    this.#root = root;
    this.hits = new HitList(root);
    this.more = partOf(root, 'more', HTMLButtonElement);
    this.#status = partOf(root, 'status', HTMLElement);
    this.#room = new ResultRoom(partOf(root, 'room', HTMLElement), this.end, partOf(root, 'foot', HTMLElement));
  }

  /** The place where the results end. */
  get end(): HTMLElement {
    return partOf(this.#root, 'end', HTMLElement);
  }

  /** Before anything is typed; `browse` is the page that lists what the filters select. */
  showEmpty(browse: OfferedSearch | null): void {
    this.#showNearest([]);
    this.#show('empty', '');
    partOf(this.#root, 'browse', HTMLElement).hidden = browse === null;
    if (browse !== null) this.#setLink('browse-link', browse);
  }

  /**
   * `summary`: what was found, in words; `nearest`: other searches that may be meant; `following`: how many further
   * results come without being asked for.
   */
  showResults(
    hits: readonly SearchHit[],
    total: number,
    summary: string,
    nearest: readonly OfferedSearch[] = [],
    following = 0,
  ): void {
    this.#total = total;
    this.#room.hold();
    this.#showNearest(nearest);
    this.hits.replace(hits);
    this.#show('results', summary);
    this.#offerMore();
    this.expect(following);
  }

  /** Papers known by their titles, while the texts cannot be searched yet. */
  showTitles(hits: readonly SearchHit[]): void {
    this.showResults(hits, hits.length, 'Titles that fit; the texts are being searched …');
  }

  /** Makes room for results that are on their way. */
  expect(count: number): void {
    const rows = Math.min(count, this.#total - this.hits.length);
    this.#room.settle(rows > 0 ? Math.ceil(rows * this.hits.usualHeight) : 0);
  }

  /** Adds results under those shown: as many as there is room for, at least one. */
  addResults(hits: readonly SearchHit[]): void {
    const before = this.hits.length;
    const hadFocus = document.activeElement === this.more;
    this.hits.append(hits);
    this.#offerMore();
    while (this.#room.isOverfull && this.hits.length > before + 1) this.hits.dropLast();
    this.#offerMore();
    this.#room.settle();
    // Who asked for more with the keyboard goes on at the first of them.
    if (hadFocus) this.hits.links[before]?.focus();
  }

  /** Says that the results expected do not come. Pagefind remembers what failed, so asking again is of no use. */
  missResults(): void {
    this.#room.settle();
    this.say('More results could not be loaded: reload the page to try again');
  }

  /** Nothing was found; `unfiltered` is the same search without filters, where that finds something. */
  showNone(q: string, unfiltered: OfferedSearch | null, nearest: readonly OfferedSearch[]): void {
    this.#showNearest(nearest);
    this.#show('none', 'No results');
    const text = `No page of the survey has “${q}”`;
    partOf(this.#root, 'none-text', HTMLElement).textContent =
      unfiltered === null ? `${text}.` : `${text} within these filters.`;
    partOf(this.#root, 'unfiltered', HTMLElement).hidden = unfiltered === null;
    if (unfiltered !== null) this.#setLink('unfiltered-link', unfiltered);
  }

  #showNearest(searches: readonly OfferedSearch[]): void {
    renewed(partOf(this.#root, 'nearest', HTMLElement)).hidden = searches.length === 0;
    const items = searches.map(({ label, href }) => {
      const item = document.createElement('li');
      const link = document.createElement('a');
      link.href = href;
      link.textContent = label;
      item.append(link);
      return item;
    });
    partOf(this.#root, 'nearest-list', HTMLElement).replaceChildren(...items);
  }

  showError(): void {
    this.#showNearest([]);
    this.#show('error', 'The search is not available');
  }

  /** Says that the results on the page answer this text. */
  settle(q: string): void {
    partOf(this.#root, 'results', HTMLElement).dataset['answers'] = q;
  }

  /** Tells the reader something, also one who listens. */
  say(message: string): void {
    if (this.#status.textContent === message) return;
    const line = document.createElement('p');
    line.textContent = message;
    this.#status.replaceChildren(line);
  }

  #show(panel: PanelName, status: string): void {
    for (const name of panelNames) partOf(this.#root, name, HTMLElement).hidden = name !== panel;
    partOf(this.#root, 'tools', HTMLElement).hidden = panel !== 'results';
    this.say(status);
    if (panel === 'results') return;
    renewed(partOf(this.#root, panel, HTMLElement));
    this.more.hidden = true;
    this.#room.settle();
  }

  #offerMore(): void {
    const left = this.#total - this.hits.length;
    this.more.hidden = left <= 0;
    this.more.textContent = `Show more (${left} left)`;
  }

  #setLink(name: string, { label, href }: OfferedSearch): void {
    const link = partOf(this.#root, name, HTMLAnchorElement);
    link.href = href;
    link.textContent = label;
  }
}
