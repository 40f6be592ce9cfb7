/** Brings the search page to life. */
import { partOf } from './elements.ts';
import { emptyState, filterNames } from './query-state.ts';
import { SearchControls } from './search-controls.ts';
import { SearchHistory } from './search-history.ts';
import { SearchPanels } from './search-panels.ts';
import { SearchSession } from './search-session.ts';

function start(root: HTMLElement): void {
  const { pagefindUrl = '', vocabularyUrl = '' } = root.dataset;
  const controls = new SearchControls(root);
  const panels = new SearchPanels(root);
  const session = new SearchSession(controls, panels, { pagefind: pagefindUrl, vocabulary: vocabularyUrl });
  const past = new SearchHistory();
  const clear = partOf(root, 'clear', HTMLButtonElement);

  const run = (shown = 0): void => {
    const { state } = controls;
    clear.hidden = filterNames.every((name) => state[name] === '');
    void session.run(state, shown);
  };
  const commit = (): void => {
    past.commit(controls.state);
  };
  const restore = (): void => {
    controls.state = past.state;
    run(past.shown);
  };

  controls.field.addEventListener('focus', () => {
    session.prepare();
  });
  controls.field.addEventListener('input', () => {
    past.type(controls.state);
    // A single letter begins too many words to be worth a search before it is asked for.
    if (controls.state.q.length !== 1) run();
  });
  controls.form.addEventListener('change', () => {
    commit();
    run();
  });
  controls.form.addEventListener('submit', (event) => {
    event.preventDefault();
    commit();
    run();
  });
  clear.addEventListener('click', () => {
    controls.state = { ...emptyState, q: controls.state.q };
    commit();
    run();
    controls.field.focus();
  });
  panels.more.addEventListener('click', () => {
    void session.more().then((shown) => {
      past.rememberShown(shown);
    });
  });
  root.addEventListener('keydown', (event) => {
    moveByArrow(event, controls.field, panels.hits.links);
  });
  window.addEventListener('popstate', () => {
    past.moved();
    restore();
  });

  restore();
  if (controls.state.q === '' && document.activeElement === document.body)
    controls.field.focus({ preventScroll: true });
}

/** Down and up go from the field through the results and back; Tab does so without this. */
function moveByArrow(event: KeyboardEvent, field: HTMLElement, links: readonly HTMLElement[]): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  const stops = [field, ...links];
  const from = stops.findIndex((stop) => stop === document.activeElement);
  const to = from < 0 ? undefined : stops[from + (event.key === 'ArrowDown' ? 1 : -1)];
  if (to === undefined) return;
  event.preventDefault();
  to.focus();
}

const root = document.querySelector('[data-search-page]');
if (root instanceof HTMLElement) start(root);
