import { mkdtemp, readdir, readFile, rm, stat, utimes } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fromBuffer } from '@capsizecss/unpack';
import subsetFont from 'subset-font';
import { describe, expect, test } from 'vitest';
import { fallbackFace } from '../../../src/site/font-fallback.ts';
import { faces, fontBytes, fontFiles, rareCharacters, sourceName, surveyFonts } from '../../../src/site/fonts.ts';
import { makeUrls } from '../../../src/site/urls.ts';

const urls = makeUrls('/survey/', null);

describe('the characters of a survey', () => {
  test('those that every page shows are not listed, others once and in order', () => {
    expect(rareCharacters(['Größe “A–Z”', 'Öl, é & ö'])).toBe('Ößéö');
  });
});

describe('the files of the fonts', () => {
  test('each face has one that every page needs', () => {
    const files = fontFiles('');
    expect(files.map(({ family, isCore }) => [family, isCore])).toEqual([
      ['Survey Text', true],
      ['Survey Sans', true],
    ]);
  });

  test('frequent accents are in the file of every page, rarer letters in one of their own, those of no face in none', () => {
    const files = fontFiles('éł中');
    expect(files.map(({ family, isCore }) => [family, isCore])).toEqual([
      ['Survey Text', true],
      ['Survey Text', false],
      ['Survey Sans', true],
      ['Survey Sans', false],
    ]);
    expect(
      files.map(({ cut: { characters } }) =>
        Array.from('éł中')
          .filter((letter) => characters.includes(letter))
          .join(''),
      ),
    ).toEqual(['é', 'ł', 'é', 'ł']);
  });

  test('a name changes with what the file holds, and only then', () => {
    const names = (rare: string): string[] => fontFiles(rare).map(({ name }) => name);
    expect(names('é')).toEqual(names('é'));
    expect(names('éłń')[1]).not.toBe(names('éł')[1]);
    expect(names('éłń')[0]).toBe(names('éł')[0]);
  });

  test('those for every page together are at most 33 kB', async () => {
    const cache = await mkdtemp(path.join(tmpdir(), 'fonts-'));
    try {
      const sizes = await Promise.all(
        fontFiles('áãåèéíñóöøúüßçÖØ~²µ').map(async (file) => (await fontBytes(file, cache)).length),
      );
      expect(sizes.reduce((sum, size) => sum + size)).toBeLessThanOrEqual(33_000);
    } finally {
      await rm(cache, { recursive: true });
    }
  });

  test('a file is made once and then taken from the cache', async () => {
    const cache = await mkdtemp(path.join(tmpdir(), 'fonts-'));
    try {
      const [file] = fontFiles('');
      const made = await fontBytes(file!, cache);
      const [kept] = await readdir(cache);
      const keptFile = path.join(cache, kept!);
      await utimes(keptFile, 1, 1);
      expect(await fontBytes(file!, cache)).toEqual(made);
      expect((await stat(keptFile)).mtimeMs).toBe(1000);
    } finally {
      await rm(cache, { recursive: true });
    }
  });
});

describe('the rules for the fonts', () => {
  const { files, preloads, styles } = surveyFonts(['ł'], urls);

  test('name every file below the base path; only those for every page are loaded at once', () => {
    for (const { name } of files) expect(styles).toContain(`url(/survey/fonts/${name}.woff2)`);
    expect(preloads).toEqual(files.filter(({ isCore }) => isCore).map(({ name }) => `/survey/fonts/${name}.woff2`));
  });

  test('a page without running text has but the face for it', () => {
    const { preloads: few, styles: fewer } = surveyFonts(['ł'], urls).sansOnly;
    expect(few).toHaveLength(1);
    expect(preloads).toContain(few[0]);
    expect(fewer).toContain("'Survey Sans'");
    expect(fewer).not.toContain('Survey Text');
  });

  test('rare letters are asked for by range', () => {
    expect(styles).toContain('unicode-range:U+142');
  });

  test('a font that comes late moves nothing', () => {
    expect(styles.match(/font-display:optional/g)).toHaveLength(files.length);
  });
});

describe('the stand-ins', () => {
  test.each(faces)('$family is measured as its file has it', async (face) => {
    const file = path.resolve('node_modules/@fontsource-variable', face.package, sourceName(face, 'latin'));
    const variationAxes = { ...face.pinned, wght: 400 };
    const regular = await subsetFont(await readFile(file), ascii, { targetFormat: 'woff2', variationAxes });
    const { ascent, descent, lineGap, unitsPerEm, xWidthAvg } = await fromBuffer(regular);
    expect(face.metrics).toEqual({ ascent, descent, lineGap, unitsPerEm, xWidthAvg });
  });

  test('a font twice as wide as the system’s makes it twice as large, its lines as high as its own', () => {
    const metrics = { ascent: 900, descent: -300, lineGap: 0, unitsPerEm: 1000, xWidthAvg: (2 * 913 * 1000) / 2048 };
    const rule = fallbackFace({ family: 'Wide', metrics, fallback: 'sans-serif' });
    expect(rule).toContain("font-family:'Wide Fallback'");
    expect(rule).toContain('size-adjust:200%;ascent-override:45%;descent-override:15%;line-gap-override:0%');
  });
});

const ascii = Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index)).join('');
