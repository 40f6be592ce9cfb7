/** Sorts and narrows the papers of a topic in place; what was asked for is in the address. */
import { partOf } from './elements.ts';
import { saveFormats } from './save-formats.ts';
import {
  countValue,
  everyPaper,
  formatSelection,
  inOrder,
  isNarrowed,
  isSelected,
  type ListedPaper,
  paperFilters,
  type PaperSelection,
  parseSelection,
} from './paper-selection.ts';

interface Entry extends ListedPaper {
  readonly element: HTMLElement;
}

interface Group {
  readonly list: HTMLElement;
  /** Says that none of the list is left. */
  readonly none: HTMLElement;
  readonly entries: readonly Entry[];
}

const fieldNames = ['sort', ...paperFilters] as const;

class TopicPapers {
  readonly #root: HTMLElement;
  readonly #controls: HTMLFieldSetElement;
  readonly #status: HTMLElement;
  readonly #clear: HTMLButtonElement;
  readonly #groups: readonly Group[];
  readonly #all: readonly Entry[];
  #shown = everyPaper;

  constructor(root: HTMLElement) {
    this.#root = root;
    this.#controls = partOf(root, 'controls', HTMLFieldSetElement);
    this.#status = partOf(root, 'status', HTMLElement);
    this.#clear = partOf(root, 'clear', HTMLButtonElement);
    this.#groups = [...root.querySelectorAll('[data-group]')].map(groupOf);
    this.#all = this.#groups.flatMap(({ entries }) => entries);
    this.#controls.addEventListener('change', () => {
      this.#ask();
    });
    this.#clear.addEventListener('click', () => {
      this.#write({ ...everyPaper, sort: this.#shown.sort });
      this.#ask();
      // The button is gone; the keyboard goes on where the controls begin.
      this.#fields[0]?.focus({ preventScroll: true });
    });
    for (const button of root.querySelectorAll<HTMLButtonElement>('button[data-format]')) {
      button.addEventListener('click', () => void this.#save(button.dataset['format'] ?? ''));
    }
    window.addEventListener('popstate', () => {
      this.restore();
    });
  }

  /** Shows what the address asks for; what the page does not offer is not set. */
  restore(): void {
    this.#write(parseSelection(location.search));
    const selection = this.#read();
    if (formatSelection(selection) !== formatSelection(this.#shown)) this.#show(selection);
  }

  /** Whether the list is not that of the page as it was built. */
  get isChanged(): boolean {
    return this.#shown !== everyPaper;
  }

  scrollIntoView(): void {
    this.#root.scrollIntoView({ behavior: 'instant' });
  }

  get #fields(): (HTMLSelectElement | HTMLInputElement)[] {
    return fieldNames.flatMap((name) => {
      const field = this.#controls.elements.namedItem(name);
      return field instanceof HTMLSelectElement || field instanceof HTMLInputElement ? [field] : [];
    });
  }

  #read(): PaperSelection {
    const query = new URLSearchParams();
    for (const field of this.#fields) {
      if (field instanceof HTMLSelectElement || field.checked) query.set(field.name, field.value);
    }
    return parseSelection(query.toString());
  }

  #write(selection: PaperSelection): void {
    const values = new Map<string, string>(Object.entries(selection));
    for (const field of this.#fields) {
      const value = values.get(field.name) ?? '';
      if (field instanceof HTMLInputElement) field.checked = value === field.value;
      else field.value = [...field.options].some((option) => option.value === value) ? value : '';
    }
  }

  #ask(): void {
    const selection = this.#read();
    history.pushState(null, '', location.pathname + formatSelection(selection));
    this.#keepInPlace(() => {
      this.#show(selection);
    });
  }

  #show(selection: PaperSelection): void {
    this.#shown = selection;
    const selected = new Set(this.#all.filter((entry) => isSelected(entry, selection)));
    for (const { list, none, entries } of this.#groups) {
      for (const entry of entries) entry.element.hidden = !selected.has(entry);
      list.append(...inOrder(entries, selection.sort).map(({ element }) => element));
      list.dataset['order'] = selection.sort;
      none.hidden = entries.some((entry) => selected.has(entry));
    }
    this.#showCounts(selection);
    this.#clear.hidden = !isNarrowed(selection);
    this.#status.textContent = this.#statusOf(selected.size);
  }

  #statusOf(selected: number): string {
    const all = this.#all.length === 1 ? '1 paper' : `${this.#all.length} papers`;
    const [order] = this.#fields;
    const orderText = order instanceof HTMLSelectElement ? order.selectedOptions[0]?.text : undefined;
    const count = selected === this.#all.length ? all : `${selected} of ${all}`;
    return orderText === undefined ? count : `${count}, ${orderText}`;
  }

  /** Says beside each value how many papers it would leave; one that would leave none cannot be chosen. */
  #showCounts(selection: PaperSelection): void {
    for (const name of paperFilters) {
      const field = this.#fields.find((other) => other.name === name);
      if (field instanceof HTMLSelectElement) {
        for (const option of field.options) {
          const { label } = option.dataset;
          if (label === undefined) continue;
          const count = countValue(this.#all, selection, name, option.value);
          option.text = `${label} (${count})`;
          option.disabled = count === 0 && !option.selected;
        }
      } else if (field !== undefined) {
        const count = countValue(this.#all, selection, name, field.value);
        partOf(this.#controls, `${name}-count`, HTMLElement).textContent = `(${count})`;
        field.disabled = count === 0 && !field.checked;
      }
    }
  }

  /** Saves the papers shown, in the order shown. */
  async #save(name: string): Promise<void> {
    const cards = [...this.#root.querySelectorAll<HTMLElement>('li:not([hidden]) > [data-paper]')];
    const ids = cards.flatMap((card) => card.dataset['paper'] ?? []);
    try {
      const { exportCitations } = await import('./citation-export.ts');
      const format = saveFormats.find((other) => other === name);
      if (format !== undefined) await exportCitations(ids, format);
    } catch (error) {
      console.error(error);
      this.#status.textContent = 'The papers could not be fetched. Try again.';
    }
  }

  /** Where the page becomes shorter than it is scrolled, room is left so that the controls do not move. */
  #keepInPlace(change: () => void): void {
    const before = this.#controls.getBoundingClientRect().top;
    this.#root.style.minBlockSize = '';
    change();
    const moved = this.#controls.getBoundingClientRect().top - before;
    if (moved <= 0) return;
    this.#root.style.minBlockSize = `${this.#root.offsetHeight + moved}px`;
    window.scrollBy({ top: moved, behavior: 'instant' });
  }
}

