/** Holds the ledger of published URLs against a built site: what has vanished, and what is new. */
import { type Diagnostic, diagnosticAt } from './diagnostics.ts';
import { compareText } from './ordering.ts';
import { type Permalinks, paperIdOf, positionOfPermalink, resolveMove } from './permalinks.ts';
import { linesOf, type SourceText } from './source-text.ts';

export interface BuiltSite {
  /** Every file, relative to the root of the site, with forward slashes. */
  readonly files: ReadonlySet<string>;
  /** Whether the site's public address is known; XML documents are built only with one. */
  readonly hasAddress: boolean;
  /** Whether the build draws social cards. */
  readonly hasCards: boolean;
}

/** Lists of papers that lie in a folder of single pages; no family speaks of them. */
const listPages: ReadonlySet<string> = new Set(['/papers/by-year/']);

/** Folders of files that only pages of the same build load, and whose names may change with every build. */
const privateFolders: ReadonlySet<string> = new Set(['_astro', 'fonts', 'pagefind', 'search']);
const publicFiles = /\.(?:bib|cff|csv|json|md|ris|txt|xml)$|^cards\/.*\.png$/;

/** Social cards lie in folders of their own: `/cards/papers/a.png` belongs to `/papers/a/`. */
const cards = '/cards';

function pageFolderOf(folder: string): string {
  return folder.startsWith(`${cards}/`) ? folder.slice(cards.length) : folder;
}

/** The URL that a file of the site answers under, if people may keep it; null for parts of pages and the error page. */
export function publicPathOf(file: string): string | null {
  const [folder = ''] = file.split('/');
  if (file === 'index.html') return '/';
  if (file.endsWith('/index.html')) return `/${encodeURI(file.slice(0, -'index.html'.length))}`;
  if (privateFolders.has(folder) || file.startsWith('_') || /^sitemap-\d/.test(file)) return null;
  return publicFiles.test(file) ? `/${encodeURI(file)}` : null;
}

/** The file of a site that answers under a path of the ledger. */
export function fileOf(published: string): string {
  const relative = decodeURI(published.slice(1));
  return relative === '' || relative.endsWith('/') ? `${relative}index.html` : relative;
}

interface Page {
  readonly path: string;
  readonly folder: string;
  readonly id: string;
}

/** The pages of a folder that belong to one thing each, of all `paths`. */
function pagesOf(paths: Iterable<string>): Page[] {
  return [...paths].flatMap((path) => {
    const [, folder, id] = /^(\/(?:[^/]+\/)*)([^/]+)\/$/.exec(path) ?? [];
    return folder === undefined || id === undefined || listPages.has(path) ? [] : [{ path, folder, id }];
  });
}

/** The URL of one page's member of a family; null when the page lies in another folder. */
function memberOf(family: string, { folder, id }: Page): string | null {
  const [before = '', after = ''] = family.split('*');
  return pageFolderOf(before) === folder ? `${before}${id}${after}` : null;
}

export interface MovedFile {
  readonly from: string;
  readonly to: string;
}

/** Files that stood beside pages which have moved, or moved themselves, with the files that answer in their place. */
export function movedFiles({ ledger, families }: Permalinks): MovedFile[] {
  const moved = pagesOf(ledger.keys()).flatMap((page) => {
    const target = resolveMove(ledger, page.path);
    const [now] = target === null || target === page.path ? [] : pagesOf([target]);
    if (now === undefined) return [];
    return families.flatMap((family) => {
      const [from, to] = [memberOf(family, page), memberOf(family, now)];
      return from === null || to === null ? [] : [{ from, to }];
    });
  });
  const single = [...ledger.keys()].flatMap((from) => {
    const to = from.endsWith('/') ? null : resolveMove(ledger, from);
    return to === null || to === from ? [] : [{ from, to }];
  });
  return [...moved, ...single];
}

/**
 * A `vanished-url` for every URL of the ledger that the site does not answer. `removed`: ids of papers taken out of the
 * survey; their pages have to be there, the files beside them are gone with the paper. So are those beside a page that
 * moved to one of another folder, such as an author without papers to the list of authors.
 */
