import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseCapture } from '../../../../src/corpus/formats/index.ts';
import { listingFormatSchema, listingSchema, type Listing } from '../../../../src/corpus/paper.ts';
import { almostCapture, captureIn } from '../../../support/arbitraries.ts';

const formats = listingFormatSchema.options;

/** Sources depend on the rendering; everything else must come back. */
const withoutSource = (listings: readonly Listing[]) =>
  listings.map((listing) => ({ ...listing, source: null, places: null }));

function checkAccount(text: string): void {
  const { lines, listings, diagnostics } = parseCapture({ path: 'seeds/any.txt', text });
  expect(lines.blank + lines.records + lines.boilerplate + lines.unaccounted).toBe(lines.total);
  expect(lines.unaccounted > 0).toBe(diagnostics.some(({ severity }) => severity === 'error'));
  for (const listing of listings) expect(listingSchema.parse(listing)).toEqual(listing);
}

describe('parseCapture, for any text', () => {
  it('never throws, gives schema-valid listings and accounts for every line', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 2000 }), checkAccount));
    fc.assert(fc.property(almostCapture, checkAccount), { numRuns: 1000 });
  });
});

describe.each(formats)('parseCapture, for %s', (format) => {
  it('gives back the listings that were rendered', () => {
    fc.assert(
      fc.property(captureIn(format), ({ text, listings }) => {
        const parsed = parseCapture({ path: 'seeds/any.txt', text });
        expect(parsed.diagnostics).toEqual([]);
        expect(parsed.format).toBe(format);
        expect(withoutSource(parsed.listings)).toEqual(withoutSource(listings));
      }),
    );
  });

  it('gives the records of both when two captures are joined', () => {
    fc.assert(
      fc.property(captureIn(format), captureIn(format), (first, second) => {
        const parsed = parseCapture({ path: 'seeds/any.txt', text: `${first.text}\n${second.text}` });
        expect(withoutSource(parsed.listings)).toEqual(withoutSource([...first.listings, ...second.listings]));
        expect(parsed.lines.unaccounted).toBe(0);
      }),
    );
  });
});

const proseFormats = ['hf-papers-text', 'hf-papers-compact', 'hf-papers-meta', 'scholar-listing'] as const;
const fieldFormats = listingFormatSchema.exclude(proseFormats).options;

describe.each(fieldFormats)('parseCapture, for %s, where fields have names', (format) => {
  it('keeps a record that has no abstract', () => {
    fc.assert(
      fc.property(captureIn(format, { abstracts: false }), ({ text, listings }) => {
        const parsed = parseCapture({ path: 'seeds/any.txt', text });
        expect(parsed.diagnostics).toEqual([]);
        expect(withoutSource(parsed.listings)).toEqual(withoutSource(listings));
      }),
    );
  });

  it('says where title and abstract begin', () => {
    fc.assert(
      fc.property(captureIn(format), ({ text }) => {
        const lines = text.split('\n');
        for (const { title, abstract, places } of parseCapture({ path: 'seeds/any.txt', text }).listings) {
          for (const [place, words] of [
            [places.title, title],
            [places.abstract, abstract],
          ] as const) {
            const written = lines[place.line - 1]?.slice(place.column - 1);
            expect(written?.split(' ')[0]?.replace(/<.*|[",}].*|\\/g, '')).toBe(
              words.split(' ')[0]?.replace(/[",}].*/g, ''),
            );
          }
        }
      }),
    );
  });

  it('leaves the other records alone when one is cut', () => {
    fc.assert(
      fc.property(captureIn(format), fc.nat(), ({ text, listings }, choice) => {
        fc.pre(cutAtTitle(format, text, choice % listings.length) !== text);
        const parsed = parseCapture({
          path: 'seeds/any.txt',
          text: cutAtTitle(format, text, choice % listings.length),
        });
        const left = listings.filter((_, index) => index !== choice % listings.length);
        fc.pre(left.length > 0);
        expect(withoutSource(parsed.listings)).toEqual(withoutSource(left));
        expect(parsed.diagnostics.filter(({ severity }) => severity === 'error')).not.toEqual([]);
        expect(parsed.lines.unaccounted).toBeGreaterThan(0);
      }),
    );
  });
});

/** Damages the line in which one record has its title, so that the record cannot be read. */
function cutAtTitle(format: (typeof fieldFormats)[number], text: string, which: number): string {
  const [pattern, replacement] = damages[format];
  let index = -1;
  return text.replace(pattern, (line) => {
    index += 1;
    return index === which ? replacement : line;
  });
}

const damages: Record<(typeof fieldFormats)[number], readonly [RegExp, string]> = {
  bibtex: [/^ {2}title = .*$/gm, '  title {'],
  ris: [/^ER {2}- $/gm, ''],
  'csl-json': [/^ {4}"title": .*$/gm, '    "title": "unfinished'],
  'arxiv-atom': [/^ {2}<\/entry>$/gm, ''],
  'hf-papers-markdown': [/^### \[.*$/gm, '### [](https://huggingface.co/papers/2401.00001)'],
  'hf-papers-html': [/^<\/article>$/gm, ''],
};

describe.each(proseFormats)('parseCapture, for %s, where lines have no names', (format) => {
  it('leaves the other records alone when a line in the middle is lost', () => {
    fc.assert(
      fc.property(captureIn(format), fc.nat(), ({ text, listings }, choice) => {
        const lines = text.split('\n');
        const halves = lines.flatMap((line, index) =>
          listings.some(({ abstract }) => abstract === line) ? [index] : [],
        );
        const lost = halves[choice % halves.length]!;
        const parsed = parseCapture({
          path: 'seeds/any.txt',
          text: lines.filter((_, index) => index !== lost).join('\n'),
        });
        const left = listings.filter((_, index) => halves[index] !== lost);
        if (left.length === 0) return;
        expect(withoutSource(parsed.listings)).toEqual(withoutSource(left));
        expect(parsed.diagnostics.map(({ code }) => code)).toEqual(['truncated-record']);
      }),
    );
  });
});
