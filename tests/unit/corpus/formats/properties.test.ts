import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseCapture } from '../../../../src/corpus/formats/index.ts';
import { listingFormatSchema, listingSchema, type Listing } from '../../../../src/corpus/paper.ts';
import { almostCapture, captureIn } from '../../../support/arbitraries.ts';

const formats = listingFormatSchema.options;

/** Sources depend on the rendering; everything else must come back. */
const withoutSource = (listings: readonly Listing[]) => listings.map((listing) => ({ ...listing, source: null }));

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
