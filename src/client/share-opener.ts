/** Loads the share menu when it is first opened; copies the address of a section when its heading is clicked. */
import { announce } from './announcer.ts';

const shownFor = 2000;

/** Connects the share menus and the links of headings. */
export function connectSharing(): void {
  // "toggle" does not bubble, but it can be caught on its way down.
  document.addEventListener(
    'toggle',
    ({ target }) => {
      if (!(target instanceof HTMLDetailsElement) || !target.open || !target.matches('.share')) return;
      void import('./share.ts').then(({ openShareMenu }) => {
        openShareMenu(target);
      });
    },
    true,
  );
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    if (link?.parentElement?.matches('main :is(h2, h3, h4)[id]') && !event.ctrlKey && !event.metaKey && !event.shiftKey)
      void copyAddress(link);
  });
}

/** The link leads to its section all the same; where copying is not allowed, the address bar has the address. */
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
