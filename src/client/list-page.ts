/** Brings the page of the reading list to life: one's own list, or one that came with the address. */
import { z } from 'zod/mini';
import type { Citation } from '../exports/citation.ts';
import { exportFormats } from '../exports/formats.ts';
import { partOf } from './elements.ts';
import { type CardFacts, readCardFacts } from './card-facts.ts';
import { exportCitations, readKnownCitations } from './citation-export.ts';
import { addToList } from './list-actions.ts';
import { ListCards } from './list-cards.ts';
import { connectImport } from './list-import-form.ts';
import { showListMarks } from './list-marks.ts';
import { formatListFragment, parseListFragment, safeLinkLength, type SharedList } from './list-link.ts';
import { papers, problemTexts, show, tellRemoved, tellReplaced } from './list-notice.ts';
import { arrange, type ListGrouping, listGroupings, type ListOrder, listOrders, type ListTopic } from './list-order.ts';
import { readingList } from './list-store.ts';
import { isListed, notesOf, withNote, withoutPapers, withPapers } from './reading-list.ts';

const linkSchema = { id: z.string(), label: z.string(), href: z.string() };
const topicsSchema = z.array(z.object({ ...linkSchema, area: z.object(linkSchema), areaIndex: z.int() }));

const noNotes: ReadonlyMap<string, string> = new Map();

class ListPage {
  readonly #root: HTMLElement;
  readonly #topics: readonly ListTopic[];
  readonly #cards: ListCards;
  readonly #grouping: HTMLSelectElement;
  readonly #order: HTMLSelectElement;
  #citations: ReadonlyMap<string, Citation> | null = null;
  #facts: ReadonlyMap<string, CardFacts> = new Map();
  #shared: SharedList | null = null;
  /** What is on the page, so that a note is not torn from under the cursor when nothing else has changed. */
  #drawn = '';

  constructor(root: HTMLElement) {
    this.#root = root;
    this.#topics = topicsSchema.parse(JSON.parse(root.dataset['topics'] ?? ''));
    this.#cards = new ListCards(root, this.#topics);
    this.#grouping = this.#part('grouping', HTMLSelectElement);
    this.#order = this.#part('order', HTMLSelectElement);
    this.#readView();
    this.#connectControls();
    this.#connectShared();
    this.#connectNotes();
    connectImport(root, async () => [...(await readKnownCitations()).values()]);
    readingList.follow(() => {
      this.#show();
    });
    addEventListener('hashchange', () => {
      this.#readFragment();
    });
  }

  /** Fetches what the survey says of the papers, and shows the list. */
  async open(): Promise<void> {
    this.#readFragment();
    try {
      [this.#citations, this.#facts] = await Promise.all([readKnownCitations(), readFacts()]);
    } catch (error) {
      console.error(error);
      this.#part('status', HTMLElement).textContent = 'The papers could not be loaded. Reload the page to try again.';
      return;
    }
    this.#show();
  }

  get #ids(): readonly string[] {
    return this.#shared?.ids ?? readingList.list.papers.map(({ id }) => id);
  }

  #part<T extends Element>(name: string, kind: new () => T): T {
    return partOf(this.#root, name, kind);
  }