function groupOf(group: Element): Group {
  const list = partOf(group, 'list', HTMLElement);
  return { list, none: partOf(group, 'none', HTMLElement), entries: [...list.children].flatMap(entryOf) };
}

function entryOf(element: Element, index: number): Entry[] {
  if (!(element instanceof HTMLElement)) return [];
  const { year, platform, contribution, code, title, speedup, related } = element.dataset;
  return [
    {
      element,
      values: {
        year: wordsOf(year),
        platform: wordsOf(platform),
        contribution: wordsOf(contribution),
        code: wordsOf(code),
      },
      ranks: { '': index, title: Number(title), speedup: Number(speedup), related: Number(related) },
    },
  ];
}

function wordsOf(text = ''): string[] {
  return text === '' ? [] : text.split(' ');
}

/** Connects the list of papers on the page of a topic. */
export function connectTopicPapers(): void {
  const root = document.querySelector('[data-topic-papers]');
  if (!(root instanceof HTMLElement)) return;
  const papers = new TopicPapers(root);
  papers.restore();
  // Who follows a link to a selection wants to see it; a reload or a way back keeps its place.
  if (papers.isChanged && location.hash === '' && isNewVisit()) papers.scrollIntoView();
}

function isNewVisit(): boolean {
  const [visit] = performance.getEntriesByType('navigation');
  return visit instanceof PerformanceNavigationTiming && visit.type === 'navigate';
}
