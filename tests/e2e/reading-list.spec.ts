import { readFile } from 'node:fs/promises';
import { parse } from '@retorquere/bibtex-parser';
import { type Download, expect, type Locator, type Page, test } from '@playwright/test';
import { parseRis } from '../support/citation-formats.ts';
import { watchFaults } from '../support/faults.ts';
import { readPapers } from '../support/site.ts';

const papers = readPapers();
const [first, second, third, fourth] = papers.filter(({ arxiv, topic }) => arxiv !== null && topic !== null);
if (!first || !second || !third || !fourth) throw new Error('too few papers');
const topic = first.topic ?? '';

const main = (page: Page): Locator => page.getByRole('main');
const cards = (page: Page): Locator => main(page).locator('.card');
const titles = (page: Page): Locator => cards(page).locator('.card-title');
const toggle = (page: Page, title: string): Locator =>
  main(page)
    .getByRole('button', { name: `Reading list: ${title}`, exact: true })
    .first();
const message = (page: Page): Locator => page.getByRole('region', { name: 'Message' });
const spoken = (page: Page): Locator => page.locator('[data-announcer]');
const count = (page: Page): Locator => page.locator('[data-list-count]');
const fragment = (...ids: string[]): string => `list/#n=${ids.length}&papers=${ids.join(',')}`;

/** What the browser keeps; null for nothing. */
const kept = (page: Page): Promise<string | null> =>
  page.evaluate(() => localStorage.getItem(`reading-list:${new URL('../', location.href).pathname}`));

/** Fills the list from a link. */
async function ownList(page: Page, ...ids: string[]): Promise<void> {
  await page.goto('about:blank');
  await page.goto(fragment(...ids));
  await page.getByRole('button', { name: 'Add all to mine' }).click();
  await expect(cards(page)).toHaveCount(ids.length);
}

async function textOf(download: Promise<Download>): Promise<string> {
  return readFile(await (await download).path(), 'utf8');
}

test('a paper is put on the list from its page and from a card, stays after a reload, and can be taken off and back', async ({
  page,
  baseURL,
}) => {
  const faults = watchFaults(page, baseURL);
  await page.goto(`papers/${first.id}/`);
  const own = toggle(page, first.title);
  await expect(own).toHaveAttribute('aria-pressed', 'false');
  await own.click();
  await expect(own).toHaveAttribute('aria-pressed', 'true');
  await expect(spoken(page)).toHaveText(`Added to the reading list: ${first.title}`);
  await expect(count(page)).toHaveText('1');
  const related = cards(page).first().locator('[data-list-toggle]');
  await related.click();
  await expect(related).toHaveAttribute('aria-pressed', 'true');
  await page.reload();
  await expect(own).toHaveAttribute('aria-pressed', 'true');
  await expect(related).toHaveAttribute('aria-pressed', 'true');
  await expect(count(page)).toHaveText('2');
  await own.click();
  await expect(own).toHaveAttribute('aria-pressed', 'false');
  await message(page).getByRole('button', { name: 'Undo' }).click();
  await expect(own).toHaveAttribute('aria-pressed', 'true');
  await expect(message(page)).toBeHidden();
  expect(faults).toEqual([]);
});

test('papers in rows have the button too: of the index, of results, of what is chosen on the map', async ({ page }) => {
  await page.goto('papers/');
  await toggle(page, first.title).click();
  await expect(toggle(page, first.title)).toHaveAttribute('aria-pressed', 'true');
  await expect(main(page).locator('[data-list-rows] > li [data-list-toggle]')).toHaveCount(papers.length);
  await page.goto(`results/?topic=${topic}`);
  const reporting = await main(page)
    .locator('tbody tr:visible .paper > a')
    .evaluateAll((links) => [...new Set(links.map((link) => link.getAttribute('href')))]);
  await main(page).getByRole('button', { name: 'Add all shown to the reading list' }).click();
  const isFirst = reporting.some((href) => href?.endsWith(`/papers/${first.id}/`));
  await expect(count(page)).toHaveText(String(reporting.length + (isFirst ? 0 : 1)));
  await page.goto('overview/');
  await page.getByRole('group', { name: 'Map', exact: true }).scrollIntoViewIfNeeded();
  await expect(page.locator('[data-paper-map] a[tabindex="0"]')).toHaveCount(1);
  await main(page).getByRole('button', { name: 'List what is in view' }).click();
  await expect(toggle(page, first.title)).toHaveAttribute('aria-pressed', 'true');
  await main(page).getByRole('button', { name: 'Add all shown to the reading list' }).click();
  await expect(count(page)).toHaveText(String(papers.length));
});

