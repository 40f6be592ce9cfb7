/**
 * `npm run verify`: everything that is checked of a finished site, the validity of its HTML included.
 *
 *     npm run verify [-- FOLDER] [--offline]   # dist/ unless named; BASE_PATH and SITE_URL as they were for the build
 *
 * Exits 1 on any error; the report goes to stderr.
 */
import { parseArgs } from 'node:util';
import { hasErrors } from '../corpus/diagnostics.ts';
import { FolderCheck, pagesOf } from '../integrations/folder-check.ts';
import { invalidHtml } from '../integrations/html-validity.ts';
import { readSiteConfig } from '../loaders/site-config.ts';
import { locationFromEnvironment } from '../loaders/survey-files.ts';
import { formatDuration } from '../reporters/progress.ts';
import { formatForTerminal } from '../reporters/terminal.ts';
import { normaliseBase } from '../site/urls.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { offline: { type: 'boolean', default: false } },
});
const folder = positionals[0] ?? 'dist';
const base = normaliseBase(process.env['BASE_PATH'] ?? '/');
const { config } = await readSiteConfig(locationFromEnvironment());
const started = performance.now();
const pages = pagesOf(folder);
if (pages.length === 0) throw new Error(`${folder} has no pages, expected a finished site: build it first.`);
const check = new FolderCheck({ folder, base, site: config?.url ?? null, isOffline: values.offline });
const diagnostics = [...check.finish().diagnostics, ...(await invalidHtml(folder, pages))];
if (diagnostics.length > 0) process.stderr.write(`${formatForTerminal(diagnostics)}\n`);
process.stderr.write(
  `${folder}: ${pages.length} pages verified in ${formatDuration(performance.now() - started)}, ` +
    `${diagnostics.length === 0 ? 'nothing wrong' : `${diagnostics.length} faults`}\n`,
);
process.exitCode = hasErrors(diagnostics) ? 1 : 0;