  #onClick(name: string, act: () => void): void {
    this.#part(name, HTMLButtonElement).addEventListener('click', act);
  }

  #readFragment(): void {
    this.#shared = parseListFragment(location.hash);
    this.#show();
  }

  #closeShared(): void {
    history.replaceState(null, '', location.pathname + location.search);
    this.#shared = null;
    this.#show();
    this.#part('status', HTMLElement).focus();
  }

  #connectShared(): void {
    this.#onClick('add-all', () => {
      const ids = this.#ids;
      this.#closeShared();
      addToList(ids);
    });
    this.#onClick('replace', () => {
      const before = readingList.list;
      const ids = this.#ids;
      readingList.change((list) => {
        const wanted = withPapers(
          withoutPapers(
            list,
            list.papers.map(({ id }) => id),
          ),
          ids,
        );
        const notes = list.papers.filter(({ id }) => ids.includes(id));
        return notes.reduce((result, { id, note }) => withNote(result, id, note), wanted);
      });
      this.#closeShared();
      tellReplaced(before);
    });
    this.#onClick('close-shared', () => {
      this.#closeShared();
    });
  }

  #connectControls(): void {
    for (const field of [this.#grouping, this.#order]) {
      field.addEventListener('change', () => {
        this.#writeView();
        this.#show();
      });
    }
    this.#onClick('print', () => {
      window.print();
    });
    this.#root.addEventListener('click', ({ target }) => {
      if (!(target instanceof HTMLElement)) return;
      const format = exportFormats.find((name) => name === target.dataset['export']);
      if (format !== undefined) this.#export(format);
      const { remove } = target.dataset;
      if (remove === undefined) return;
      const before = readingList.list;
      readingList.change((list) => withoutPapers(list, [remove]));
      tellRemoved(before, remove);
    });
  }

  #export(format: (typeof exportFormats)[number]): void {
    const unknown = this.#ids.filter((id) => !this.#citations?.has(id));
    const notes = this.#shared === null ? notesOf(readingList.list) : noNotes;
    exportCitations(this.#shownIds(), format, 'reading-list', notes).then(
      () => {
        if (unknown.length > 0) show(`The file leaves out what is not in the survey: ${unknown.join(', ')}`);
      },
      (error: unknown) => {
        console.error(error);
        show('The file could not be written: the papers could not be loaded.');
      },
    );
  }

  /** In the order of the page. */
  #shownIds(): string[] {
    return [...new Set(this.#groups().flatMap((group) => group.papers.map(({ id }) => id)))];
  }

  #connectNotes(): void {
    this.#root.addEventListener('input', ({ target }) => {
      if (!(target instanceof HTMLTextAreaElement)) return;
      const id = target.dataset['note'];
      if (id === undefined) return;
      const { value } = target;
      readingList.change((list) => withNote(list, id, value));
    });
  }

  #readView(): void {
    const query = new URLSearchParams(location.search);
    this.#grouping.value = listGroupings.find((name) => name === query.get('group')) ?? '';
    this.#order.value = listOrders.find((name) => name === query.get('sort')) ?? '';
  }

  #writeView(): void {
    const query = new URLSearchParams();
    if (this.#grouping.value !== '') query.set('group', this.#grouping.value);
    if (this.#order.value !== '') query.set('sort', this.#order.value);
    const text = query.toString();
    history.replaceState(null, '', location.pathname + (text === '' ? '' : `?${text}`) + location.hash);
  }

  #groups() {
    const grouping: ListGrouping = listGroupings.find((name) => name === this.#grouping.value) ?? '';
    const order: ListOrder = listOrders.find((name) => name === this.#order.value) ?? '';
    // A list that someone shares has an order of its own.
    const ids = this.#shared === null ? this.#ids : this.#ids.toReversed();
    const known = ids.flatMap((id) => this.#citations?.get(id) ?? []);
    return arrange(known, grouping, order, this.#topics);
  }

  #show(): void {
    this.#showProblems();
    if (this.#citations === null) return;
    this.#showShared();
    this.#showFrame();
    const groups = this.#groups();
    const isOwn = this.#shared === null;
    const drawing = JSON.stringify([isOwn, groups.map(({ heading, papers }) => [heading, papers.map(({ id }) => id)])]);
    if (drawing === this.#drawn) {
      this.#updateNotes();
    } else {
      this.#drawn = drawing;
      this.#keepFocus(() => {
        this.#cards.show(groups, isOwn ? readingList.list : { papers: [], read: [] }, this.#facts);
      });
    }
    const unknown = this.#ids.filter((id) => !this.#citations?.has(id));
    this.#cards.showUnknown(unknown, isOwn);
    showListMarks(this.#root);
  }

  /** What stands around the papers: how many, how to share them. */
  #showFrame(): void {
    const ids = this.#ids;
    const read = ids.filter((id) => readingList.list.read.includes(id)).length;
    const isEmpty = ids.length === 0;
    const status = this.#part('status', HTMLElement);
    const text = isEmpty ? '' : `${papers(ids.length)}${read === 0 ? '' : `, ${read} read`}`;
    if (status.textContent !== text) status.textContent = text;
    this.#part('controls', HTMLElement).hidden = isEmpty;
    this.#part('empty', HTMLElement).hidden = !isEmpty || this.#shared !== null;
    const menu = this.#root.querySelector<HTMLElement>('[data-share-href]');
    if (menu === null) return;
    const link = new URL(formatListFragment(ids), new URL(menu.dataset['shareHref'] ?? '', location.href)).href;
    menu.dataset['shareHref'] = link;
    menu.dataset['shareTitle'] = `Reading list, ${papers(ids.length)}`;
    const hint = this.#part('link-length', HTMLElement);
    hint.hidden = link.length <= safeLinkLength;
    hint.textContent = `The link to this list has ${link.length} characters. Some chat and mail programs cut off links of more than ${safeLinkLength}; a file never is.`;
  }

  #showShared(): void {
    const section = this.#part('shared', HTMLElement);
    const shared = this.#shared;
    section.hidden = shared === null;
    if (shared === null) return;
    const { ids, unreadable, announced } = shared;
    const own = readingList.list.papers.length;
    const both = ids.filter((id) => isListed(readingList.list, id)).length;
    this.#part('shared-text', HTMLElement).textContent =
      own === 0
        ? `It has ${papers(ids.length)}. Your own list is empty.`
        : `It has ${papers(ids.length)}. Your own list has ${own}, of which ${both} ${both === 1 ? 'is' : 'are'} in both. Nothing of yours is changed unless you say so.`;
    const lost = Math.max(0, (announced ?? 0) - ids.length - unreadable.length);
    const faults = [
      ...(unreadable.length === 0 ? [] : [`Not readable: ${unreadable.join(', ')}.`]),
      ...(lost === 0 ? [] : [`The link was made for ${papers(announced ?? 0)}; a program on the way cut it off.`]),
    ];
    const fault = this.#part('shared-fault', HTMLElement);
    fault.textContent = faults.join(' ');
    fault.hidden = faults.length === 0;
    this.#part('replace', HTMLElement).hidden = own === 0;
  }

  #showProblems(): void {
    const problem = this.#part('problem', HTMLElement);
    problem.hidden = readingList.problems.length === 0;
    problem.textContent = readingList.problems.map((name) => problemTexts[name]).join(' ');
  }

  #updateNotes(): void {
    for (const { id, note } of readingList.list.papers) {
      for (const field of this.#root.querySelectorAll<HTMLTextAreaElement>(`[data-note="${id}"]`)) {
        if (field !== document.activeElement) field.value = note;
        const printed = field.nextElementSibling;
        if (printed !== null) printed.textContent = note;
      }
    }
  }

  /** When the paper under the cursor goes, the one that takes its place is next. */
  #keepFocus(draw: () => void): void {
    const toggles = (): HTMLElement[] => [...this.#root.querySelectorAll<HTMLElement>('[data-list-toggle]')];
    const active = document.activeElement;
    const index = toggles().findIndex((toggle) => toggle === active);
    draw();
    showListMarks(this.#root);
    const left = toggles();
    if (index >= 0) (left[Math.min(index, left.length - 1)] ?? this.#part('status', HTMLElement)).focus();
  }
}

/** Without them cards say less; the list is there all the same. */
async function readFacts(): Promise<ReadonlyMap<string, CardFacts>> {
  try {
    return await readCardFacts();
  } catch (error) {
    console.error(error);
    return new Map();
  }
}

const root = document.querySelector('[data-list-page]');
if (root instanceof HTMLElement) void new ListPage(root).open();
