/** Opens the search palette, which is loaded only then. */

const typingPlaces = 'input, textarea, select, [contenteditable]';

/** Connects the buttons that open the palette, `/`, and Ctrl or ⌘ with K. */
export function connectPalette(): void {
  /** What is typed before the palette is there; null when it is not on its way. */
  let typed: string | null = null;
  const open = (): void => {
    if (typed !== null) return;
    typed = '';
    import('./palette.ts')
      .then(({ openPalette }) => openPalette(() => typed ?? ''))
      .catch((error: unknown) => {
        console.error(error);
        // The form around the button leads to the search page.
        document.querySelector<HTMLButtonElement>('button[data-palette-open]')?.form?.submit();
      })
      .finally(() => {
        typed = null;
      });
  };
  document.addEventListener('click', (event) => {
    if (!(event.target instanceof Element) || event.target.closest('[data-palette-open]') === null) return;
    event.preventDefault();
    open();
  });
  document.addEventListener('keydown', (event) => {
    const { key, target } = event;
    const isTyping = target instanceof Element && target.closest(typingPlaces) !== null;
    const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey;
    const isShortcut =
      key.toLowerCase() === 'k'
        ? event.ctrlKey !== event.metaKey && !event.altKey
        : key === '/' && isPlain && !isTyping;
    if (typed !== null && !isTyping && isPlain && key.length === 1) typed += key;
    else if (!isShortcut || event.isComposing || event.repeat) return;
    else open();
    event.preventDefault();
  });
}
