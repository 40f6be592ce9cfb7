/** The list of results on the page. */
import { copyOf, partOf, renewed, slotOf } from './elements.ts';
import type { SearchHit, SectionHit } from './hit.ts';
import { showListMarks } from './list-marks.ts';
import { markedNodes } from './marked-text.ts';

export class HitList {
  #list: HTMLOListElement;
  readonly #hitTemplate: HTMLTemplateElement;
  readonly #sectionTemplate: HTMLTemplateElement;

  constructor(root: ParentNode) {
    this.#list = partOf(root, 'hits', HTMLOListElement);
    this.#hitTemplate = partOf(root, 'hit-template', HTMLTemplateElement);
    this.#sectionTemplate = partOf(root, 'section-template', HTMLTemplateElement);
  }

  get length(): number {
    return this.#list.children.length;
  }

  /** Pixels that a result takes, as most of those shown do: the first, often that of a topic, tells more. */
  get usualHeight(): number {
    const heights = [...this.#list.children].map((item) => item.getBoundingClientRect().height).sort((a, b) => a - b);
    return heights[Math.floor((heights.length - 1) / 2)] ?? 0;
  }

  /** The links to the pages found, in order. */
  get links(): HTMLAnchorElement[] {
    return [...this.#list.querySelectorAll<HTMLAnchorElement>('h3 a')];
  }

  /** Shows other results; a reader who is already in the list stays at the same place of it. */
  replace(hits: readonly SearchHit[]): void {
    const focused = this.links.findIndex((link) => link === document.activeElement);
    this.#list = renewed(this.#list);
    this.#list.replaceChildren(...hits.map((hit) => this.#hitNode(hit)));
    showListMarks(this.#list);
    if (focused >= 0) this.links[Math.min(focused, hits.length - 1)]?.focus();
  }

  append(hits: readonly SearchHit[]): void {
    this.#list.append(...hits.map((hit) => this.#hitNode(hit)));
    showListMarks(this.#list);
  }

  dropLast(): void {
    this.#list.lastElementChild?.remove();
  }

  #hitNode(hit: SearchHit): Node {
    const node = copyOf(this.#hitTemplate);
    const title = slotOf(node, 'title', HTMLAnchorElement);
    title.href = hit.url;
    title.append(...markedNodes(hit.title));
    const details = hit.details.flatMap((parts, index) => [...(index > 0 ? [' · '] : []), ...markedNodes(parts)]);
    slotOf(node, 'details', HTMLElement).append(...details);
    const lead = slotOf(node, 'lead', HTMLElement);
    lead.textContent = hit.lead;
    lead.hidden = hit.lead === '';
    const sections = slotOf(node, 'sections', HTMLElement);
    sections.append(...hit.sections.map((section) => this.#sectionNode(section)));
    sections.hidden = hit.sections.length === 0;
    prepareToggle(slotOf(node, 'toggle', HTMLButtonElement), hit);
    return node;
  }

  #sectionNode(section: SectionHit): Node {
    const node = copyOf(this.#sectionTemplate);
    const title = slotOf(node, 'title', HTMLAnchorElement);
    title.href = section.url;
    title.textContent = section.title;
    slotOf(node, 'excerpt', HTMLElement).append('… ', ...markedNodes(section.excerpt), ' …');
    return node;
  }
}

/** Only papers can be put on the reading list. */
function prepareToggle(toggle: HTMLButtonElement, { url, title }: SearchHit): void {
  const id = /\/papers\/([a-z0-9-]+)\/$/.exec(new URL(url, location.href).pathname)?.[1];
  if (id === undefined || id === 'by-year') {
    toggle.remove();
    return;
  }
  toggle.dataset['listToggle'] = id;
  toggle.setAttribute('aria-label', `Reading list: ${title.map(({ text }) => text).join('')}`);
}
