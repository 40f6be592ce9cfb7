/** Checks a finished site as a whole: every link and anchor, titles, ids, metadata, requests to other hosts. */
import {
  compareDiagnostics,
  type Diagnostic,
  diagnosticAt,
  type DiagnosticCode,
  diagnosticInFile,
} from '../corpus/diagnostics.ts';
import { excerptOf, type Position } from '../corpus/source-text.ts';
import { checkClasses, type UnstyledClass } from './class-check.ts';
import { detached } from './html.ts';
import { type PageFault, readPage, type Reference } from './page-facts.ts';
import { linkGraph } from './reachability.ts';

export interface SiteLayout {
  /** The path below which the site is served, between slashes. */
  readonly base: string;
  /** Public origin of the site; null when not configured. */
  readonly origin: string | null;
  /** Every file of the site, relative to its root, with forward slashes. */
  readonly files: ReadonlySet<string>;
  /** Whether pages are opened as files: every link has to be relative and to name a file. */
  readonly isOffline?: boolean;
}

export interface SiteCheck {
  /** Takes in one page; `file` is relative to the root of the site. */
  addPage(file: string, html: string): void;
  /** Takes in one stylesheet. */
  addStylesheet(file: string, css: string): void;
  /** Everything that is wrong, each fault once however many pages share it, and the pages that are to be found. */
  finish(): {
    readonly diagnostics: Diagnostic[];
    readonly listed: readonly string[];
    /** Feeds and search descriptions that the head of a page names. */
    readonly namedFeeds: ReadonlySet<string>;
  };
}

/** A paper has to be found from the home page with at most this many clicks. */
const farthestPaper = 4;

/** Starts the check of one site; nothing is kept of a page but its title, description, ids and where it leads. */
export function checkSite(layout: SiteLayout): SiteCheck {
  const faults = collectFindings();
  const anchors = collectAnchors();
  const targets = new Map<string, Target>();
  const titles = collectTexts(faults, 'duplicate-page-title');
  const descriptions = collectTexts(faults, 'duplicate-page-description');
  const graph = linkGraph();
  const classes = checkClasses();
  const listed: string[] = [];
  const namedFeeds = new Set<string>();

  const targetOf = (href: string, page: string): Target => {
    // The same few links of navigation stand on every page; those from the root mean the same everywhere.
    const target = targets.get(href) ?? resolveTarget(href, page, layout);
    if (href.startsWith('/') && !targets.has(href)) targets.set(detached(href), target);
    return target;
  };
  /** Gives the page that a link leads to, null for everything else. */
  const checkReference = (page: string, html: string, reference: Reference): string | null => {
    const { href, kind, offset } = reference;
    const target = targetOf(href, page);
    const position = (): Position => placeOf(page, html, offset);
    for (const { code, message, expected } of referenceFaults(reference, target))
      faults.add(code, position, message, expected);
    if (target.kind === 'file' && target.fragment !== '' && target.file.endsWith('.html'))
      anchors.add(href, target, position);
    return target.kind === 'file' && kind === 'link' ? target.file : null;
  };
  return {
    addPage: (file, html) => {
      const page = readPage(html, layout.origin !== null);
      anchors.addPage(file, page.ids);
      for (const { code, message, expected, offset } of page.faults) {
        faults.add(code, () => placeOf(file, html, offset), message, expected);
      }
      const leadsTo = page.references.flatMap((reference) => checkReference(file, html, reference) ?? []);
      graph.addPage(file, leadsTo);
      const stylesheets = page.stylesheets.map((href) => targetOf(href, file));
      classes.addPage(file, page.classes, stylesheets.flatMap(fileOf));
      if (page.listed) listed.push(file);
      for (const feed of page.feeds.flatMap((href) => fileOf(targetOf(href, file)))) namedFeeds.add(feed);
      titles.add(file, html, page.title);
      if (page.listed) descriptions.add(file, html, page.description);
    },
    addStylesheet: (file, css) => {
      classes.addStylesheet(file, css);
      for (const { address, offset } of externalLoads(css)) {
        const message = `the stylesheet loads ${address}`;
        faults.add('external-request', () => placeOf(file, css, offset), message, 'files of this site');
      }
    },
    finish: () => {
      const unstyled = classes.unstyled().map(unstyledClass);
      const distant = hardToReach(listed, graph.distancesFrom('index.html'));
      return {
        diagnostics: [...faults.all(), ...anchors.broken(), ...distant, ...unstyled].toSorted(compareDiagnostics),
        listed,
        namedFeeds,
      };
    },
  };
}

