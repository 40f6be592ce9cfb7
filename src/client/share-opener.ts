/** Loads what the share menu and the links of headings do, when one of them is about to be used. */

const parts = '.share > summary, [data-share], main :is(h2, h3, h4)[id] > a[href^="#"]';

/** Connects the share menus and the links of headings. */
export function connectSharing(): void {
  for (const event of ['pointerover', 'focusin', 'click']) {
    document.addEventListener(event, ({ type, target }) => {
      const part = target instanceof Element ? target.closest(parts) : null;
      if (!(part instanceof HTMLElement)) return;
      void import('./share.ts').then(({ connectMenu, shareFrom }) => {
        connectMenu(part.closest('details'));
        if (type === 'click') void shareFrom(part);
      });
    });
  }
  // Here, for a menu is closed even while the rest is on its way.
  document.addEventListener('keydown', ({ key, target }) => {
    const menu = target instanceof Element ? target.closest<HTMLDetailsElement>('.share[open]') : null;
    if (key !== 'Escape' || menu === null) return;
    menu.open = false;
    menu.querySelector('summary')?.focus();
  });
}