test('what is left of a topic by its filters is put on the list as a whole, and taken off again', async ({ page }) => {
  await page.goto(`topics/${topic}/`);
  const year = page.getByRole('combobox', { name: 'Year' });
  await year.selectOption({ index: 1 });
  const shown = await page.locator('[data-topic-papers] [data-paper]:visible').count();
  const all = await page.locator('[data-topic-papers] [data-paper]').count();
  expect(shown).toBeLessThan(all);
  await page.getByRole('button', { name: 'Add all shown to the reading list' }).click();
  await expect(count(page)).toHaveText(String(shown));
  await message(page).getByRole('button', { name: 'Undo' }).click();
  await expect(count(page)).toBeEmpty();
});

test('results of a search are put on the list, one or all', async ({ page }) => {
  await page.goto('search/?q=quantization');
  // Titles are shown first, and make place for what is found in full.
  await expect(page.locator('[data-part=status]')).toHaveText(/^\d+ results$/);
  const one = main(page)
    .getByRole('button', { name: /^Reading list: / })
    .first();
  await one.click();
  await expect(one).toHaveAttribute('aria-pressed', 'true');
  await expect(count(page)).toHaveText('1');
  await main(page).getByRole('button', { name: 'Add all to reading list' }).click();
  await expect(message(page)).toContainText(/^Added \d+ papers to the reading list, 1 was on it\./);
  expect(Number(await count(page).textContent())).toBeGreaterThan(10);
});

test('a second tab follows the first', async ({ page, context }) => {
  await page.goto(`papers/${first.id}/`);
  const other = await context.newPage();
  await other.goto('list/');
  await expect(main(other)).toContainText('Nothing is on it yet');
  await toggle(page, first.title).click();
  await expect(titles(other)).toHaveText([first.title]);
  await other.getByRole('textbox', { name: `Note on ${first.title}` }).fill('see table 2');
  await toggle(other, first.title).click();
  await expect(toggle(page, first.title)).toHaveAttribute('aria-pressed', 'false');
  await message(other).getByRole('button', { name: 'Undo' }).click();
  await expect(other.getByRole('textbox', { name: `Note on ${first.title}` })).toHaveValue('see table 2');
});

test('a shared list leaves one’s own alone until asked', async ({ page }) => {
  await ownList(page, first.id, second.id);
  const before = await kept(page);
  const open = async (): Promise<void> => {
    await page.goto('about:blank');
    await page.goto(fragment(third.id, second.id, 'no-such-paper'));
    await expect(titles(page)).toHaveText([third.title, second.title]);
  };
  await open();
  await expect(main(page)).toContainText('It has 3 papers. Your own list has 2, of which 1 is in both.');
  await expect(main(page).getByRole('link', { name: 'no-such-paper' })).toBeVisible();
  expect(await kept(page)).toBe(before);
  await page.getByRole('button', { name: 'Close, keep mine as it is' }).click();
  await expect(titles(page)).toHaveText([second.title, first.title]);
  expect(await kept(page)).toBe(before);
  expect(new URL(page.url()).hash).toBe('');
  await open();
  await page.getByRole('button', { name: 'Replace mine' }).click();
  await expect(titles(page)).toHaveText([second.title, third.title]);
  await message(page).getByRole('button', { name: 'Undo' }).click();
  await expect(titles(page)).toHaveText([second.title, first.title]);
  await open();
  await page.getByRole('button', { name: 'Add all to mine' }).click();
  await expect(titles(page)).toHaveText([third.title, second.title, first.title]);
  await page.getByRole('button', { name: 'Remove: no-such-paper' }).click();
  await expect(count(page)).toHaveText('3');
});

