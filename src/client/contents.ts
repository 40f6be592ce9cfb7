/** Marks in the table of contents which part of the page is being read. */
import { partAt, readingLine } from './reading-position.ts';

interface Part {
  readonly link: HTMLAnchorElement;
  readonly heading: HTMLElement;
}

class Contents {
  readonly #nav: HTMLElement;
  readonly #parts: readonly Part[];
  #current: HTMLAnchorElement | null = null;
  #isDue = false;

  constructor(nav: HTMLElement) {
    this.#nav = nav;
    this.#parts = [...nav.querySelectorAll<HTMLAnchorElement>('a[href^="#"]')].flatMap(partOfLink);
    const follow = (): void => {
      this.#followSoon();
    };
    window.addEventListener('scroll', follow, { passive: true });
    // Parts also move when the window or the text changes its size.
    new ResizeObserver(follow).observe(document.body);
  }

  #followSoon(): void {
    if (this.#isDue) return;
    this.#isDue = true;
    requestAnimationFrame(() => {
      this.#isDue = false;
      this.#follow();
    });
  }

  #follow(): void {
    const { scrollHeight } = document.documentElement;
    const line = readingLine({ top: window.scrollY, window: window.innerHeight, page: scrollHeight });
    const tops = this.#parts.map(({ heading }) => heading.getBoundingClientRect().top);
    this.#mark(this.#parts[partAt(tops, line)]?.link ?? null);
  }

  #mark(link: HTMLAnchorElement | null): void {
    if (link === this.#current) return;
    this.#current?.removeAttribute('aria-current');
    link?.setAttribute('aria-current', 'location');
    this.#current = link;
    if (link !== null) this.#keepInView(link);
  }

  /** Scrolls a long table of contents, and never the page. */
  #keepInView(link: HTMLElement): void {
    const [nav, box] = [this.#nav.getBoundingClientRect(), link.getBoundingClientRect()];
    if (box.height === 0) return;
    if (box.top < nav.top) this.#nav.scrollTop -= nav.top - box.top;
    else if (box.bottom > nav.bottom) this.#nav.scrollTop += box.bottom - nav.bottom;
  }
}

function partOfLink(link: HTMLAnchorElement): Part[] {
  const heading = document.getElementById(decodeURIComponent(link.hash.slice(1)));
  return heading === null ? [] : [{ link, heading }];
}

/** Connects the table of contents, where the page has one. */
export function connectContents(): void {
  const nav = document.querySelector('[data-contents]');
  if (nav instanceof HTMLElement) new Contents(nav);
}
