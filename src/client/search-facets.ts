/** What the results are of, beside them on wide screens: each value with its count, a click narrows to it. */
import { copyOf, partOf, renewed, slotOf } from './elements.ts';
import type { ResultCounts } from './page-records.ts';
import type { FilterName } from './query-state.ts';
import type { CountedValue, SearchControls } from './search-controls.ts';

/** The topics of an area are many: they are chosen in the form. */
const shown = ['area', 'year', 'platform'] as const satisfies readonly FilterName[];

export class SearchFacets {
  readonly #root: ParentNode;
  readonly #controls: SearchControls;
  #panel: HTMLElement;

  constructor(root: ParentNode, controls: SearchControls) {
    this.#root = root;
    this.#controls = controls;
    this.#panel = partOf(root, 'facets', HTMLElement);
  }

  /** Null hides them. */
  show(counts: ResultCounts | null): void {
    const focused = this.#buttons.find((button) => button === document.activeElement)?.dataset;
    const [title] = this.#panel.children;
    this.#panel = renewed(this.#panel);
    this.#panel.hidden = counts === null;
    const groups = counts === null ? [] : shown.map((name) => this.#group(name, this.#controls.valuesOf(name, counts)));
    this.#panel.replaceChildren(...(title === undefined ? [] : [title]), ...groups);
    if (focused !== undefined) this.#focus(focused);
  }

  get #buttons(): HTMLButtonElement[] {
    return [...this.#panel.querySelectorAll('button')];
  }

  /** The list has become another one: who was in it stays at the same value or, where that is gone, at the same facet. */
  #focus({ filter, value }: DOMStringMap): void {
    const facet = this.#buttons.filter(({ dataset }) => dataset['filter'] === filter);
    (facet.find(({ dataset }) => dataset['value'] === value) ?? facet.at(-1) ?? this.#buttons[0])?.focus();
  }

  #group(name: FilterName, values: readonly CountedValue[]): Node {
    const node = copyOf(partOf(this.#root, 'facet-template', HTMLTemplateElement));
    slotOf(node, 'name', HTMLElement).textContent = this.#controls.labelOf(name);
    slotOf(node, 'values', HTMLElement).append(...values.map((value) => this.#value(name, value)));
    return values.length === 0 ? document.createDocumentFragment() : node;
  }

  #value(name: FilterName, { value, label, count, isChosen }: CountedValue): Node {
    const node = copyOf(partOf(this.#root, 'facet-value-template', HTMLTemplateElement));
    slotOf(node, 'label', HTMLElement).textContent = label;
    slotOf(node, 'count', HTMLElement).textContent = String(count);
    const button = node.querySelector('button');
    if (button === null) return node;
    button.dataset['filter'] = name;
    button.dataset['value'] = value;
    button.setAttribute('aria-pressed', String(isChosen));
    button.addEventListener('click', () => {
      this.#controls.toggle(name, value);
    });
    return node;
  }
}
