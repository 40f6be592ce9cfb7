import { readFile } from 'node:fs/promises';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { watchFaults } from '../support/faults.ts';
import { watchLayoutShift } from '../support/layout-shift.ts';
import { type PublishedPaper, readPapers } from '../support/site.ts';

const papers = readPapers();

/** The first paper for which `choose` gives a text to search for, with that text. */
function search(choose: (paper: PublishedPaper) => string | undefined): { q: string; paper: PublishedPaper } {
  for (const paper of papers) {
    const q = choose(paper);
    if (q !== undefined) return { q, paper };
  }
  throw new Error('no paper of this kind');
}

const field = (page: Page): Locator => page.getByRole('searchbox');
const status = (page: Page): Locator => page.getByRole('main').getByRole('status');
const titles = (page: Page): Locator => page.getByRole('main').locator('ol h3 a');

/** All titles found, however many pages of results there are. */
async function allTitles(page: Page): Promise<string[]> {
  await expect(status(page)).toHaveText(/^\d+ results?$/);
  const total = Number.parseInt(await status(page).innerText(), 10);
  const more = page.getByRole('button', { name: /^Show more/ });
  const showMore = async (): Promise<number> => {
    // Scrolling to the button may have shown the rest already and hidden it.
    if (await more.isVisible()) await more.click({ timeout: 500 }).catch(() => undefined);
    return titles(page).count();
  };
  await expect.poll(showMore, { intervals: [50], timeout: 10_000 }).toBe(total);
  return titles(page).allInnerTexts();
}

function occursOnlyInAbstract(paper: PublishedPaper, word: string): boolean {
  const elsewhere = papers.some(
    (other) =>
      other.title.toLowerCase().includes(word) || (other !== paper && other.abstract.toLowerCase().includes(word)),
  );
  return !elsewhere && !(paper.authors ?? []).some((name) => name.toLowerCase().includes(word));
}

const acronym = search(({ title }) => /^([A-Z]{4,}): /.exec(title)?.[1]);
const accented = search(({ authors }) =>
  authors?.flatMap((name) => name.split(' ')).find((word) => /^\p{L}*[ãáéíóöüñ]\p{L}{2,}$/u.test(word)),
);
const hyphenated = search(({ title }) => /\b[a-z]{3,}-[a-z]{3,}\b/i.exec(title)?.[0]);
const abstractWord = search((paper) =>
  paper.abstract
    .toLowerCase()
    .match(/\b[a-z]{9,}\b/g)
    ?.find((word) => occursOnlyInAbstract(paper, word)),
);

const searches: [string, { q: string; paper: PublishedPaper }][] = [
  ['its exact title', search(({ title }) => (title.length > 60 ? title : undefined))],
  ['the acronym in its title', acronym],
  ['the acronym in small letters', { ...acronym, q: acronym.q.toLowerCase() }],
  [
    'the name of an author',
    search(({ authors }) => (authors !== null && authors.length > 4 ? authors.at(-1) : undefined)),
  ],
  ['a name with an accent', accented],
  ['the same name without it', { ...accented, q: accented.q.normalize('NFD').replace(/\p{M}/gu, '') }],
  ['a hyphenated word', hyphenated],
  ['the parts of a hyphenated word', { ...hyphenated, q: hyphenated.q.replace('-', ' ') }],
  ['a word that only its abstract has', abstractWord],
];

/** Keeps the search program from loading until what it gives is called. */
async function holdProgram(page: Page): Promise<() => void> {
  const gate = Promise.withResolvers<undefined>();
  await page.route('**/wasm.*.pagefind', async (route) => {
    await gate.promise;
    await route.continue();
  });
  return () => {
    gate.resolve(undefined);
  };
}

for (const [what, { q, paper }] of searches) {
  test(`a paper is found by ${what}: ${q}`, async ({ page, baseURL }) => {
    const faults = watchFaults(page, baseURL);
    await page.goto('search/');
    await field(page).fill(q);
    expect(await allTitles(page)).toContain(paper.title);
    await expect(page.getByRole('main').locator('ol mark').first()).toBeVisible();
    expect(faults).toEqual([]);
  });
}

test('a match in the title comes before matches in abstracts', async ({ page }) => {
  await page.goto('search/?q=KV-cache');
  await expect(titles(page).first()).toHaveText(/kv.cache/i);
  await field(page).fill(searches[0]![1].q);
  await expect(titles(page).first()).toHaveText(searches[0]![1].paper.title);
});