test('what cards add to the papers may fail to load, the papers may not', async ({ page }) => {
  await page.route('**/data/cards.json', (route) => route.abort());
  await ownList(page, first.id, second.id);
  await expect(titles(page)).toHaveText([second.title, first.title]);
  await page.unroute('**/data/cards.json');
  await page.route('**/data/citations.json', (route) => route.abort());
  await page.reload();
  await expect(main(page)).toContainText('The papers could not be loaded.');
});

test('a link that a program has cut off says so', async ({ page }) => {
  await page.goto(`list/#n=5&papers=${first.id},kettle-stu`);
  await expect(main(page)).toContainText('The link was made for 5 papers; a program on the way cut it off.');
  await expect(main(page).getByRole('link', { name: 'kettle-stu' })).toBeVisible();
});

test('damaged storage is kept aside and told once; its sound papers stay', async ({ page }) => {
  await ownList(page, first.id, second.id);
  const damaged = (await kept(page))!.replace(/"read".*/, '"re');
  await page.evaluate((text) => {
    const key = Object.keys(localStorage).find((name) => name.startsWith('reading-list'))!;
    localStorage.setItem(key, text);
  }, damaged);
  await page.goto(`papers/${third.id}/`);
  await toggle(page, third.title).click();
  await expect(message(page)).toContainText('Your reading list was damaged.');
  await expect(count(page)).toHaveText('3');
  const aside = await page.evaluate(() =>
    Object.entries(localStorage).flatMap(([name, text]) => (name.startsWith('damaged-') ? [String(text)] : [])),
  );
  expect(aside).toEqual([damaged]);
  await page.goto('list/');
  await expect(cards(page)).toHaveCount(3);
  await expect(main(page)).not.toContainText('damaged');
});

for (const [name, breakStorage] of [
  [
    'blocked',
    () =>
      Object.defineProperty(window, 'localStorage', {
        get: () => {
          throw new DOMException('no', 'SecurityError');
        },
      }),
  ],
  [
    'full',
    () => {
      Storage.prototype.setItem = () => {
        throw new DOMException('full', 'QuotaExceededError');
      };
    },
  ],
] as const) {
  test(`where storage is ${name}, the list lasts as long as the tab, and says so`, async ({ page }) => {
    await page.addInitScript(breakStorage);
    await page.goto(`papers/${first.id}/`);
    await toggle(page, first.title).click();
    await expect(message(page)).toContainText('it lasts until you close this tab');
    await page.goto(`papers/${second.id}/`);
    await toggle(page, second.title).click();
    await expect(count(page)).toHaveText('2');
    await page.goto('list/');
    await expect(titles(page)).toHaveText([second.title, first.title]);
    await expect(toggle(page, first.title)).toHaveAttribute('aria-pressed', 'true');
  });
}

test('the list is taken away in each format', async ({ page }) => {
  await ownList(page, first.id, second.id, third.id);
  await page.getByRole('textbox', { name: `Note on ${second.title}` }).fill('see table 2\nask Bo');
  const save = async (format: string): Promise<string> => {
    const download = page.waitForEvent('download');
    await main(page).getByRole('button', { name: format, exact: true }).click();
    return textOf(download);
  };
  const chosen = [third, second, first];
  const { entries, errors } = parse(await save('BibTeX'), { sentenceCase: false });
  expect(errors).toEqual([]);
  expect(entries.map(({ fields }) => fields.eprint)).toEqual(chosen.map(({ arxiv }) => arxiv));
  expect(entries.map(({ fields }) => fields.annote)).toEqual([undefined, 'see table 2<p>ask Bo', undefined]);
  const records = parseRis(await save('RIS'));
  expect(records.map((record) => record.find(([tag]) => tag === 'TI')?.[1])).toEqual(chosen.map(({ title }) => title));
  expect(records[1]).toContainEqual(['N1', 'see table 2 ask Bo']);
  const table = await save('CSV');
  expect(table.trim().split('\r\n')).toHaveLength(4);
  expect(table).toContain('"see table 2\nask Bo"');
  const markdown = await save('Markdown');
  expect(markdown).toContain('  > see table 2\\\n  > ask Bo\n');
  for (const { arxiv } of chosen) expect(markdown).toContain(`(https://arxiv.org/abs/${arxiv ?? ''})`);
});

