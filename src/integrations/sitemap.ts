/** Lists the finished pages for search engines, each with the day on which a version last changed what it shows. */
import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import type { History } from '../corpus/history.ts';
import { type SitemapPage, sitemapFiles } from '../exports/sitemap.ts';
import { filesBelow } from '../loaders/built-site.ts';
import { locationFromEnvironment, readHistoryOf } from '../loaders/survey-files.ts';
import { makeUrls, type Urls } from '../site/urls.ts';

/** Has to stand after everything that writes pages. Writes nothing where the site has no address. */
export function sitemap(): AstroIntegration {
  let urls: Urls | null = null;
  return {
    name: 'sitemap',
    hooks: {
      'astro:config:done': ({ config }) => {
        urls = config.site === undefined ? null : makeUrls(config.base, config.site);
      },
      'astro:build:done': async ({ dir }) => {
        if (urls === null) return;
        const history = await readHistoryOf(locationFromEnvironment());
        await writeSitemap(fileURLToPath(dir), urls, history);
      },
    },
  };
}

/** Writes the sitemap of the folder into it; pages that are not for search engines are left out. */
export async function writeSitemap(folder: string, urls: Urls, history: History): Promise<void> {
  const pages: SitemapPage[] = [];
  for (const file of filesBelow(folder).filter((name) => /(?:^|\/)index\.html$/.test(name))) {
    const html = readFileSync(path.join(folder, file), 'utf8');
    const address = urls.absolute(urls.asset(encodeURI(file.slice(0, -'index.html'.length))));
    if (address === null || /<meta name="robots" content="[^"]*noindex/.test(html)) continue;
    pages.push({ address, changedOn: lastChange(file, html, urls.base, history) });
  }
  const files = sitemapFiles(pages, (name) => urls.absolute(urls.asset(name)) ?? name);
  for (const [name, text] of files) await writeFile(path.join(folder, name), text);
}

/**
 * When the page itself changed, or else the newest of the papers it links to: a list changes when one of its entries
 * does. Null where no version is published.
 */
export function lastChange(
  file: string,
  html: string,
  base: string,
  { changedOn, versions }: Pick<History, 'changedOn' | 'versions'>,
): string | null {
  const key = file.replace(/\/?index\.html$/, '');
  const own = changedOn.get(key);
  if (key === 'changes') return versions[0]?.date ?? null;
  if (key.startsWith('papers/') && own !== undefined) return own;
  const linked = Array.from(html.matchAll(/ href="([^"#?]*)/g), ([, href = '']) =>
    href.startsWith(`${base}papers/`) ? changedOn.get(href.slice(base.length).replace(/\/$/, '')) : undefined,
  );
  return [own, ...linked].reduce<string | null>(
    (last, day) => (day !== undefined && (last === null || day > last) ? day : last),
    null,
  );
}
