/**
 * Finds a Chromium for the browser tests: the one named by SURVEY_CHROMIUM, then one that
 * Playwright installed, then the one that comes with the npm packages, then the system's own.
 * `SURVEY_CHROMIUM=npm` goes straight to the npm packages.
 */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { chromium } from '@playwright/test';
import { z } from 'zod';

export interface Browser {
  /** Where it comes from, in words. */
  readonly source: string;
  /** Null: Playwright knows where its own browser is. */
  readonly executablePath: string | null;
  /** Environment variables the browser needs besides the inherited ones. */
  readonly environment: Readonly<Record<string, string>>;
}

const systemBrowsers = [
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:/Program Files/Google/Chrome/Application/chrome.exe',
];

/** `cache`: folder in which the npm Chromium is unpacked once. Throws when there is no browser at all. */
export async function resolveBrowser(cache: string): Promise<Browser> {
  const forced = process.env['SURVEY_CHROMIUM'];
  if (forced === 'npm') return npmChromium(cache);
  if (forced) return { source: 'SURVEY_CHROMIUM', executablePath: forced, environment: {} };
  if (existsSync(chromium.executablePath())) return { source: 'Playwright', executablePath: null, environment: {} };
  if (process.platform === 'linux' && process.arch === 'x64') return npmChromium(cache);
  const installed = systemBrowsers.find((file) => existsSync(file));
  if (installed) return { source: 'system', executablePath: installed, environment: {} };
  throw new Error('No Chromium found: run "npx playwright install chromium" or set SURVEY_CHROMIUM to one.');
}

async function npmChromium(cache: string): Promise<Browser> {
  const root = path.dirname(path.dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')));
  const manifest: unknown = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  const { version } = z.object({ version: z.string() }).parse(manifest);
  const folder = path.resolve(cache, `chromium-${version}`);
  if (!existsSync(folder)) await unpack(path.join(root, 'bin'), folder);
  return {
    source: `@sparticuz/chromium ${version}`,
    executablePath: path.join(folder, 'chromium'),
    environment: {
      LD_LIBRARY_PATH: path.join(folder, 'al2023', 'lib'),
      FONTCONFIG_FILE: path.join(folder, 'fonts', 'fonts.conf'),
    },
  };
}

/** Unpacks beside `folder` and renames, so that an interrupted run leaves no half of a browser. */
async function unpack(archives: string, folder: string): Promise<void> {
  mkdirSync(path.dirname(folder), { recursive: true });
  const temporary = mkdtempSync(path.join(path.dirname(folder), 'unpack-'));
  const { inflate } = await import('@sparticuz/chromium');
  const before = process.env['TMPDIR'];
  // inflate() always unpacks below the system's folder for temporary files.
  process.env['TMPDIR'] = temporary;
  try {
    const names = ['chromium.br', 'fonts.tar.br', 'swiftshader.tar.br', 'al2023.tar.br'];
    await Promise.all(names.map((name) => inflate(path.join(archives, name))));
  } finally {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
  }
  writeFileSync(path.join(temporary, 'fonts', 'fonts.conf'), fontConfiguration(folder));
  try {
    renameSync(temporary, folder);
  } catch (error) {
    rmSync(temporary, { recursive: true, force: true });
    // Another process may have been faster; anything else is a fault.
    if (!existsSync(folder)) throw error;
  }
}

// Without a font configuration all text is 0 px high.
function fontConfiguration(folder: string): string {
  return [
    '<?xml version="1.0"?>',
    '<!DOCTYPE fontconfig SYSTEM "fonts.dtd">',
    `<fontconfig><dir>${folder}/fonts</dir><dir>/usr/share/fonts</dir><cachedir>${folder}/fontcache</cachedir></fontconfig>`,
    '',
  ].join('\n');
}
