/** Loads what the share menu and the links of headings do, when one of them is about to be used. */

const summaries = '.share > summary';
const headingLinks = 'main :is(h2, h3, h4)[id] > a[href^="#"]';

/** Connects the share menus and the links of headings. */
export function connectSharing(): void {
  for (const event of ['pointerover', 'focusin', 'click']) {
    document.addEventListener(event, (happened) => {
      const part = happened.target instanceof Element ? happened.target.closest(`${summaries},${headingLinks}`) : null;
      if (part === null) return;
      void import('./share.ts').then(({ connectMenu, copyAddress }) => {
        if (part.parentElement instanceof HTMLDetailsElement) connectMenu(part.parentElement);
        else if (happened.type === 'click' && part instanceof HTMLAnchorElement) void copyAddress(part);
      });
    });
  }
}
