/** What readers look for is among the first results: tests/fixtures/search.yaml, and every paper by its title. */
import { expect, test } from '@playwright/test';
import { ask, placeOf, readContract, successReport } from '../support/search-contract.ts';
import { readPapers } from '../support/site.ts';

test.describe.configure({ timeout: 120_000 });

test('every query of the contract finds what it has to', async ({ page }) => {
  await page.goto('search/');
  const queries = [...readContract()].flatMap(([group, list]) => list.map((query) => ({ group, ...query })));
  expect(queries.length).toBeGreaterThanOrEqual(60);
  const answers = await ask(
    page,
    queries.map(({ q }) => q),
  );
  const judged = answers.flatMap((answer, index) => {
    const query = queries[index];
    return query === undefined ? [] : [{ ...query, answer, place: placeOf(query.expect, answer) }];
  });
  for (const group of new Set(judged.map((one) => one.group))) {
    const places = judged.filter((one) => one.group === group).map(({ place }) => place);
    console.log(`${group}: ${successReport(places)}`);
  }
  console.log(`contract: ${successReport(judged.map(({ place }) => place))}`);
  const broken = judged
    .filter(({ place, within }) => place === null || place > within)
    .map(({ q, within, place, answer }) => {
      const found = answer.results.slice(0, 3).join(', ');
      return `“${q}”: place ${place ?? 'none'}, not within ${within}; ${answer.status}: ${found}`;
    });
  expect(broken).toEqual([]);
});

test('every paper is found by its title and by the first half of it', async ({ page }) => {
  await page.goto('search/');
  const papers = readPapers();
  const halves = papers.map(({ title }) => {
    const words = title.split(/\s+/);
    return words.slice(0, Math.ceil(words.length / 2)).join(' ');
  });
  const kinds = [
    { name: 'whole titles', queries: papers.map(({ title }) => title), least: 0.99 },
    { name: 'first halves of titles', queries: halves, least: 0.95 },
  ];
  for (const { name, queries, least } of kinds) {
    const answers = await ask(page, queries);
    const places = answers.map((answer, index) => placeOf([papers[index]?.id ?? ''], answer));
    const times = answers.map(({ milliseconds }) => milliseconds).sort((a, b) => a - b);
    const median = times[Math.floor(times.length / 2)] ?? 0;
    console.log(`${name}: ${successReport(places)}, median ${median.toFixed(0)} ms`);
    const inThree = places.filter((place) => place !== null && place <= 3).length;
    expect(inThree / places.length).toBeGreaterThanOrEqual(least);
  }
});