test('papers come from BibTeX, links and identifiers; what matches nothing is named', async ({ page, baseURL }) => {
  const faults = watchFaults(page, baseURL);
  await page.goto('list/');
  await page.getByText('Import', { exact: true }).click();
  const field = page.getByRole('textbox', { name: /^BibTeX/ });
  const add = page.getByRole('button', { name: 'Add the papers' });
  await field.fill(
    `@misc{mine, title={Other words}, eprint={${first.arxiv ?? ''}}, annote={lend to Bo}}\n@article{pot, title={On {Pots} and Lids}}\n@misc{x, title={${second.title}}}`,
  );
  await add.click();
  await expect(titles(page)).toHaveText([second.title, first.title]);
  await expect(page.getByRole('textbox', { name: `Note on ${first.title}` })).toHaveValue('lend to Bo');
  await expect(main(page)).toContainText('2 papers found.');
  await expect(main(page)).toContainText('pot: On Pots and Lids');
  await field.fill(
    `https://arxiv.org/abs/${third.arxiv ?? ''}v2\nhttps://elsewhere.example/list/#n=1&papers=${fourth.id}`,
  );
  await add.click();
  await expect(titles(page)).toHaveText([fourth.title, third.title, second.title, first.title]);
  await page.getByLabel('or a file').setInputFiles({
    name: 'mine.bib',
    mimeType: 'text/plain',
    buffer: Buffer.from('@misc{lid, title={Lids}}'),
  });
  await expect(field).toHaveValue(/Lids/);
  await add.click();
  await expect(main(page)).toContainText('lid: Lids');
  expect(faults).toEqual([]);
});

test('notes and marks stay, are grouped and sorted, and stand on paper', async ({ page }) => {
  await ownList(page, first.id, second.id, third.id);
  const note = page.getByRole('textbox', { name: `Note on ${second.title}` });
  await note.fill('see table 2\nask Bo');
  const read = main(page).getByRole('button', { name: `Read: ${second.title}` });
  await read.click();
  await expect(page.locator('[data-part=status]')).toHaveText('3 papers, 1 read');
  await page.getByRole('combobox', { name: 'Group by' }).selectOption('Topic');
  await page.getByRole('combobox', { name: 'Order' }).selectOption('Title');
  const headings = await main(page).locator('[data-part=groups] h2').allTextContents();
  expect(headings.length).toBe(new Set([first, second, third].map((paper) => paper.topic)).size);
  await page.reload();
  await expect(note).toHaveValue('see table 2\nask Bo');
  await expect(read).toHaveAttribute('aria-pressed', 'true');
  await expect(page.getByRole('combobox', { name: 'Order' })).toHaveValue('title');
  await expect(main(page).locator('[data-part=groups] h2')).toHaveText(headings);
  await page.emulateMedia({ media: 'print' });
  await expect(main(page).locator('.printed-note:visible')).toHaveCount(1);
  await expect(main(page).locator('.read-note:visible')).toHaveCount(1);
  await expect(main(page).getByRole('button').locator('visible=true')).toHaveCount(0);
  await page.emulateMedia({ media: 'screen' });
  await page.goto(`papers/${second.id}/`);
  const onPage = main(page)
    .getByRole('button', { name: `Read: ${second.title}` })
    .first();
  await expect(onPage).toHaveAttribute('aria-pressed', 'true');
  await onPage.click();
  await expect(onPage).toHaveAttribute('aria-pressed', 'false');
  await onPage.click();
  await expect(onPage).toHaveAttribute('aria-pressed', 'true');
  await page.goto('papers/');
  await expect(toggle(page, second.title)).toHaveAccessibleDescription('Read');
  await expect(toggle(page, first.title)).toHaveAccessibleDescription('');
});

test('with the keyboard alone a paper leaves the list, and the focus goes to the next one', async ({ page }) => {
  await ownList(page, first.id, second.id);
  await toggle(page, second.title).focus();
  await page.keyboard.press('Enter');
  await expect(titles(page)).toHaveText([first.title]);
  await expect(toggle(page, first.title)).toBeFocused();
  await message(page).getByRole('button', { name: 'Close' }).focus();
  await page.keyboard.press('Escape');
  await expect(message(page)).toBeHidden();
  await expect(toggle(page, first.title)).toBeFocused();
});
