/** Keeps published addresses answering: files of moved pages, rules for hosts, and a check of the ledger. */
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { type Diagnostic, diagnosticAt } from '../corpus/diagnostics.ts';
import { movesOf, type Permalinks, positionOfPermalink } from '../corpus/permalinks.ts';
import { type BuiltSite, fileOf, movedFiles, newLedgerEntries, vanishedUrls } from '../corpus/published-urls.ts';
import { filesBelow } from '../loaders/built-site.ts';
import { locationFromEnvironment, readPromises } from '../loaders/survey-files.ts';
import { BuildStopped } from '../reporters/failure.ts';
import { stageReporter } from '../reporters/progress.ts';
import { formatForTerminal } from '../reporters/terminal.ts';
import { normaliseBase } from '../site/urls.ts';
import { visitStartTags } from './html.ts';

/** Has to stand after everything that writes files people may keep the address of, and before `verify`. */
export function permalinks(): AstroIntegration {
  let base = '/';
  let hasAddress = false;
  return {
    name: 'permalinks',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = normaliseBase(config.base);
        hasAddress = config.site !== undefined;
      },
      'astro:build:done': async ({ dir }) => {
        const folder = fileURLToPath(dir);
        if (!hasAddress) {
          stageReporter()(
            'no public address (SITE_URL): left out canonical links, feeds, sitemap, search description, social cards',
            0,
          );
        }
        const promises = await readPromises(locationFromEnvironment());
        await keepMoved(folder, base, promises.permalinks);
        const { faults, unlisted } = await checkLedger(folder, promises, {
          hasAddress,
          hasCards: hasAddress && process.env['SOCIAL_CARDS'] !== 'off',
        });
        if (faults.length > 0) {
          throw new BuildStopped(
            `The site was not published: addresses are not where the ledger says.\n\n${formatForTerminal(faults)}`,
          );
        }
        if (unlisted > 0) stageReporter()(`${unlisted} new addresses; \`survey permalinks --write\` enters them`, 0);
      },
    },
  };
}

/** Copies the files of moved pages to where they were, and writes `_redirects` for the hosts that read it. */
export async function keepMoved(folder: string, base: string, ledger: Permalinks): Promise<void> {
  const files = movedFiles(ledger);
  for (const { from, to } of files) {
    const target = path.join(folder, fileOf(from));
    await mkdir(path.dirname(target), { recursive: true });
    // What does not exist is told by the check of the ledger, with its line.
    await copyFile(path.join(folder, fileOf(to)), target).catch(() => undefined);
  }
  await writeFile(path.join(folder, '_redirects'), redirectRules(base, [...movesOf(ledger.ledger), ...files]));
}

/** One rule a line, `from to status`, as Netlify, Cloudflare Pages and others read it; each path once. */
export function redirectRules(base: string, moves: readonly { readonly from: string; readonly to: string }[]): string {
  const below = (at: string): string => base + at.slice(1);
  const rules = new Set(moves.map(({ from, to }) => `${below(from)} ${below(to)} 301`));
  return ['# Addresses that have moved; written by the build from content/permalinks.txt.', ...rules, ''].join('\n');
}

/** Every address of the ledger that the folder does not answer, and the number of addresses that the ledger lacks. */
export async function checkLedger(
  folder: string,
  { permalinks: ledger, removed }: { readonly permalinks: Permalinks; readonly removed: readonly string[] },
  parts: Pick<BuiltSite, 'hasAddress' | 'hasCards'>,
): Promise<{ faults: Diagnostic[]; unlisted: number }> {
  const files = new Set(filesBelow(folder));
  const faults = [...vanishedUrls(ledger, removed, { files, ...parts }), ...(await returnedUrls(folder, ledger))];
  const isKept = ledger.ledger.size > 0;
  return { faults, unlisted: isKept ? newLedgerEntries(ledger, removed, files).length : 0 };
}

/** A `returned-url` for every page that is listed as moved and has content of its own. */
async function returnedUrls(folder: string, permalinks: Permalinks): Promise<Diagnostic[]> {
  const pages = movesOf(permalinks.ledger).filter(({ from }) => from.endsWith('/'));
  const checked = await Promise.all(
    pages.map(async ({ from, to }) => {
      const html = await readFile(path.join(folder, fileOf(from)), 'utf8').catch(() => null);
      if (html === null || leadsOn(html)) return [];
      const message = `${from} has a page, though it is listed as moved to ${to}`;
      return [diagnosticAt('returned-url', positionOfPermalink(permalinks, from), message, 'the path alone')];
    }),
  );
  return checked.flat();
}

/** Whether a page only leads to where its content is now; the text of others may hold the name of the attribute. */
function leadsOn(html: string): boolean {
  let found = false;
  visitStartTags(html, ({ name, attributes }) => {
    found ||= name === 'a' && attributes.has('data-moved-to');
  });
  return found;
}
