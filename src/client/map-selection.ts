/** The papers chosen on the map: marked there, counted and listed below it. */
import { partOf } from './elements.ts';
import { addRowToggles } from './list-rows.ts';
import type { Dot } from './map-dots.ts';

export class MapSelection {
  readonly #root: HTMLElement;
  readonly #count: HTMLElement;
  readonly #list: HTMLUListElement;
  #dots: readonly Dot[] = [];

  constructor(map: HTMLElement) {
    this.#root = partOf(map, 'selection', HTMLElement);
    this.#count = partOf(map, 'count', HTMLElement);
    this.#list = partOf(map, 'list', HTMLUListElement);
  }

  show(dots: readonly Dot[]): void {
    for (const { link } of this.#dots) link.classList.remove('is-selected');
    this.#dots = dots;
    for (const { link } of dots) link.classList.add('is-selected');
    this.#list.replaceChildren(...dots.map(entryOf));
    addRowToggles(this.#root);
    this.#root.hidden = false;
    this.#count.textContent = dots.length === 1 ? '1 paper selected' : `${dots.length} papers selected`;
  }

  /** Takes a paper in or out. */
  toggle(dot: Dot): void {
    const others = this.#dots.filter((other) => other !== dot);
    this.show(others.length < this.#dots.length ? others : [...others, dot]);
  }

  clear(): void {
    this.show([]);
    this.#root.hidden = true;
  }
}

function entryOf({ link, name }: Dot): HTMLLIElement {
  const entry = document.createElement('li');
  const anchor = document.createElement('a');
  anchor.href = link.href.baseVal;
  anchor.textContent = name;
  entry.append(anchor);
  return entry;
}
