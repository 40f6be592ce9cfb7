/** Holds every format to the recipe "A listing format" of CONTRIBUTING.md. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { captureFormats } from '../../../../src/corpus/formats/index.ts';
import { listingFormatSchema } from '../../../../src/corpus/paper.ts';

const root = fileURLToPath(new URL('../../../../', import.meta.url));
const fixtures = `${root}tests/fixtures/captures/`;
const necessary = ['plain', 'crlf', 'bom', 'no-final-newline', 'truncated-record', 'html-title'];

/** The cases of each format, by what their captures are read as; a folder is named after a format and a case. */
const cases = Map.groupBy(
  readdirSync(fixtures).map((name) => {
    const expected: unknown = JSON.parse(readFileSync(`${fixtures}${name}/expected.json`, 'utf8'));
    const { format, listings } = z
      .object({ format: listingFormatSchema.nullable(), listings: z.array(z.unknown()) })
      .parse(expected);
    return { name, format, records: listings.length };
  }),
  ({ format }) => format,
);

/** The rows of the table in seeds/README.md: format and what it looks like. */
const documented = new Map(
  [...readFileSync(`${root}seeds/README.md`, 'utf8').matchAll(/^\| `([^`]+)` \| ([^|]+) \|/gm)].map(
    ([, format = '', look = '']) => [format, look],
  ),
);

describe.each(listingFormatSchema.options)('the format %s', (format) => {
  it('is in the table of formats once', () => {
    expect(captureFormats.filter(({ id }) => id === format)).toHaveLength(1);
  });

  it.each(necessary)('has a fixture folder for the case "%s"', (name) => {
    const own = cases.get(format)?.filter((fixture) => fixture.name.endsWith(`-${name}`)) ?? [];
    expect(own.map((fixture) => fixture.name)).toHaveLength(1);
    expect(own[0]?.records).toBeGreaterThan(0);
  });

  it('is documented in seeds/README.md', () => {
    expect(documented.get(format)?.length).toBeGreaterThan(40);
  });
});

it('seeds/README.md documents no format that does not exist', () => {
  expect([...documented.keys()].sort()).toEqual([...listingFormatSchema.options].sort());
});
