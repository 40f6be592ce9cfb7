/** Astro content-layer adapter: builds the corpus once and puts it into collections. */
import { setFlagsFromString } from 'node:v8';
import path from 'node:path';
import type { Loader, LoaderContext } from 'astro/loaders';
import { buildCorpus } from '../corpus/build-corpus.ts';
import type { Corpus, CorpusStage } from '../corpus/corpus.ts';
import { compareDiagnostics, type Diagnostic, diagnosticInFile, hasErrors } from '../corpus/diagnostics.ts';
import { renderProse } from '../markdown/render.ts';
import { BuildStopped } from '../reporters/failure.ts';
import { stageReporter } from '../reporters/progress.ts';
import { formatForTerminal } from '../reporters/terminal.ts';
import type { SiteConfig } from '../site/config.ts';
import { citationTargets, referencesOf } from '../site/references.ts';
import { makeUrls } from '../site/urls.ts';
import { cutFontsEarly } from './early-fonts.ts';
import { readSiteConfig } from './site-config.ts';
import {
  contentFolderOf,
  displayPath,
  locationFromEnvironment,
  portableDiagnostic,
  readSurveyFiles,
} from './survey-files.ts';

/** Entries of one collection, keyed by their id. */
type Entries = Iterable<readonly [id: string, data: Record<string, unknown>]>;

interface Loaded {
  readonly corpus: Corpus;
  readonly site: SiteConfig;
}

// The engine lets memory grow to a multiple of what is in use before it collects, which is fast; from so many papers on
// it is half a gigabyte, and collecting earlier costs little beside the rest.
const manyPapers = 2000;

let loaded: Promise<Loaded> | null = null;
const loaders = new Set<string>();
const filled = new Set<string>();

/**
 * A loader that fills its collection from the corpus. All loaders share one corpus, read and
 * built at the first call. Errors in the input stop the build with every diagnostic printed.
 */
export function corpusLoader(name: string, entriesOf: (corpus: Corpus) => Entries): Loader {
  return sharedLoader(name, (context, { corpus }) => fill(context, entriesOf(corpus)));
}

/** A loader for the one entry of content/site.yaml. */
export function siteLoader(): Loader {
  return sharedLoader('site', (context, { site }) => fill(context, [['site', site]]));
}

/** A loader for the prose: every page is rendered anew, since it shows what the corpus says of the papers it cites. */
export function proseLoader(): Loader {
  return sharedLoader('prose', fillProse);
}

/** Lets the corpus go when every collection has its entries, so that it does not stay in memory beside them. */
function sharedLoader(name: string, take: (context: LoaderContext, loaded: Loaded) => Promise<void>): Loader {
  loaders.add(name);
  return {
    name: `corpus-${name}`,
    load: async (context) => {
      loaded ??= load();
      // Input that is mended while a development server runs is read again.
      const survey = await loaded.catch((error: unknown) => {
        loaded = null;
        throw error;
      });
      await take(context, survey);
      filled.add(name);
      if (filled.size < loaders.size) return;
      filled.clear();
      loaded = null;
    },
  };
}

async function fillProse(context: LoaderContext, { corpus, site }: Loaded): Promise<void> {
  const urls = makeUrls(context.config.base, site.url);
  const paperById = new Map(corpus.papers.map((paper) => [paper.id, paper]));
  context.store.clear();
  for (const page of corpus.prose) {
    const id = `${page.kind}/${page.id}`;
    const targets = citationTargets(referencesOf(page, { paperById, urls }));
    const { html, headings } = await renderProse(page.markdown, targets);
    const data = await context.parseData({ id, data: page });
    context.store.set({ id, data, rendered: { html, metadata: { headings } } });
  }
}

async function fill(context: LoaderContext, entries: Entries): Promise<void> {
  context.store.clear();
  for (const [id, data] of entries) context.store.set({ id, data: await context.parseData({ id, data }) });
}

async function load(): Promise<Loaded> {
  const report = stageReporter();
  const location = locationFromEnvironment();
  const [files, site] = await Promise.all([readSurveyFiles(location), readSiteConfig(location)]);
  let last = performance.now();
  const corpus = buildCorpus(files, (stage, count) => {
    const now = performance.now();
    report(describeStage(stage, count), now - last);
    last = now;
  });
  const missing = missingPages(corpus, contentFolderOf(location));
  const diagnostics = [...corpus.diagnostics, ...site.diagnostics, ...missing].toSorted(compareDiagnostics);
  if (site.config === null || hasErrors(diagnostics)) {
    throw new BuildStopped(`The survey was not built, its input has errors.\n\n${formatForTerminal(diagnostics)}`);
  }
  if (corpus.papers.length > manyPapers) setFlagsFromString('--heap-growing-percent=20');
  cutFontsEarly(corpus);
  const told = corpus.diagnostics.map((diagnostic) => portableDiagnostic(diagnostic, location));
  return { corpus: { ...corpus, diagnostics: told }, site: site.config };
}

/** The texts that a site cannot do without; the command line can. */
function missingPages(corpus: Corpus, contentFolder: string): Diagnostic[] {
  return ['about', 'method']
    .filter((id) => !corpus.prose.some((page) => page.kind === 'page' && page.id === id))
    .map((id) => {
      const file = displayPath(path.join(contentFolder, 'pages', `${id}.md`));
      return diagnosticInFile('missing-content', file, `no text for /${id}/`, 'Markdown with title and description');
    });
}

/** What a stage made, in words. */
function describeStage(stage: CorpusStage, count: number): string {
  switch (stage) {
    case 'content':
      return `content: ${count} files of decisions`;
    case 'parse':
      return `parse: ${count} listings`;
    case 'normalise':
      return `normalise: ${count} records`;
    case 'deduplicate':
      return `deduplicate: ${count} papers`;
    case 'join':
      return `join: ${count} papers with content/`;
    case 'classify':
      return `classify: ${count} papers`;
    case 'extract':
      return `extract: ${count} reported results`;
    case 'relate':
      return `relate: ${count} papers`;
    case 'prose':
      return `prose: ${count} texts checked`;
  }
}
