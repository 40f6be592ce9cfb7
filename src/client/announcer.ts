/** Says in words what a click has done, for those who do not see it. */

/** A live region that has just come into being is heard only after a moment. */
const delay = 100;

/** Speaks through the live region of the page, made when it is first needed. */
export function announce(message: string): void {
  const region = document.querySelector('[data-announcer]') ?? madeRegion();
  // Emptied first: the same words twice are no change, and would not be spoken again.
  region.textContent = '';
  setTimeout(() => {
    region.textContent = message;
  }, delay);
}

function madeRegion(): HTMLElement {
  const region = document.createElement('p');
  region.className = 'sr-only';
  region.setAttribute('role', 'status');
  region.dataset['announcer'] = '';
  document.body.append(region);
  return region;
}