test('a result leads to the paper, and its section to the place of the match', async ({ page, baseURL }) => {
  const faults = watchFaults(page, baseURL);
  await page.goto(`search/?q=${abstractWord.q}`);
  const section = page.getByRole('main').locator('ol').getByRole('link', { name: 'Abstract' });
  await expect(section).toHaveAttribute('href', new RegExp(`/papers/${abstractWord.paper.id}/#abstract$`));
  await section.click();
  await expect(page).toHaveURL(`${baseURL ?? ''}papers/${abstractWord.paper.id}/#abstract`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(abstractWord.paper.title);
  expect(faults).toEqual([]);
});

test('a pasted link and a reload give the same results', async ({ page, context }) => {
  await page.goto('search/');
  await field(page).fill('attention');
  await expect(status(page)).toHaveText(/^\d+ results$/);
  const unfiltered = await status(page).innerText();
  await page.getByLabel('Year', { exact: true }).selectOption('2024');
  await expect(status(page)).not.toHaveText(unfiltered);
  await expect(page).toHaveURL(/\?q=attention&year=2024$/);
  await expect(page.getByRole('button', { name: 'Clear filters' })).toBeVisible();
  const found = await allTitles(page);
  expect(found.length).toBeGreaterThan(0);

  await page.reload();
  expect(await allTitles(page)).toEqual(found);
  await expect(page.getByLabel('Year', { exact: true })).toHaveValue('2024');
  const other = await context.newPage();
  await other.goto(page.url());
  expect(await allTitles(other)).toEqual(found);
});

test('back and forward go from search to search', async ({ page }) => {
  await page.goto('search/');
  await field(page).pressSequentially('pruning');
  await field(page).press('Enter');
  await expect(titles(page).first()).toHaveText(/prun/i);
  const pruning = await status(page).innerText();
  await field(page).fill('');
  await field(page).pressSequentially('grounding');
  await field(page).press('Enter');
  await expect(titles(page).first()).toHaveText(/ground/i);
  await page.getByLabel('Year', { exact: true }).selectOption('2025');
  await expect(page).toHaveURL(/\?q=grounding&year=2025$/);

  await page.goBack();
  await expect(page).toHaveURL(/\?q=grounding$/);
  await expect(page.getByLabel('Year', { exact: true })).toHaveValue('');
  await page.goBack();
  await expect(field(page)).toHaveValue('pruning');
  await expect(status(page)).toHaveText(pruning);
  await expect(titles(page).first()).toHaveText(/prun/i);
  await page.goBack();
  await expect(page).toHaveURL(/\/search\/$/);
  await expect(page.getByRole('heading', { name: 'Try' })).toBeVisible();
  await page.goForward();
  await expect(titles(page).first()).toHaveText(/prun/i);
});

test('an entry of the history is shown where it was left, and readers who move on are left alone', async ({ page }) => {
  const top = (): Promise<number> => page.evaluate(() => scrollY);
  const scrollDown = (): Promise<number> =>
    page.evaluate(() => {
      scrollTo({ top: 400, behavior: 'instant' });
      return scrollY;
    });
  await page.goto('search/?q=cache');
  await expect(status(page)).toHaveText(/^\d+ results$/);
  await page.getByLabel('Year', { exact: true }).selectOption('2025');
  await expect(page).toHaveURL(/year=2025$/);
  await expect(page.getByRole('button', { name: 'Clear filters' })).toBeVisible();
  const below = await scrollDown();
  expect(below).toBeGreaterThan(0);
  await page.goBack();
  await expect(page).toHaveURL(/\?q=cache$/);
  await expect.poll(top).toBe(0);

  // Left at once, before the reader has come to rest.
  await page.evaluate((place) => {
    scrollTo({ top: place, behavior: 'instant' });
    document.querySelector<HTMLAnchorElement>('main ol h3 a')?.click();
  }, below);
  await expect(page).toHaveURL(/\/(?:papers|topics|areas)\//);
  await page.goBack();
  await expect.poll(top).toBe(below);

  const open = await holdProgram(page);
  await page.reload();
  await page.mouse.wheel(0, 1);
  await expect.poll(top).toBe(1);
  open();
  await expect(page.locator('[data-answers=cache]')).toBeAttached();
  await page.evaluate(async () => {
    for (let frame = 0; frame < 4; frame += 1) await new Promise((resolve) => requestAnimationFrame(resolve));
  });
  expect(await top()).toBe(1);
});

test('a link within the page is not undone', async ({ page }) => {
  await page.goto('search/?q=cache');
  await expect(status(page)).toHaveText(/^\d+ results$/);
  await page.evaluate(() => {
    const link = document.createElement('a');
    link.href = '#results-end';
    link.textContent = 'To the end';
    document.querySelector('[data-part=end]')!.id = 'results-end';
    document.querySelector('main')!.prepend(link);
  });
  await page.getByRole('link', { name: 'To the end' }).click();
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(0);
  await page.evaluate(async () => {
    for (let frame = 0; frame < 4; frame += 1) await new Promise((resolve) => requestAnimationFrame(resolve));
  });
  expect(await page.evaluate(() => scrollY)).toBeGreaterThan(0);
});

test('filters say how many results they leave, and leave as many', async ({ page }) => {
  await page.goto('search/?q=model');
  await expect(status(page)).toHaveText(/^\d+ results$/);
  const topic = page.getByLabel('Topic', { exact: true });
  await topic.focus();
  const option = topic.locator('option', { hasText: /\([1-9]\d*\)$/ }).first();
  await expect(option).toBeAttached();
  const count = /\((\d+)\)$/.exec(await option.innerText())?.[1];
  await topic.selectOption(await option.getAttribute('value'));
  await expect(status(page)).toHaveText(count === '1' ? '1 result' : `${count!} results`);
  await page.getByRole('button', { name: 'Clear filters' }).click();
  await expect(page).toHaveURL(/\?q=model$/);

  // On a wide screen they stand beside the results.
  await page.setViewportSize({ width: 1280, height: 800 });
  const facet = page.getByRole('region', { name: 'Results by' }).getByRole('button').first();
  const [, label = '', left = ''] = /^(.+?)\s*(\d+)$/.exec(await facet.innerText()) ?? [];
  await facet.click();
  await expect(status(page)).toHaveText(left === '1' ? '1 result' : `${left} results`);
  await expect(page.getByLabel('Area', { exact: true }).locator('option:checked')).toContainText(label.trim());
  await expect(facet).toHaveAttribute('aria-pressed', 'true');
  await expect(facet).toBeFocused();

  // Of the values before one of the last years some leave nothing then; another year stands in its former place.
  await facet.click();
  await expect(page).toHaveURL(/\?q=model$/);
  const results = page.getByRole('region', { name: 'Results by' });
  const years = results.getByRole('button', { name: /^(?:19|20)\d\d\b/ });
  const values = await results.getByRole('button').count();
  const year = (await years.nth(-2).innerText()).slice(0, 4);
  await years.nth(-2).click();
  await expect.poll(() => results.getByRole('button').count()).toBeLessThan(values);
  await expect(results.getByRole('button', { name: year })).toHaveAttribute('aria-pressed', 'true');
  await expect(results.getByRole('button', { name: year })).toBeFocused();
  await page.setViewportSize({ width: 375, height: 800 });
  await expect(facet).toBeHidden();
});

test('a filter without a text leads to the page that lists the same', async ({ page }) => {
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  await page.goto('search/?topic=kv-cache');
  const title = await page.getByLabel('Topic', { exact: true }).locator('option:checked').innerText();
  await page.getByRole('main').getByRole('link', { name: title, exact: true }).click();
  await expect(page).toHaveURL(/\/topics\/kv-cache\/$/);
  expect(requests.filter((url) => url.includes('/index/'))).toEqual([]);
});

for (const [filter, value, folder] of [
  ['Year', '2024', 'years'],
  ['Platform', 'gpu', 'platforms'],
] as const) {
  test(`a ${filter.toLowerCase()} without a text leads to the page of its papers`, async ({ page }) => {
    await page.goto(`search/?${filter.toLowerCase()}=${value}`);
    const label = await page.getByLabel(filter, { exact: true }).locator('option:checked').innerText();
    await page.getByRole('main').getByRole('link', { name: label, exact: true }).click();
    await expect(page).toHaveURL(new RegExp(`/${folder}/${value}/$`));
    await expect(page.getByRole('heading', { level: 1 })).toContainText(label);
  });
}

test('a misspelt search shows what was meant and says so', async ({ page, baseURL }) => {
  const faults = watchFaults(page, baseURL);
  await page.goto('search/?q=transfomer');
  await expect(status(page)).toHaveText(/^No page has “transfomer”\. \d+ results for “transformers?”$/);
  await expect(titles(page).first()).toBeVisible();
  await page.goto('search/?q=quantisaton');
  await expect(status(page)).toHaveText(/for “quantization”$/);
  await expect(titles(page).first()).toHaveText(/quanti/i);
  expect(faults).toEqual([]);
});

test('other searches that may be meant are offered as links', async ({ page }) => {
  await page.goto('search/?q=prunning');
  await expect(page.getByRole('heading', { name: 'Did you mean' })).toBeVisible();
  const offer = page.locator('[data-part="nearest-list"]').getByRole('link').first();
  const text = await offer.innerText();
  await offer.click();
  await expect(field(page)).toHaveValue(text);
  await expect(titles(page).first()).toBeVisible();
});

test('a search like nothing in the survey says so and leads to the papers', async ({ page }) => {
  await page.goto('search/?q=xyzzyplugh');
  await expect(status(page)).toHaveText('No results');
  await expect(page.getByRole('main').getByRole('link', { name: 'index' })).toBeVisible();
});

test('an unknown word beside known ones is left out and named', async ({ page }) => {
  await page.goto('search/?q=pruning+xyzzyplugh');
  await expect(status(page)).toHaveText(/^No page has “xyzzyplugh”\. \d+ results for the other words$/);
  await expect(titles(page).first()).toHaveText(/prun/i);
});

test('results are ordered by date on demand, and the address says so', async ({ page }) => {
  const years = async (): Promise<number[]> => {
    const shown = await page.locator('[data-slot="details"]').allInnerTexts();
    return shown.flatMap((details) => /· (\d{4}) ·/.exec(details)?.[1] ?? []).map(Number);
  };
  await page.goto('search/?q=quantization');
  const order = page.getByLabel('Order', { exact: true });
  await order.selectOption({ label: 'Oldest' });
  await expect(page).toHaveURL(/\?q=quantization&sort=oldest$/);
  await expect.poll(async () => (await years()).length).toBeGreaterThan(3);
  expect(await years()).toEqual((await years()).toSorted((a, b) => a - b));
  await page.reload();
  await expect(order).toHaveValue('oldest');
  await order.selectOption({ label: 'Newest' });
  await expect(page).toHaveURL(/sort=newest$/);
  await expect.poll(async () => (await years())[0]).toBeGreaterThan(2024);
  expect(await years()).toEqual((await years()).toSorted((a, b) => b - a));
  await page.goBack();
  await expect(order).toHaveValue('oldest');
});

test('a topic is preselected by its link', async ({ page }) => {
  await page.goto('search/?topic=kv-cache');
  await field(page).fill('attention');
  await expect(page).toHaveURL(/\?q=attention&topic=kv-cache$/);
  await expect(status(page)).toHaveText(/^\d+ results$/);
  const within = await status(page).innerText();
  await page.getByRole('button', { name: 'Clear filters' }).click();
  await expect(status(page)).not.toHaveText(within);
  expect(Number.parseInt(await status(page).innerText(), 10)).toBeGreaterThan(Number.parseInt(within, 10));
});

for (const [format, entry] of [
  ['BibTeX', /^@/gm],
  ['RIS', /^TY {2}-/gm],
  ['CSV', /\r?\n(?=.)/g],
  ['CSL-JSON', /"citation-key":/g],
] as const) {
  test(`all papers found are saved as ${format}`, async ({ page }) => {
    await page.goto('search/?q=Frankle');
    await expect(titles(page).first()).toBeVisible();
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: `Save all results as ${format}` }).click();
    const text = await readFile(await (await download).path(), 'utf8');
    expect(text.match(entry)).toHaveLength(2);
    expect(text).toContain('Lottery Ticket');
    await expect(status(page)).toHaveText('Saved 2 papers');
  });
}

