import { createHash } from 'node:crypto';
import { runInNewContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import { themeKey, themeOf } from '../../../src/client/theme.ts';
import { themeScript, themeScriptHash } from '../../../src/site/theme.ts';

/** What the inline script leaves on the root element of a page. */
function themeAfterScript(localStorage: unknown): string | undefined {
  const dataset: Record<string, string> = {};
  runInNewContext(themeScript, { localStorage, document: { documentElement: { dataset } } });
  return dataset['theme'];
}

const storing = (value: string | null): unknown => ({ getItem: (key: string) => (key === themeKey ? value : null) });

describe('before the first paint', () => {
  test.each(['light', 'dark'])('a stored "%s" is put on the page', (theme) => {
    expect(themeAfterScript(storing(theme))).toBe(theme);
  });

  test.each([null, 'system', 'purple'])('a stored %j leaves the scheme to the system', (stored) => {
    expect(themeAfterScript(storing(stored))).toBeUndefined();
  });

  test('blocked storage leaves the scheme to the system', () => {
    const blocked = {
      getItem: () => {
        throw new Error('blocked');
      },
    };
    expect(themeAfterScript(blocked)).toBeUndefined();
    expect(themeAfterScript(undefined)).toBeUndefined();
  });

  test('the policy names the script by its hash', () => {
    expect(themeScriptHash).toBe(`sha256-${createHash('sha256').update(themeScript).digest('base64')}`);
  });
});

test('what is stored is read as a theme, anything unknown as "system"', () => {
  expect(['light', 'dark', 'system', 'purple', null].map(themeOf)).toEqual([
    'light',
    'dark',
    'system',
    'system',
    'system',
  ]);
});