export function vanishedUrls(permalinks: Permalinks, removed: readonly string[], site: BuiltSite): Diagnostic[] {
  const { ledger, families } = permalinks;
  const gone = new Set(removed);
  const expected = [
    ...[...ledger.keys()].map((url) => ({ url, entry: url })),
    ...pagesOf(ledger.keys())
      .filter(({ path, folder }) => {
        const target = resolveMove(ledger, path) ?? '';
        return !gone.has(paperIdOf(target) ?? '') && pagesOf([target]).some((now) => now.folder === folder);
      })
      .flatMap((page) => families.map((entry) => ({ url: memberOf(entry, page), entry }))),
  ];
  return expected.flatMap(({ url, entry }) => {
    if (url === null || isLeftOut(url, site) || site.files.has(fileOf(url))) return [];
    const capture = captureOf(url);
    if (capture !== null) {
      const message = `the capture "${capture}", published as ${url}, is missing`;
      return [
        diagnosticAt(
          'missing-capture',
          positionOfPermalink(permalinks, entry),
          message,
          'a file of this name among the captures',
        ),
      ];
    }
    const message = `${url} is neither built nor redirected`;
    return [
      diagnosticAt(
        'vanished-url',
        positionOfPermalink(permalinks, entry),
        message,
        'this page or file, or " -> " and where it is now',
      ),
    ];
  });
}

/** The name of the capture, without its extension, whose page a path is; null for every other path. */
function captureOf(url: string): string | null {
  const slug = /^\/sources\/([^/]+)\/$/.exec(url)?.[1];
  return slug === undefined ? null : decodeURI(slug);
}

/** Whether this build was told not to make the file. */
function isLeftOut(url: string, { hasAddress, hasCards }: BuiltSite): boolean {
  return (url.endsWith('.xml') && !hasAddress) || (url.startsWith(`${cards}/`) && !hasCards);
}

/**
 * What the ledger lacks to hold every URL of the site, sorted. Files that stand beside every page of a folder come as
 * one family; `removed` as for `vanishedUrls`.
 */
export function newLedgerEntries(
  { ledger, families }: Permalinks,
  removed: readonly string[],
  files: ReadonlySet<string>,
): string[] {
  const urls = [...files].flatMap((file) => publicPathOf(file) ?? []);
  const gone = new Set(removed.map((id) => `/papers/${id}/`));
  const pages = pagesOf(urls.filter((url) => !gone.has(url) && (ledger.get(url) ?? null) === null));
  const covered = new Set([
    ...ledger.keys(),
    ...[...pages, ...pagesOf(ledger.keys())].flatMap((page) => families.map((family) => memberOf(family, page))),
  ]);
  const fresh = urls.filter((url) => !covered.has(url));
  const complete = completeFamilies(pages, fresh);
  return [...complete, ...fresh.filter((url) => !familiesOf(url).some(({ family }) => complete.has(family)))].sort(
    compareText,
  );
}

/** The families of which every page of the folder has a member among `urls`. */
function completeFamilies(pages: readonly Page[], urls: readonly string[]): Set<string> {
  const paths = new Set(pages.map(({ path }) => path));
  const members = Map.groupBy(
    urls.flatMap(familiesOf).filter(({ page }) => paths.has(page)),
    ({ family }) => family,
  );
  const sizes = new Map([...Map.groupBy(pages, ({ folder }) => folder)].map(([folder, all]) => [folder, all.length]));
  const complete = [...members].filter(
    ([family, all]) => all.length === sizes.get(pageFolderOf(family.split('*')[0] ?? '')),
  );
  return new Set(complete.map(([family]) => family));
}

/** The families a file may belong to, and the pages it would stand beside: `/a/b.bib` beside `/a/b/`, or below `/a/`. */
function familiesOf(url: string): { family: string; page: string }[] {
  const forms = [/^(\/(?:[^/]+\/)*)([^/.]+)(\.[^/]+)$/, /^(\/(?:[^/]+\/)*)([^/]+)(\/[^/]+\.[^/]+)$/];
  return forms.flatMap((form) => {
    const [, folder, id, suffix] = form.exec(url) ?? [];
    if (folder === undefined || id === undefined || suffix === undefined) return [];
    return [{ family: `${folder}*${suffix}`, page: `${pageFolderOf(folder)}${id}/` }];
  });
}

/**
 * The text of the ledger with more entries and with moves (from a path that is listed to where it is now; null for one
 * that is back), sorted by path below the comments at its head. Lines that stay are kept as they are.
 */
export function ledgerText(
  source: SourceText,
  entries: readonly string[],
  moves: ReadonlyMap<string, string | null> = new Map(),
): string {
  const lines = linesOf(source).map(({ text }) => text);
  const start = lines.findIndex((line) => !/^\s*(?:#|$)/.test(line));
  const head = start < 0 ? lines : lines.slice(0, start);
  const kept = start < 0 ? [] : lines.slice(start).filter((line) => line.trim() !== '');
  const entryOf = (line: string): string => /^\s*([^\s#]*)/.exec(line)?.[1] ?? '';
  const changed = kept.map((line) => {
    const target = moves.get(entryOf(line));
    if (target === undefined) return line;
    return target === null ? entryOf(line) : `${entryOf(line)} -> ${target}`;
  });
  const all = [...changed, ...entries].toSorted((a, b) => compareText(entryOf(a), entryOf(b)));
  return [...head, ...all, ''].join('\n');
}