test('a search that only its filters keep from finding anything says so', async ({ page }) => {
  const { topic: own, also } = abstractWord.paper;
  const other = papers
    .map(({ topic }) => topic)
    .find((topic) => topic !== null && topic !== own && !also.includes(topic));
  await page.goto(`search/?q=${abstractWord.q}&topic=${other!}`);
  await page.getByRole('link', { name: /^\d+ results? without filters$/ }).click();
  await expect(titles(page).filter({ hasText: abstractWord.paper.title })).toHaveCount(1);
});

test('text that looks like markup stays text', async ({ page, baseURL }) => {
  const faults = watchFaults(page, baseURL);
  const q = '<img src=x onerror=alert(1)>';
  await page.goto(`search/?q=${encodeURIComponent(q)}`);
  await expect(status(page)).toHaveText(/result/);
  await expect(field(page)).toHaveValue(q);
  await expect(page.locator('main img')).toHaveCount(0);
  expect(faults).toEqual([]);
});

test('without its index the search says so and leads to the papers', async ({ page }) => {
  await page.route('**/pagefind/**', (route) => route.abort());
  await page.goto('search/?q=attention');
  await expect(status(page)).toHaveText('The search is not available');
  await page.getByRole('main').getByRole('link', { name: 'index of all papers' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Papers by title');
});

test('without the numbers beside the filters the search goes on, and they come once they can', async ({ page }) => {
  const uncaught: string[] = [];
  page.on('pageerror', ({ message }) => uncaught.push(message));
  const topic = page.getByLabel('Topic', { exact: true });
  await page.route('**/pagefind/records*', (route) => route.abort());
  await page.goto('search/?q=model');
  await expect(status(page)).toHaveText(/^\d+ results$/);
  const failed = page.waitForEvent('requestfailed');
  await topic.focus();
  await failed;
  await field(page).fill('attention');
  await expect(page.locator('[data-answers=attention]')).toBeAttached();
  await expect(status(page)).toHaveText(/^\d+ results$/);
  await topic.selectOption('kv-cache');
  await expect(status(page)).toHaveText('The search is not available');
  await page.unroute('**/pagefind/records*');
  await page.getByRole('button', { name: 'Clear filters' }).click();
  await expect(status(page)).toHaveText(/^\d+ results$/);
  await topic.focus();
  await expect(topic.locator('option', { hasText: /\([1-9]\d*\)$/ }).first()).toBeAttached();
  await topic.selectOption('kv-cache');
  await expect(status(page)).toHaveText(/^\d+ results$/);
  expect(uncaught).toEqual([]);
});

test('further results that cannot be loaded are said to be missing, and come after a reload', async ({ page }) => {
  const uncaught: string[] = [];
  page.on('pageerror', ({ message }) => uncaught.push(message));
  const more = page.getByRole('button', { name: /^Show more/ });
  await page.goto('search/?q=model');
  await expect(more).toBeVisible();
  await page.route('**/fragment/**', (route) => route.abort());
  const shown = await titles(page).count();
  await more.press('Enter');
  await expect(status(page)).toHaveText(/^More results could not be loaded/);
  await page.unroute('**/fragment/**');
  await page.reload();
  await expect(more).toBeVisible();
  await more.press('Enter');
  await expect.poll(() => titles(page).count()).toBeGreaterThan(shown);
  expect(uncaught).toEqual([]);
});

test('the whole search works from the keyboard', async ({ page }) => {
  await page.goto('search/');
  await expect(field(page)).toBeFocused();
  await page.keyboard.type('speculative decoding');
  // Titles that are shown before give way to the results.
  await expect(status(page)).toHaveText(/^\d+ results$/);
  await page.keyboard.press('ArrowDown');
  await expect(titles(page).first()).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(titles(page).nth(1)).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await expect(field(page)).toBeFocused();
  for (let presses = 0; presses < 16; presses += 1) {
    await page.keyboard.press('Tab');
    if (
      await titles(page)
        .first()
        .evaluate((link) => link === document.activeElement)
    )
      break;
  }
  const title = await titles(page).first().innerText();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
});

test('more results are shown on demand and the focus goes on with them', async ({ page }) => {
  // As in browsers that do not tell.
  await page.addInitScript(() => {
    const silence = (event: Event): void => {
      event.stopImmediatePropagation();
    };
    addEventListener('scrollend', silence, { capture: true });
  });
  await page.goto('search/?q=model');
  await expect(status(page)).toHaveText(/^\d+ results$/);
  const more = page.getByRole('button', { name: /^Show more/ });
  await more.scrollIntoViewIfNeeded();
  await expect.poll(() => titles(page).count()).toBeGreaterThan(5);
  const shown = await titles(page).count();
  await more.press('Enter');
  await expect(titles(page).nth(shown)).toBeFocused();

  // Room that is no longer needed goes when its end is out of sight.
  await page.evaluate(() => {
    scrollTo({ top: document.body.scrollHeight, behavior: 'instant' });
  });
  await field(page).fill('Frankle');
  await expect(status(page)).toHaveText(/^\d results$/);
  const heightOfRoom = (): Promise<number> =>
    page.locator('[data-part=room]').evaluate(({ clientHeight }) => clientHeight);
  const height = await heightOfRoom();
  await page.evaluate(() => {
    scrollTo({ top: 0, behavior: 'instant' });
  });
  await expect.poll(heightOfRoom).toBeLessThan(height);
});

for (const viewport of [
  { width: 375, height: 812 },
  { width: 1280, height: 800 },
]) {
  // Values are filled in rather than typed: within half a second of a key a browser counts nothing.
  test(`nothing moves that a reader did not move, ${viewport.width} px wide`, async ({ page }) => {
    await page.setViewportSize(viewport);
    const shift = await watchLayoutShift(page);
    await page.goto('search/');
    const answers = async (text: RegExp): Promise<void> => {
      await expect(status(page)).toHaveText(text);
      expect(await shift(), await status(page).innerText()).toBe(0);
    };
    const lookAtTheEnd = async (): Promise<void> => {
      await page.evaluate(() => {
        scrollTo({ top: document.body.scrollHeight, behavior: 'instant' });
      });
      await expect.poll(() => titles(page).count()).toBeGreaterThan(5);
    };
    await field(page).fill('model');
    await answers(/^\d+ results$/);
    await lookAtTheEnd();
    const shown = await titles(page).count();
    await page.getByRole('button', { name: /^Show more/ }).press('Enter');
    await expect.poll(() => titles(page).count()).toBeGreaterThan(shown);
    await field(page).fill('quantisaton kv');
    await answers(/^No page has “quantisaton”/);
    await field(page).fill('robot');
    await answers(/^\d+ results/);
    await page.getByLabel('Year', { exact: true }).selectOption('2025');
    await expect(page.getByRole('button', { name: 'Clear filters' })).toBeVisible();
    await answers(/^\d+ results/);
    await field(page).fill('qwxzvkj');
    await answers(/^No results/);
    await page.goBack();
    await field(page).fill('');
    await expect(page.getByRole('heading', { name: 'Try' })).toBeVisible();
    await field(page).fill('model');
    await answers(/^\d+ results$/);
    await lookAtTheEnd();
    await expect.poll(() => page.evaluate(() => Reflect.get(history.state, 'top') === scrollY)).toBe(true);
    const top = await page.evaluate(() => scrollY);
    expect(await shift()).toBe(0);
    await page.reload();
    await answers(/^\d+ results$/);
    await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(top * 0.8);
    expect(await shift()).toBe(0);
  });
}

test('typing on is not disturbed by the results of what was typed before', async ({ page }) => {
  await page.goto('search/');
  await field(page).pressSequentially('visual grounding', { delay: 5 });
  await expect(page).toHaveURL(/\?q=visual\+grounding$/);
  await expect(titles(page).first()).toHaveText(/ground/i);
  const typed = await allTitles(page);
  await page.reload();
  expect(await allTitles(page)).toEqual(typed);
});

test('all papers found are put on the reading list', async ({ page }) => {
  await page.goto('search/?q=Frankle');
  await expect(titles(page).first()).toBeVisible();
  await page.getByRole('button', { name: 'Add all to reading list' }).click();
  await expect(page.locator('[data-list-count]')).toHaveText('2');
});

test('titles are shown until the index is there', async ({ page }) => {
  const open = await holdProgram(page);
  await page.goto('search/?q=lottery+ticket');
  await expect(status(page)).toHaveText(/^Titles that fit/);
  await expect(titles(page).first()).toHaveText(/Lottery Ticket/);
  open();
  await expect(status(page)).toHaveText(/^\d+ results/);
  await expect(titles(page).first()).toHaveText(/Lottery Ticket/);
});
