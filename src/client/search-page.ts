/** Brings the search page to life. */
import { partOf } from './elements.ts';
import { readEquivalents } from './equivalents.ts';
import { emptyState, isFiltered } from './query-state.ts';
import { connectResultExport } from './result-export.ts';
import { SearchControls } from './search-controls.ts';
import { SearchHistory } from './search-history.ts';
import { SearchPanels } from './search-panels.ts';
import { SearchSession } from './search-session.ts';

/** Milliseconds after which the filters are counted: those of the first results have been painted. */
const countDelay = 200;
/** A reader who does any of this may come to the filters. */
const signs = ['pointermove', 'pointerdown', 'keydown', 'scroll'] as const;

class SearchPage {
  readonly #controls: SearchControls;
  readonly #panels: SearchPanels;
  readonly #session: SearchSession;
  readonly #history = new SearchHistory();
  readonly #clear: HTMLButtonElement;
  /** The first results are few; who scrolls gets the next without asking, once. */
  #mayGoOn = false;
  /** Whether the reader has done anything yet. */
  #isInUse = false;
  readonly #end = new IntersectionObserver(
    (entries) => {
      if (entries.some((entry) => entry.isIntersecting)) this.#goOn();
    },
    // Who jumps to the end of the page has passed it.
    { rootMargin: '1000000px 0px 0px' },
  );

  constructor(root: HTMLElement) {
    const {
      pagefindUrl = '',
      vocabularyUrl = '',
      recordsUrl = '',
      addressesUrl = '',
      namesUrl = '',
      equivalents = '[]',
      pageCount = '',
    } = root.dataset;
    this.#controls = new SearchControls(root);
    this.#panels = new SearchPanels(root);
    this.#clear = partOf(root, 'clear', HTMLButtonElement);
    this.#session = new SearchSession(root, this.#controls, this.#panels, {
      pagefind: pagefindUrl,
      vocabulary: vocabularyUrl,
      records: recordsUrl,
      addresses: addressesUrl,
      names: namesUrl,
      equivalents: readEquivalents(equivalents),
      pageCount: Number(pageCount),
    });
    connectResultExport(
      root,
      () => this.#session.paperIds(),
      (message) => {
        this.#panels.say(message);
      },
    );
    this.#listenToForm();
    this.#panels.more.addEventListener('click', () => void this.#more());
    addEventListener('scroll', () => {
      this.#goOn();
    });
    root.addEventListener('keydown', (event) => {
      moveByArrow(event, [this.#controls.field, ...this.#panels.hits.links]);
    });
    window.addEventListener('popstate', () => {
      this.#history.moved();
      // A link within the page has already led to its place.
      if (location.hash === '' || history.state !== null) this.#restore();
    });
  }

  /** Loads the index, whether or not there is something to search yet: who comes here is about to. */
  prepare(): void {
    this.#session.prepare();
  }

  /** Shows the search in the address bar, for the first time. */
  open(): void {
    // A new page is at its top.
    this.#restore(this.#history.place.top > 0);
  }

  #restore(isScrolled = true): void {
    this.#controls.state = this.#history.state;
    const { shown } = this.#history.place;
    const goBack = isScrolled ? this.#history.wayBack() : null;
    void this.#run(shown).then(async (isNewest) => {
      if (!isNewest || goBack === null) return;
      // Apart from the results: what they push down is out of sight until the page is scrolled.
      await nextFrame();
      await nextFrame();
      goBack();
    });
  }

  /** Puts the cursor into the field where there is nothing to read yet. */
  invite(): void {
    const { state, field } = this.#controls;
    if (state.q === '' && document.activeElement === document.body) field.focus({ preventScroll: true });
  }

  #listenToForm(): void {
    const { form, field, filters, sort } = this.#controls;
    field.addEventListener('input', () => {
      this.#history.type(this.#controls.state);
      // A single letter begins too many words to be worth a search before it is asked for.
      if (this.#controls.state.q.length !== 1) void this.#run(0);
    });
    // Leaving the field must not renew the results: the click that left it may be on one of them.
    field.addEventListener('change', () => {
      this.#history.commit(this.#controls.state);
    });
    for (const choice of [filters, sort]) {
      choice.addEventListener('change', () => {
        this.#commit();
      });
    }
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#commit();
    });
    this.#clear.addEventListener('click', () => {
      this.#controls.state = { ...emptyState, q: this.#controls.state.q, sort: this.#controls.state.sort };
      this.#commit();
      field.focus();
    });
    for (const event of ['pointerenter', 'focusin']) {
      filters.addEventListener(event, () => void this.#session.countFilters());
    }
    for (const sign of signs) {
      addEventListener(
        sign,
        () => {
          this.#isInUse = true;
          this.#countSoon();
        },
        { once: true, passive: true },
      );
    }
  }

  #commit(): void {
    this.#history.commit(this.#controls.state);
    void this.#run(0);
  }

  /** Whether the search was still the newest when it was answered. */
  async #run(shown: number): Promise<boolean> {
    const { state } = this.#controls;
    this.#clear.hidden = !isFiltered(state);
    this.#mayGoOn = false;
    this.#end.disconnect();
    const isNewest = await this.#session.run(state, shown);
    if (!isNewest) return false;
    this.#mayGoOn = this.#session.isAtFirstPage;
    this.#end.observe(this.#panels.end);
    this.#countSoon();
    return true;
  }

  /** The results come first, then the numbers beside the filters. */
  #countSoon(): void {
    if (this.#isInUse && this.#session.hasResults) setTimeout(() => void this.#session.countFilters(), countDelay);
  }

  #goOn(): void {
    if (!this.#mayGoOn) return;
    this.#mayGoOn = false;
    void this.#more();
  }

  async #more(): Promise<void> {
    this.#history.rememberShown(await this.#session.more());
  }
}

function nextFrame(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => {
      resolve();
    });
  });
}

/** Down and up go from the field through the results and back; Tab does so without this. */
function moveByArrow(event: KeyboardEvent, stops: readonly HTMLElement[]): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  const from = stops.findIndex((stop) => stop === document.activeElement);
  const to = from < 0 ? undefined : stops[from + (event.key === 'ArrowDown' ? 1 : -1)];
  if (to === undefined) return;
  event.preventDefault();
  to.focus();
}

const root = document.querySelector('[data-search-page]');
if (root instanceof HTMLElement) {
  const page = new SearchPage(root);
  page.prepare();
  page.open();
  page.invite();
}
