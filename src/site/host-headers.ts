/** The HTTP headers a host should send with the site: one list, from which files for particular hosts are written. */
import { compareText } from '../corpus/ordering.ts';

export type Header = readonly [name: string, value: string];

/** Headers of every address that `path` covers: one address, or with a final `*` all that begin with it. */
export interface HeaderRule {
  readonly path: string;
  readonly headers: readonly Header[];
}

export interface HostedSite {
  /** The path below which the site is served, between slashes. */
  readonly base: string;
  /** Every file of the site, relative to its root, with forward slashes. */
  readonly files: readonly string[];
  /** What the pages of the site allow themselves. */
  readonly policy: string;
}

/** For files whose name changes with their content. */
const forever = 'public, max-age=31536000, immutable';
/** For everything that keeps its address: kept by browsers, but asked for again each time. */
const askAgain = 'public, max-age=0, must-revalidate';

/**
 * All rules, those for every address first. No address gets the same header from two of them, since hosts differ in
 * what they make of that.
 */
export function hostHeaders({ base, files, policy }: HostedSite): HeaderRule[] {
  const caching = cacheRules('', files).toSorted((a, b) => compareText(a.path, b.path));
  return [
    { path: `${base}*`, headers: securityHeaders(policy) },
    ...caching.map(({ path, headers }) => ({ path: base + path, headers })),
  ];
}

/** What holds for every answer. A policy in a page cannot forbid framing, so that is added here. */
export function securityHeaders(policy: string): Header[] {
  return [
    ['Content-Security-Policy', `${policy}; frame-ancestors 'none'`],
    // Other sites learn the address of this one, not which paper was read.
    ['Referrer-Policy', 'strict-origin-when-cross-origin'],
    ['X-Content-Type-Options', 'nosniff'],
    ['Permissions-Policy', deniedFeatures.map((feature) => `${feature}=()`).join(', ')],
    ['Cross-Origin-Opener-Policy', 'same-origin'],
  ];
}

const deniedFeatures = ['camera', 'display-capture', 'geolocation', 'microphone', 'midi', 'payment', 'usb'];

/** One rule for a folder whose files are alike; otherwise rules for what is in it. */
function cacheRules(folder: string, files: readonly string[]): HeaderRule[] {
  const inside = Map.groupBy(files, (file) => /^[^/]*\/?/.exec(file.slice(folder.length))?.[0] ?? '');
  return [...inside].flatMap(([name, members]) => {
    const hashed = members.filter(isHashed).length;
    const isFolder = name.endsWith('/');
    if (isFolder && hashed > 0 && hashed < members.length) return cacheRules(folder + name, members);
    const path = folder + (isFolder ? `${name}*` : name.replace(/^index\.html$/, ''));
    return [{ path, headers: [['Cache-Control', hashed > 0 ? forever : askAgain]] }];
  });
}

/** Whether the name of a file tells its content. */
function isHashed(file: string): boolean {
  return /^(?:_astro\/|pagefind\/(?:fragment|index)\/|pagefind\/[^/]*_[0-9a-f]+\.pf_meta$|fonts\/[^/]*\.[\w-]{8}\.woff2$)/.test(
    file,
  );
}

/** One policy that allows what any of several pages allows itself: sources of the same directive are put together. */
export function joinPolicies(policies: Iterable<string>): string {
  const directives = new Map<string, Set<string>>();
  for (const policy of new Set(policies)) {
    for (const directive of policy.split(';')) {
      const [name = '', ...sources] = directive.trim().split(/\s+/);
      if (name === '') continue;
      const known = directives.get(name) ?? new Set();
      sources.forEach((source) => known.add(source));
      directives.set(name, known);
    }
  }
  return [...directives].map(([name, sources]) => [name, ...sources].join(' ')).join('; ');
}

/** The rules as Netlify and Cloudflare Pages read them from a file named `_headers`. */
export function headersFile(rules: readonly HeaderRule[]): string {
  const blocks = rules.map(({ path, headers }) =>
    [path, ...headers.map(([name, value]) => `  ${name}: ${value}`)].join('\n'),
  );
  return `# Written by the build.\n${blocks.join('\n')}\n`;
}

/** The rules of such a file; lines that are none are left out. */
export function parseHeadersFile(text: string): HeaderRule[] {
  const rules: { path: string; headers: Header[] }[] = [];
  for (const line of text.split(/\r?\n/)) {
    const [, name, value] = /^\s+([\w-]+):\s*(.*)$/.exec(line) ?? [];
    if (name !== undefined && value !== undefined) rules.at(-1)?.headers.push([name, value]);
    else if (line.startsWith('/')) rules.push({ path: line.trim(), headers: [] });
  }
  return rules;
}

/** The headers of one address, without its query. */
export function headersFor(rules: readonly HeaderRule[], address: string): Header[] {
  return rules.filter(({ path }) => covers(path, address)).flatMap(({ headers }) => headers);
}

function covers(path: string, address: string): boolean {
  return path.endsWith('*') ? address.startsWith(path.slice(0, -1)) : address === path;
}
