/** Verifies the finished site before it is published; any fault fails the build. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { compareDiagnostics, type Diagnostic, diagnosticInFile, hasErrors } from '../corpus/diagnostics.ts';
import { cacheFolder } from '../loaders/cache-folder.ts';
import { filesBelow, isPage } from '../loaders/built-site.ts';
import { BuildStopped } from '../reporters/failure.ts';
import { stageReporter } from '../reporters/progress.ts';
import { formatForTerminal } from '../reporters/terminal.ts';
import { normaliseBase } from '../site/urls.ts';
import { type Validation, validationBeside } from './html-validity-thread.ts';
import { indexedPages } from './search-coverage.ts';
import { checkSite, isPaperPage } from './site-check.ts';
import { checkXml } from './xml-check.ts';

export interface VerifyOptions {
  /** Whether the pages are to be opened as files, without a server. */
  readonly isOffline: boolean;
}

/** Has to stand after everything that writes pages and before the one that publishes them. */
export function verify({ isOffline }: VerifyOptions = { isOffline: false }): AstroIntegration {
  let base = '/';
  let site: string | null = null;
  let folder = '';
  let isBuild = false;
  const validationOf = (): Validation =>
    validationBeside({ folder: cacheFolder('valid-html'), site: JSON.stringify([base, isOffline]) });
  let validation = validationOf();
  return {
    name: 'verify',
    hooks: {
      'astro:config:setup': ({ command }) => {
        isBuild = command === 'build';
      },
      'astro:config:done': ({ config }) => {
        base = normaliseBase(config.base);
        site = config.site ?? null;
        folder = fileURLToPath(config.outDir);
        validation = validationOf();
        // Its thread loads while the survey is read. Every page of an offline copy is written anew in the end.
        if (isBuild && !isOffline) validation.follow(folder);
      },
      'astro:build:done': async () => {
        const started = performance.now();
        // In its thread, while the pages are read here.
        const invalid = validation.finish(folder);
        const { diagnostics: found, pages } = verifyFolder(folder, base, site, { isOffline });
        const diagnostics = [...found, ...(await invalid)].toSorted(compareDiagnostics);
        stageReporter()(`verified ${pages} pages`, performance.now() - started);
        if (hasErrors(diagnostics)) {
          throw new BuildStopped(
            `The site was not published: its pages have errors.\n\n${formatForTerminal(diagnostics)}`,
          );
        }
      },
    },
  };
}

/** Reads every page, stylesheet, feed and sitemap below `folder`. `site`: the public address, with or without the base path. */
export function verifyFolder(
  folder: string,
  base: string,
  site: string | null,
  { isOffline }: VerifyOptions = { isOffline: false },
): { diagnostics: Diagnostic[]; pages: number } {
  const files = filesBelow(folder);
  const pages = files.filter(isPage);
  const origin = site === null ? null : new URL(site).origin;
  const layout = { base, origin, files: new Set(files), isOffline };
  const check = checkSite(layout);
  const read = (file: string): string => readFileSync(path.join(folder, file), 'utf8');
  // In order, so that the page named first is the same in every run.
  for (const file of pages) check.addPage(file, read(file));
  for (const file of files.filter((name) => name.endsWith('.css') && !name.startsWith('pagefind/'))) {
    check.addStylesheet(file, read(file));
  }
  const xml = checkXml(layout);
  for (const file of files.filter((name) => name.endsWith('.xml'))) {
    xml.add(file, read(file));
  }
  const { diagnostics, listed, namedFeeds } = check.finish();
  // Feeds and sitemaps are for readers on the web, search is for a server.
  const onWeb = isOffline ? [] : [...xml.finish(listed, namedFeeds), ...unindexedPapers(folder, base, listed)];
  return { diagnostics: [...diagnostics, ...onWeb], pages: pages.length };
}

/** The pages of a finished site, sorted. */
export function pagesOf(folder: string): string[] {
  return filesBelow(folder).filter(isPage);
}

/** Papers that no search can find. */
function unindexedPapers(folder: string, base: string, listed: readonly string[]): Diagnostic[] {
  const papers = listed.filter(isPaperPage);
  if (!existsSync(path.join(folder, 'pagefind'))) {
    const message = 'the site has no search index';
    return papers.length === 0 ? [] : [diagnosticInFile('unindexed-paper', 'pagefind', message, 'fragments of pages')];
  }
  const indexed = indexedPages(folder);
  return papers
    .filter((file) => !indexed.has(`/${file.replace(/index\.html$/, '')}`))
    .map((file) =>
      diagnosticInFile('unindexed-paper', file, `no search under ${base} finds this paper`, 'its page in the index'),
    );
}
