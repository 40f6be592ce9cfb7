/** Narrows and sorts the results in place; the state is in the URL. */
import { partOf } from './elements.ts';
import { formatResultsState, isWanted, parseResultsState, type ResultsState, type SortOrder } from './results-state.ts';

interface Row {
  readonly element: HTMLTableRowElement;
  readonly topic: string;
  readonly platforms: readonly string[];
  readonly ranks: Readonly<Record<SortOrder, number>>;
}

interface Group {
  readonly element: HTMLElement;
  readonly body: HTMLTableSectionElement;
  readonly rows: readonly Row[];
}

const stateNames = ['topic', 'platform', 'sort'] as const;

class ResultsPage {
  readonly #controls: HTMLFieldSetElement;
  readonly #status: HTMLElement;
  readonly #groups: readonly Group[];

  constructor(root: HTMLElement) {
    this.#controls = partOf(root, 'controls', HTMLFieldSetElement);
    this.#status = partOf(root, 'status', HTMLElement);
    this.#groups = [...root.querySelectorAll('[data-group]')].flatMap(groupOf);
    this.#controls.addEventListener('change', () => {
      const state = this.#read();
      history.pushState(null, '', location.pathname + formatResultsState(state));
      this.#show(state);
    });
    window.addEventListener('popstate', () => {
      this.restore();
    });
  }

  /** Shows what the address bar asks for. */
  restore(): void {
    const state = parseResultsState(location.search);
    for (const name of stateNames) {
      const field = this.#controls.elements.namedItem(name);
      if (field instanceof HTMLSelectElement) field.value = state[name];
    }
    // What the page does not offer is not set, in the fields and in the rows.
    this.#show(this.#read());
  }

  #read(): ResultsState {
    const query = new URLSearchParams();
    for (const name of stateNames) {
      const field = this.#controls.elements.namedItem(name);
      if (field instanceof HTMLSelectElement) query.set(name, field.value);
    }
    return parseResultsState(query.toString());
  }

  #show(state: ResultsState): void {
    let shown = 0;
    let all = 0;
    for (const { element, body, rows } of this.#groups) {
      const wanted = rows.filter((row) => isWanted(row, state));
      for (const row of rows) row.element.hidden = !wanted.includes(row);
      body.append(...rows.toSorted((a, b) => a.ranks[state.sort] - b.ranks[state.sort]).map((row) => row.element));
      element.hidden = wanted.length === 0;
      shown += wanted.length;
      all += rows.length;
    }
    this.#status.textContent = `${shown} of ${all} results`;
  }
}

function groupOf(element: Element): Group[] {
  const body = element.querySelector('tbody');
  if (!(element instanceof HTMLElement) || body === null) return [];
  return [{ element, body, rows: [...body.rows].map(rowOf) }];
}

function rowOf(element: HTMLTableRowElement, index: number): Row {
  const { topic = '', platforms = '', value, date } = element.dataset;
  return {
    element,
    topic,
    platforms: platforms.split(' '),
    ranks: { '': index, value: Number(value), date: Number(date) },
  };
}

const root = document.querySelector('[data-results]');
if (root instanceof HTMLElement) new ResultsPage(root).restore();
