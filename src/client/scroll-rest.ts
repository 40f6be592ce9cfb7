/** Tells when a reader who scrolled has come to rest, also where browsers do not (`scrollend`: Safari since 26). */

/** Milliseconds without scrolling. */
const rest = 100;

export class ScrollRest {
  #timer = 0;

  constructor(act: () => void) {
    addEventListener('scroll', () => {
      this.forget();
      this.#timer = window.setTimeout(act, rest);
    });
  }

  /** What was scrolled so far is not told. */
  forget(): void {
    clearTimeout(this.#timer);
  }
}
