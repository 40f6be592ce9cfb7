/** The share menu: sends the page to another program, or copies its address or a text that names it. Loaded when opened. */
import { shareCitation, type SharedPage, shareMarkdown, titleWithQuery } from './share-text.ts';

const connected = new WeakSet<HTMLDetailsElement>();

/** Connects a menu that has just been opened. */
export function openShareMenu(menu: HTMLDetailsElement): void {
  const status = menu.querySelector<HTMLElement>('[data-share-status]');
  if (status === null) return;
  menu.querySelector('.share-field')?.remove();
  status.textContent = '';
  if (connected.has(menu)) return;
  connected.add(menu);
  const native = menu.querySelector<HTMLButtonElement>('[data-share=native]');
  if (native !== null) native.hidden = !('share' in navigator);
  menu.addEventListener('click', ({ target }) => {
    const kind = target instanceof Element ? target.closest<HTMLElement>('[data-share]')?.dataset['share'] : undefined;
    if (kind !== undefined) void share(kind, menu, status);
  });
  closeLikeAMenu(menu);
}

async function share(kind: string, menu: HTMLDetailsElement, status: HTMLElement): Promise<void> {
  const page = pageOf(menu);
  const { title, url } = page;
  switch (kind) {
    case 'native':
      return send({ title, url }, status);
    case 'link':
      return copy(url, 'Link', status);
    case 'markdown':
      return copy(shareMarkdown(page), 'Markdown', status);
    case 'citation':
      return copy(shareCitation(page), 'Citation', status);
  }
}

/** Read at each click: filters, or the papers of a list, may have changed. */
function pageOf({ dataset }: HTMLElement): SharedPage {
  const { shareTitle = '', shareHref = '', shareNote = '', shareCitation: citation = '', shareState } = dataset;
  const url = new URL(shareHref, location.href);
  if (shareState === undefined) return { title: shareTitle, url: url.href, note: shareNote, citation };
  url.search = location.search;
  return { title: titleWithQuery(shareTitle, location.search), url: url.href, note: shareNote, citation };
}

async function send(data: ShareData, status: HTMLElement): Promise<void> {
  try {
    await navigator.share(data);
  } catch (error) {
    // The reader thought better of it.
    if (error instanceof DOMException && error.name === 'AbortError') return;
    status.textContent = 'The browser could not send it. The link can be copied.';
  }
}

async function copy(text: string, what: string, status: HTMLElement): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    status.textContent = `${what} copied.`;
  } catch {
    status.textContent = 'The browser does not allow copying. The text below is selected: copy it with Ctrl C or ⌘ C.';
    showToCopy(text, status);
  }
}

function showToCopy(text: string, status: HTMLElement): void {
  status.parentElement?.querySelector('.share-field')?.remove();
  const field = document.createElement('textarea');
  field.className = 'share-field';
  field.readOnly = true;
  field.rows = 3;
  field.value = text;
  field.setAttribute('aria-label', 'Text to copy');
  status.after(field);
  field.focus();
  field.select();
}

/** Escape closes it, and so does whatever happens elsewhere. */
function closeLikeAMenu(menu: HTMLDetailsElement): void {
  menu.addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape' || !menu.open) return;
    menu.open = false;
    menu.querySelector('summary')?.focus();
  });
  for (const event of ['pointerdown', 'focusin']) {
    document.addEventListener(event, ({ target }) => {
      if (target instanceof Node && !menu.contains(target)) menu.open = false;
    });
  }
}
