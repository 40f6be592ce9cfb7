/** The search form: what is typed and chosen, and the number of results beside each choice. */
import { partOf } from './elements.ts';
import type { ResultCounts } from './page-records.ts';
import { filterNames, type FilterName, type SearchState, sortOrder } from './query-state.ts';

/** A value of a filter and how many results it would leave. */
export interface CountedValue {
  readonly value: string;
  readonly label: string;
  readonly count: number;
  readonly isChosen: boolean;
}

export class SearchControls {
  readonly form: HTMLFormElement;
  readonly field: HTMLInputElement;
  readonly filters: HTMLFieldSetElement;
  readonly sort: HTMLSelectElement;
  readonly #selects: ReadonlyMap<FilterName, HTMLSelectElement>;
  /** What the options say without numbers. */
  readonly #labels: ReadonlyMap<HTMLOptionElement, string>;

  constructor(root: ParentNode) {
    this.form = partOf(root, 'form', HTMLFormElement);
    const field = this.form.elements.namedItem('q');
    if (!(field instanceof HTMLInputElement)) throw new Error('The search form has no field');
    this.field = field;
    this.filters = partOf(root, 'filters', HTMLFieldSetElement);
    this.sort = partOf(root, 'sort', HTMLSelectElement);
    this.#selects = new Map(
      filterNames.flatMap((name) => {
        const select = this.form.elements.namedItem(name);
        return select instanceof HTMLSelectElement ? [[name, select]] : [];
      }),
    );
    const options = [...this.#selects.values()].flatMap((select) => [...select.options]);
    this.#labels = new Map(options.filter(({ value }) => value !== '').map((option) => [option, option.text]));
  }

  get state(): SearchState {
    const valueOf = (name: FilterName): string => this.#selects.get(name)?.value ?? '';
    return {
      q: this.field.value.trim(),
      year: valueOf('year'),
      area: valueOf('area'),
      topic: valueOf('topic'),
      platform: valueOf('platform'),
      sort: sortOrder(this.sort.value),
    };
  }

  /** Shows a search in the form; a filter value that this survey does not have is dropped. */
  set state(state: SearchState) {
    this.field.value = state.q;
    this.sort.value = state.sort;
    for (const [name, select] of this.#selects) {
      select.value = state[name];
      if (select.selectedIndex < 0) select.value = '';
    }
  }

  /** The page that lists the papers of the narrowest filter that is set; null without filters. */
  get browsable(): { label: string; href: string } | null {
    for (const name of ['topic', 'area', 'platform', 'year'] as const) {
      const option = this.#selects.get(name)?.selectedOptions[0];
      const label = option === undefined ? undefined : this.#labels.get(option);
      const href = option?.dataset['href'];
      if (label !== undefined && href !== undefined) return { label, href };
    }
    return null;
  }

  /** The values of a filter that leave results, as the form offers them. */
  valuesOf(name: FilterName, counts: ResultCounts): CountedValue[] {
    const select = this.#selects.get(name);
    return [...(select?.options ?? [])].flatMap((option) => {
      const label = this.#labels.get(option);
      const count = counts[name].get(option.value) ?? 0;
      if (label === undefined || (count === 0 && !option.selected)) return [];
      return [{ value: option.value, label, count, isChosen: option.selected }];
    });
  }

  labelOf(name: FilterName): string {
    return this.#selects.get(name)?.labels[0]?.textContent.trim() ?? '';
  }

  /** Chooses a value, or no longer chooses the one that is; as if the reader had done so in the form. */
  toggle(name: FilterName, value: string): void {
    const select = this.#selects.get(name);
    if (select === undefined) return;
    select.value = select.value === value ? '' : value;
    select.dispatchEvent(new Event('change', { bubbles: true }));
  }

  /** Writes the number of results beside each choice; null takes the numbers away. */
  showCounts(counts: ResultCounts | null): void {
    for (const [name, select] of this.#selects) {
      for (const option of select.options) {
        const label = this.#labels.get(option);
        if (label === undefined) continue;
        const count = counts?.[name].get(option.value) ?? 0;
        option.textContent = counts === null ? label : `${label} (${count})`;
        option.disabled = counts !== null && count === 0 && !option.selected;
      }
    }
  }
}
