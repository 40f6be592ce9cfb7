/** The palette on the page: a modal dialog with a combobox whose list is always open. */
import { markedNodes } from './marked-text.ts';
import type { OptionGroup, PaletteOption } from './palette-options.ts';

const listId = 'palette-list';

export interface PaletteActions {
  /** The text in the field has changed. */
  typed(): void;
  /** An option was chosen; `apart` when it is to open in a new tab. */
  chosen(option: PaletteOption, apart: boolean): void;
  /** Enter was pressed with no option chosen. */
  submitted(apart: boolean): void;
  cleared(): void;
}

type Children = readonly (Node | string)[];

function make<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Readonly<Record<string, string>>,
  children: Children = [],
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

export class PaletteView {
  readonly #actions: PaletteActions;
  readonly #field = make('input', {
    type: 'text',
    class: 'palette-field',
    role: 'combobox',
    'aria-label': 'Search titles, topics, authors and texts',
    'aria-expanded': 'false',
    'aria-controls': listId,
    'aria-autocomplete': 'list',
    placeholder: 'Titles, topics, authors, texts',
    autocomplete: 'off',
    autocapitalize: 'none',
    spellcheck: 'false',
    enterkeyhint: 'search',
    maxlength: '300',
  });
  readonly #close = make('button', { type: 'button', class: 'palette-button' }, ['Close']);
  readonly #list = make('div', { id: listId, role: 'listbox', 'aria-label': 'Suggestions', class: 'palette-list' });
  readonly #clear = make('button', { type: 'button', class: 'palette-button', hidden: '' }, ['Clear recent searches']);
  readonly #status = make('p', { role: 'status', class: 'palette-status' });
  readonly #dialog = make('dialog', { class: 'palette', 'aria-label': 'Search', closedby: 'any' }, [
    make('div', { class: 'palette-head' }, [this.#field, this.#close]),
    this.#list,
    make('div', { class: 'palette-foot' }, [this.#status, this.#clear, keyHelp()]),
  ]);
  #options: { readonly option: PaletteOption; readonly element: HTMLAnchorElement }[] = [];
  #active = -1;

  constructor(actions: PaletteActions) {
    this.#actions = actions;
    this.#field.addEventListener('input', () => {
      this.#activate(-1);
      actions.typed();
    });
    this.#field.addEventListener('keydown', (event) => {
      if (!event.isComposing && this.#takesKey(event)) event.preventDefault();
    });
    this.#close.addEventListener('click', () => {
      this.close();
    });
    this.#clear.addEventListener('click', () => {
      actions.cleared();
      this.#field.focus();
    });
    this.#dialog.addEventListener('close', () => {
      delete document.documentElement.dataset['palette'];
    });
    // The field keeps the focus: options are chosen, not focused.
    this.#list.addEventListener('mousedown', (event) => {
      event.preventDefault();
    });
    document.body.append(this.#dialog);
  }

  get text(): string {
    return this.#field.value;
  }

  set text(text: string) {
    this.#field.value = text;
    this.#activate(-1);
  }

  get isOpen(): boolean {
    return this.#dialog.open;
  }

  /** The browser gives the focus back at the end to what has it now. */
  open(): void {
    // Where the scroll bar takes room, its place is kept while the page cannot be scrolled.
    const takesRoom = innerWidth > document.documentElement.clientWidth;
    document.documentElement.dataset['palette'] = takesRoom ? 'beside' : 'over';
    this.#dialog.showModal();
    this.#field.focus();
  }

  close(): void {
    this.#dialog.close();
  }

  /** Shows other options; the chosen one stays so where it is offered again. */
  show(groups: readonly OptionGroup[], canClear: boolean): void {
    const chosen = this.#options[this.#active]?.option.href;
    this.#options = [];
    this.#list.replaceChildren(...groups.map((group, place) => this.#groupNode(group, place)));
    this.#field.setAttribute('aria-expanded', String(this.#options.length > 0));
    this.#list.hidden = this.#options.length === 0;
    this.#clear.hidden = !canClear;
    this.#activate(chosen === undefined ? -1 : this.#options.findIndex(({ option }) => option.href === chosen), false);
  }

  /** What is said of the options, to be seen and heard. */
  announce(text: string): void {
    if (this.#status.textContent !== text) this.#status.textContent = text;
  }

  #groupNode({ label, options }: OptionGroup, place: number): HTMLElement {
    const id = `palette-group-${place}`;
    return make('div', { role: 'group', 'aria-labelledby': id, class: 'palette-group' }, [
      make('div', { id, role: 'presentation', class: 'palette-label' }, [label]),
      ...options.map((option) => this.#optionNode(option)),
    ]);
  }

  #optionNode(option: PaletteOption): HTMLElement {
    const place = this.#options.length;
    const details = option.details.flatMap((parts, index) => [...(index > 0 ? [' · '] : []), ...markedNodes(parts)]);
    const element = make(
      'a',
      {
        id: `palette-option-${place}`,
        role: 'option',
        'aria-selected': 'false',
        tabindex: '-1',
        href: option.href,
        class: 'palette-option',
      },
      [
        make('span', { class: 'palette-title' }, markedNodes(option.title)),
        ...(details.length > 0 ? [' ', make('span', { class: 'palette-details' }, details)] : []),
      ],
    );
    element.addEventListener('click', (event) => {
      event.preventDefault();
      this.#actions.chosen(option, event.ctrlKey || event.metaKey);
    });
    // Options that appear under a pointer at rest are not chosen by it.
    element.addEventListener('pointermove', () => {
      if (this.#active !== place) this.#activate(place, false);
    });
    this.#options.push({ option, element });
    return element;
  }

  /** Whether the palette did something for this key. */
  #takesKey({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): boolean {
    if (key === 'Enter') {
      const chosen = this.#options[this.#active];
      if (chosen === undefined) this.#actions.submitted(ctrlKey || metaKey);
      else this.#actions.chosen(chosen.option, ctrlKey || metaKey);
      return true;
    }
    const target = ctrlKey || metaKey || altKey || shiftKey ? null : this.#stopFor(key);
    if (target === null) return false;
    this.#activate(target);
    return true;
  }

  /** Where a key leads among the options; -1 is the field itself, null for keys that do not lead. */
  #stopFor(key: string): number | null {
    const last = this.#options.length - 1;
    switch (key) {
      case 'ArrowDown':
        return this.#active === last ? -1 : this.#active + 1;
      case 'ArrowUp':
        return this.#active === -1 ? last : this.#active - 1;
      // In the field itself these keys move the cursor.
      case 'Home':
        return this.#active === -1 ? null : 0;
      case 'End':
        return this.#active === -1 ? null : last;
      default:
        return null;
    }
  }

  #activate(place: number, scroll = true): void {
    this.#options[this.#active]?.element.setAttribute('aria-selected', 'false');
    this.#active = place;
    const active = this.#options[place]?.element;
    if (active === undefined) {
      this.#field.removeAttribute('aria-activedescendant');
      if (scroll) this.#list.scrollTop = 0;
      return;
    }
    active.setAttribute('aria-selected', 'true');
    this.#field.setAttribute('aria-activedescendant', active.id);
    if (scroll) active.scrollIntoView({ block: 'nearest' });
  }
}

/** For readers with a keyboard before them; what a screen reader needs is in the roles. */
function keyHelp(): HTMLElement {
  const keys = [
    ['↑ ↓', 'choose'],
    ['Enter', 'open'],
    [/Mac|iP/.test(navigator.userAgent) ? '⌘ Enter' : 'Ctrl Enter', 'new tab'],
    ['Esc', 'close'],
  ];
  return make(
    'p',
    { class: 'palette-keys', 'aria-hidden': 'true' },
    keys.map(([key = '', what = '']) => make('span', {}, [make('kbd', {}, [key]), ` ${what}`])),
  );
}
