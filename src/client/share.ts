/** The share menu: sends the page to another program, or copies its address or a text that names it. Loaded when about to be used. */
import { announce } from './announcer.ts';
import { shareCitation, type SharedPage, shareMarkdown, titleWithQuery } from './share-text.ts';

/** How long a heading says that its link was copied, in milliseconds. */
const shownFor = 2000;

const connected = new WeakSet<HTMLDetailsElement>();

/** Connects a menu, once; null for what stands in none. */
export function connectMenu(menu: HTMLDetailsElement | null): void {
  const status = menu?.querySelector('[data-share-status]') ?? null;
  if (menu === null || status === null || connected.has(menu)) return;
  connected.add(menu);
  const native = menu.querySelector<HTMLButtonElement>('[data-share=native]');
  if (native !== null) native.hidden = !('share' in navigator);
  menu.addEventListener('toggle', () => {
    menu.querySelector('.share-field')?.remove();
    status.textContent = '';
  });
  for (const event of ['pointerdown', 'focusin']) {
    document.addEventListener(event, ({ target }) => {
      if (target instanceof Node && !menu.contains(target)) menu.open = false;
    });
  }
}

/** Does what a button of a menu says, or copies the link of a heading. */
export async function shareFrom(part: HTMLElement): Promise<void> {
  if (part instanceof HTMLAnchorElement) return copyAddress(part);
  const menu = part.closest('details');
  const status = menu?.querySelector<HTMLElement>('[data-share-status]') ?? null;
  const { share: kind } = part.dataset;
  if (menu !== null && status !== null && kind !== undefined) await share(kind, menu, status);
}

/**
 * Copies the address of a section. The link of its heading leads there all the same; where copying is not allowed, the
 * address bar has the address.
 */
async function copyAddress(link: HTMLAnchorElement): Promise<void> {
  const page = document.querySelector<HTMLLinkElement>('link[rel=canonical]')?.href ?? location.href;
  try {
    await navigator.clipboard.writeText(new URL(link.hash, page).href);
  } catch {
    return;
  }
  announce('Link to this section copied.');
  link.dataset['copied'] = '';
  setTimeout(() => {
    delete link.dataset['copied'];
  }, shownFor);
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