function fileOf(target: Target): string[] {
  return target.kind === 'file' ? [target.file] : [];
}

function externalLoads(css: string): { readonly address: string; readonly offset: number }[] {
  const loads = css.matchAll(/(?:url\(|@import)\s*["']?((?:https?:)?\/\/[^"')\s]+)/gi);
  return [...loads].map(({ 1: address = '', index }) => ({ address, offset: index }));
}

function unstyledClass({ name, file, stylesheet }: UnstyledClass): Diagnostic {
  const message = `the class "${name}" has no style here, but in ${stylesheet}`;
  return diagnosticInFile('unstyled-class', file, message, 'a stylesheet of the page that defines it');
}

function referenceFaults({ href, kind, hasOpener }: Reference, target: Target): Omit<PageFault, 'offset'>[] {
  switch (target.kind) {
    case 'file':
      return [];
    case 'broken':
      return [{ code: 'broken-link', message: `${href} leads nowhere`, expected: target.expected }];
    case 'external': {
      const request = {
        code: 'external-request',
        message: `the page loads ${href}`,
        expected: 'files of this site',
      } as const;
      const message = `a link to ${hostOf(href)} has no rel="noopener"`;
      const opener = { code: 'link-with-opener', message, expected: 'rel="noopener"' } as const;
      const isWeb = /^(?:https?:)?\/\//i.test(href);
      return [...(kind === 'request' ? [request] : []), ...(hasOpener && isWeb ? [opener] : [])];
    }
  }
}

/** Whether a file is the page of one paper, not a list of papers. */
export function isPaperPage(file: string): boolean {
  return /^papers\/(?!by-year\/)[^/]+\/index\.html$/.test(file);
}

function hardToReach(listed: readonly string[], distances: ReadonlyMap<string, number>): Diagnostic[] {
  return listed.flatMap((file) => {
    const clicks = distances.get(file);
    if (clicks === undefined) {
      return [diagnosticInFile('unreachable-page', file, 'no link leads here from the home page', 'a link to it')];
    }
    if (!isPaperPage(file) || clicks <= farthestPaper) return [];
    const message = `the paper is ${clicks} clicks from the home page`;
    return [diagnosticInFile('distant-paper', file, message, `${farthestPaper} at most`)];
  });
}

/** Positions are asked for only when a fault is new: most are shared by many pages. */
type PositionSource = () => Position;

interface Finding {
  readonly diagnostic: Diagnostic;
  /** How often the same was found. */
  count: number;
}

/** Faults by what they say, each with its first place. */
function collectFindings() {
  const findings = new Map<string, Finding>();
  return {
    add: (code: DiagnosticCode, position: PositionSource, message: string, expected: string): void => {
      const known = findings.get(`${code} ${message}`);
      if (known) known.count += 1;
      else
        findings.set(`${code} ${message}`, { diagnostic: diagnosticAt(code, position(), message, expected), count: 1 });
    },
    all: (): Diagnostic[] => [...findings.values()].map(withCount),
  };
}

/** Texts that every page has for itself. */
function collectTexts(
  faults: ReturnType<typeof collectFindings>,
  code: 'duplicate-page-title' | 'duplicate-page-description',
) {
  const firsts = new Map<string, string>();
  const part = code === 'duplicate-page-title' ? 'title' : 'description';
  return {
    add: (file: string, html: string, text: string | null): void => {
      if (text === null) return;
      const first = firsts.get(text);
      if (first === undefined) {
        firsts.set(detached(text), file);
        return;
      }
      const message = `"${excerptOf(text, 80)}" is also the ${part} of ${first}`;
      faults.add(code, () => placeOf(file, html, 0), message, `a ${part} of its own`);
    },
  };
}

/** Links to places within pages; they can be judged only when all pages are known. */
function collectAnchors() {
  // As one text a page, which takes a tenth of the memory of a set.
  const ids = new Map<string, string>();
  const anchors = new Map<string, { readonly file: string; readonly fragment: string; readonly finding: Finding }>();
  return {
    addPage: (file: string, idsOfPage: ReadonlySet<string>): void => {
      ids.set(file, detached(['', ...idsOfPage, ''].join('\n')));
    },
    add: (href: string, { file, fragment }: FileTarget, position: PositionSource): void => {
      const known = anchors.get(`${file}#${fragment}`);
      if (known) {
        known.finding.count += 1;
        return;
      }
      const message = `${detached(href)} names a place that ${file} does not have`;
      const diagnostic = diagnosticAt('broken-anchor', position(), message, 'the id of an element there');
      anchors.set(`${file}#${fragment}`, { file, fragment, finding: { diagnostic, count: 1 } });
    },
    broken: (): Diagnostic[] =>
      [...anchors.values()]
        .filter(({ file, fragment }) => !ids.get(file)?.includes(`\n${fragment}\n`))
        .map(({ finding }) => withCount(finding)),
  };
}

function withCount({ diagnostic, count }: Finding): Diagnostic {
  if (count === 1) return diagnostic;
  return { ...diagnostic, message: `${diagnostic.message} (and ${count - 1} more like this)` };
}

interface FileTarget {
  readonly kind: 'file';
  readonly file: string;
  readonly fragment: string;
}

type Target = { readonly kind: 'external' } | FileTarget | { readonly kind: 'broken'; readonly expected: string };

/** Where a reference on the page `file` leads, as a static host would answer it. */
export function resolveTarget(href: string, file: string, layout: SiteLayout): Target {
  const { base, origin, files, isOffline = false } = layout;
  if (isOffline && href.startsWith('/')) return { kind: 'broken', expected: 'an address relative to the page' };
  const here = new URL(base + (isOffline ? file : file.replace(/(^|\/)index\.html$/, '$1')), placeholderOrigin);
  // Seen from a file the survey on the web is another site.
  const own =
    !isOffline && origin !== null && (href === origin || href.startsWith(`${origin}/`))
      ? placeholderOrigin + href.slice(origin.length)
      : href;
  const url = URL.parse(own, here);
  if (url === null) return { kind: 'broken', expected: 'an address' };
  if (url.origin !== placeholderOrigin) return { kind: 'external' };
  if (!url.pathname.startsWith(base)) return { kind: 'broken', expected: `an address below ${base}` };
  const path = decodeOrKeep(url.pathname.slice(base.length));
  const target = !isOffline && (path === '' || path.endsWith('/')) ? `${path}index.html` : path;
  if (files.has(target)) return { kind: 'file', file: target, fragment: fragmentOf(url.hash) };
  const missing = files.has(`${path}/index.html`) ? 'a slash at the end' : 'the address of a page or file of this site';
  return { kind: 'broken', expected: missing };
}

const placeholderOrigin = 'http://site.invalid';

function hostOf(href: string): string {
  return URL.parse(href, placeholderOrigin)?.host ?? href;
}

// A text fragment (#:~:text=) is the browser's business, not an id.
function fragmentOf(hash: string): string {
  return decodeOrKeep((hash.slice(1).split(':~:')[0] ?? '').trim());
}

function decodeOrKeep(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function placeOf(path: string, text: string, offset: number): Position {
  let line = 1;
  let start = 0;
  for (let end = text.indexOf('\n'); end >= 0 && end < offset; end = text.indexOf('\n', end + 1)) {
    line += 1;
    start = end + 1;
  }
  return { path, line, column: offset - start + 1 };
}
