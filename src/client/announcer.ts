/** Says in words what a click has done, for those who do not see it. */

/** Speaks through the live region of the page. */
export function announce(message: string): void {
  const region = document.querySelector('[data-announcer]');
  if (region === null) return;
  // Emptied first: the same words twice are no change, and would not be spoken again.
  region.textContent = '';
  setTimeout(() => {
    region.textContent = message;
  }, 50);
}
