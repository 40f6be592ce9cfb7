/** Draws the papers of a reading list. */
import { arxivAbstractUrl } from '../corpus/identifiers.ts';
import type { Citation } from '../exports/citation.ts';
import { areaClass } from '../site/area-class.ts';
import { makeUrls } from '../site/urls.ts';
import { abbreviateAuthors, formatMonth } from '../site/wording.ts';
import type { CardFacts } from './card-facts.ts';
import { copyOf, partOf, slotOf } from './elements.ts';
import type { ListGroup, ListTopic } from './list-order.ts';
import type { ReadingList } from './reading-list.ts';

const urls = makeUrls(import.meta.env.BASE_URL, null);

export class ListCards {
  readonly #root: HTMLElement;
  readonly #topics: ReadonlyMap<string, ListTopic>;
  readonly #groupTemplate: HTMLTemplateElement;
  readonly #cardTemplate: HTMLTemplateElement;
  readonly #unknownTemplate: HTMLTemplateElement;

  constructor(root: HTMLElement, topics: readonly ListTopic[]) {
    this.#root = root;
    this.#topics = new Map(topics.map((topic) => [topic.id, topic]));
    this.#groupTemplate = partOf(root, 'group-template', HTMLTemplateElement);
    this.#cardTemplate = partOf(root, 'card-template', HTMLTemplateElement);
    this.#unknownTemplate = partOf(root, 'unknown-template', HTMLTemplateElement);
  }

  /** `list` says which papers can carry a note. */
  show(groups: readonly ListGroup[], list: ReadingList, facts: ReadonlyMap<string, CardFacts>): void {
    const notes = new Map(list.papers.map(({ id, note }) => [id, note]));
    const nodes = groups.map(({ heading, papers }) => {
      const node = copyOf(this.#groupTemplate);
      const title = slotOf(node, 'heading', HTMLElement);
      if (heading === null) title.remove();
      else title.append(heading.href === null ? heading.label : linkTo(heading.href, heading.label));
      slotOf(node, 'papers', HTMLElement).append(
        ...papers.map((paper) => this.#card(paper, facts.get(paper.id) ?? noFacts, notes.get(paper.id))),
      );
      return node;
    });
    partOf(this.#root, 'groups', HTMLElement).replaceChildren(...nodes);
  }

  /** Names that no paper of the survey has; a removed paper may still have a page that says so. */
  showUnknown(ids: readonly string[], canRemove: boolean): void {
    const nodes = ids.map((id) => {
      const node = copyOf(this.#unknownTemplate);
      const link = slotOf(node, 'link', HTMLAnchorElement);
      link.href = urls.paper(id);
      link.textContent = id;
      const remove = slotOf(node, 'remove', HTMLButtonElement);
      remove.hidden = !canRemove;
      remove.dataset['remove'] = id;
      remove.setAttribute('aria-label', `Remove: ${id}`);
      return node;
    });
    partOf(this.#root, 'unknown-list', HTMLElement).replaceChildren(...nodes);
    partOf(this.#root, 'unknown', HTMLElement).hidden = ids.length === 0;
  }

  #card(paper: Citation, facts: CardFacts, note: string | undefined): Node {
    const node = copyOf(this.#cardTemplate);
    slotOf(node, 'title', HTMLAnchorElement).href = urls.paper(paper.id);
    slotOf(node, 'title', HTMLElement).textContent = paper.title;
    fill(
      slotOf(node, 'authors', HTMLElement),
      paper.authors === null ? '' : abbreviateAuthors(paper.authors, paper.authorsComplete),
    );
    fill(slotOf(node, 'date', HTMLElement), dateLine(paper));
    this.#fillTopic(node, paper.topic);
    fillFacts(node, facts);
    fillLink(
      slotOf(node, 'arxiv', HTMLAnchorElement),
      paper.arxiv === null ? null : arxivAbstractUrl(paper.arxiv),
      `arXiv page of ${paper.title}`,
    );
    fillLink(slotOf(node, 'code', HTMLAnchorElement), paper.code, `Code of ${paper.title}`);
    fillNote(node, paper, note);
    const toggle = slotOf(node, 'toggle', HTMLButtonElement);
    toggle.dataset['listToggle'] = paper.id;
    toggle.setAttribute('aria-label', `Reading list: ${paper.title}`);
    return node;
  }

  #fillTopic(node: ParentNode, id: string | null): void {
    const topic = this.#topics.get(id ?? '');
    if (topic === undefined) {
      slotOf(node, 'topic', HTMLElement).remove();
      return;
    }
    slotOf(node, 'area', HTMLElement).classList.add(areaClass(topic.areaIndex));
    const link = slotOf(node, 'topic-link', HTMLAnchorElement);
    link.href = topic.href;
    link.textContent = topic.label;
  }
}

const noFacts: CardFacts = { platforms: [], result: null };

function fillFacts(node: ParentNode, { platforms, result }: CardFacts): void {
  const badge = slotOf(node, 'platform', HTMLElement);
  badge.replaceWith(
    ...platforms.map((platform) => {
      const copy = badge.cloneNode();
      copy.textContent = platform;
      return copy;
    }),
  );
  const line = slotOf(node, 'result', HTMLElement);
  if (result === null) {
    line.remove();
    return;
  }
  const value = document.createElement('b');
  value.textContent = result.value;
  if (result.metricFirst) line.append(`${result.metric} `, value);
  else line.append(value, ...(result.metric === '' ? [] : [` ${result.metric}`]));
}

function fillNote(node: ParentNode, { id, title }: Citation, note: string | undefined): void {
  const field = slotOf(node, 'note', HTMLTextAreaElement);
  const printed = slotOf(node, 'printed-note', HTMLElement);
  if (note === undefined) {
    field.remove();
    printed.remove();
    return;
  }
  field.dataset['note'] = id;
  field.value = note;
  field.setAttribute('aria-label', `Note on ${title}`);
  printed.textContent = note;
}

function dateLine({ published, year, venue }: Citation): string {
  const date = published === null ? year : formatMonth({ value: published });
  return [date, venue].filter((fact) => fact !== null).join(' · ');
}

function fill(element: HTMLElement, text: string): void {
  if (text === '') element.remove();
  else element.textContent = text;
}

function fillLink(link: HTMLAnchorElement, href: string | null, name: string): void {
  if (href === null) {
    link.remove();
    return;
  }
  link.href = href;
  link.setAttribute('aria-label', name);
}

function linkTo(href: string, label: string): HTMLAnchorElement {
  const link = document.createElement('a');
  link.href = href;
  link.textContent = label;
  return link;
}
