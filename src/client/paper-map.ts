/** Connects the map of papers; its script loads when the map comes into view. */

export function connectPaperMap(): void {
  const root = document.querySelector('[data-paper-map]');
  if (!(root instanceof HTMLElement)) return;
  const observer = new IntersectionObserver((entries) => {
    if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
    observer.disconnect();
    void import('./map-view.ts').then(({ connectMap }) => {
      connectMap(root);
    });
  });
  observer.observe(root);
}
