import { expect, test } from 'vitest';
import { shareCitation, shareMarkdown, titleWithQuery } from '../../../src/client/share-text.ts';

const page = {
  title: 'Kettles [and] *Pans*',
  url: 'https://survey.example/a_(b)/',
  note: '',
  citation: '“{title}”. {url}',
};

test('in Markdown, signs of the title stay what they are and those of the address end nothing', () => {
  expect(shareMarkdown(page)).toBe('[Kettles \\[and\\] \\*Pans\\*](https://survey.example/a_%28b%29/)');
});

test('in Markdown, authors and year follow the link', () => {
  expect(shareMarkdown({ ...page, title: 'Kettles', note: 'Ada Spout et al., 2025' })).toBe(
    '[Kettles](https://survey.example/a_%28b%29/), Ada Spout et al., 2025',
  );
});

test('a citation names title and address, whatever signs they hold', () => {
  expect(shareCitation({ ...page, title: '$& {url}', url: '$1' })).toBe('“$& {url}”. $1');
  expect(shareCitation({ ...page, citation: 'Spout (2025). Kettles.' })).toBe('Spout (2025). Kettles.');
});

test('a search is called after what was searched', () => {
  expect(titleWithQuery('Search', '?q=kv%20cache&year=2025')).toBe('Search: kv cache');
  expect(titleWithQuery('Search', '?year=2025')).toBe('Search');
});
