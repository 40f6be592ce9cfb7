/** Whether the colours of tokens.css can be told apart and read, by any eye, in both schemes. */
import { readFileSync } from 'node:fs';
import {
  type Color,
  converter,
  differenceCiede2000,
  filterDeficiencyDeuter,
  filterDeficiencyProt,
  filterDeficiencyTrit,
  parse,
  wcagContrast,
} from 'culori';
import { describe, expect, test } from 'vitest';

const tokens = readFileSync('src/styles/tokens.css', 'utf8');
const schemes = ['light', 'dark'] as const;
type Scheme = (typeof schemes)[number];

/** The colours of tokens.css by name, for one scheme. */
function coloursOf(scheme: Scheme): ReadonlyMap<string, Color> {
  const pairs = [...tokens.matchAll(/--([a-z]+(?:-[a-z0-9]+)+): light-dark\((#[0-9a-f]+), (#[0-9a-f]+)\)/g)];
  return new Map(
    pairs.map(([, name = '', light = '', dark = '']) => [name, parse(scheme === 'light' ? light : dark)!]),
  );
}

const toRgb = converter('rgb');
const difference = differenceCiede2000();
const eyes: Readonly<Record<string, (color: Color) => Color>> = {
  'full colour vision': (color) => color,
  protanopia: filterDeficiencyProt(1),
  deuteranopia: filterDeficiencyDeuter(1),
  tritanopia: filterDeficiencyTrit(1),
};

describe.each(schemes)('in the %s scheme', (scheme) => {
  const colours = coloursOf(scheme);
  const areas = [...colours].filter(([name]) => name.startsWith('area-')).map(([, color]) => toRgb(color));
  const contrast = (name: string, ground: string): number => wcagContrast(colours.get(name)!, colours.get(ground)!);

  test('there are nine colours for areas', () => {
    expect(areas).toHaveLength(9);
  });

  // 2.3 is a difference that one can just see; 12 is plain at the size of a mark.
  test.each(Object.entries(eyes))('any two of them differ plainly for %s', (_, seen) => {
    const differences = areas.flatMap((one, index) =>
      areas.slice(index + 1).map((other) => difference(seen(one), seen(other))),
    );
    expect(Math.min(...differences)).toBeGreaterThan(12);
  });

  test('each stands out from the ground', () => {
    const contrasts = areas.map((color) => wcagContrast(color, colours.get('color-paper')!));
    expect(Math.min(...contrasts)).toBeGreaterThanOrEqual(3);
  });

  test.each(['ink', 'muted', 'accent', 'accent-strong', 'warning', 'error'])('text in %s is readable', (name) => {
    expect(contrast(`color-${name}`, 'color-paper')).toBeGreaterThanOrEqual(4.5);
    expect(contrast(`color-${name}`, 'color-panel')).toBeGreaterThanOrEqual(4.5);
  });

  test('the borders of fields are visible', () => {
    expect(contrast('color-field', 'color-paper')).toBeGreaterThanOrEqual(3);
  });
});
