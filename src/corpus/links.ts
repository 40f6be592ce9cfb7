/** Addresses named in running text: where they stand, what is left when cleaned, which are code. */

/** An address as it stands in a text; offsets in UTF-16 units, `end` exclusive. */
export interface UrlSpan {
  readonly start: number;
  readonly end: number;
  /** Cleaned and with a scheme; always http or https. */
  readonly url: string;
  /** Whether the text goes on as if a space had cut the address. */
  readonly isDoubtful: boolean;
}

export interface ExtractedLinks {
  /** Code repositories, once each, in order of appearance. */
  readonly code: string[];
  /** All other addresses, once each, in order of appearance. */
  readonly links: string[];
  readonly problems: readonly { readonly message: string; readonly offset: number }[];
}

/** Hosts whose `/owner/name` is a repository of code. */
const CODE_HOSTS = new Set(['github.com', 'gitlab.com', 'bitbucket.org', 'codeberg.org']);

/**
 * Characters of an address, with the characters that LaTeX escapes. Braces end it (`…{https://…}`),
 * and so does a comma before the next address.
 */
const URL_CHARACTERS = String.raw`(?:\\[_%&#~]|(?![,;]https?:)[^\s{}<>"\\|^\x60$“”])`;
const SCHEME = String.raw`(?<![A-Za-z0-9])https?://`;
/** Hosts that are recognised without a scheme. */
const BARE_HOST = String.raw`(?<![A-Za-z0-9@/.-])(?:www\.[a-z0-9-]+\.[a-z]{2,}|(?:github|gitlab)\.com/|bitbucket\.org/|codeberg\.org/|huggingface\.co/)`;
const URL_PATTERN = new RegExp(`(?:${SCHEME}|${BARE_HOST})${URL_CHARACTERS}*`, 'gi');

/** An owner and name that a space has separated from their host. */
const CUT_REPOSITORY = /^ ([\w.-]{1,100}\/[\w.-]{1,100})/;
/** One word with a capital or digit, ending the text: the likely rest of a name whose `_` became a space. */
const CUT_NAME = /^ [A-Z0-9][\w-]{0,60}\.?\s*$/;

/** All addresses of a text, in order, never overlapping. */
export function findUrls(text: string): UrlSpan[] {
  const spans: UrlSpan[] = [];
  for (const match of text.matchAll(URL_PATTERN)) {
    const span = spanOf(text, match.index, match[0]);
    const previous = spans.at(-1);
    if (span !== null && (previous === undefined || previous.end <= span.start)) spans.push(span);
  }
  return spans;
}

function spanOf(text: string, start: number, found: string): UrlSpan | null {
  let written = withoutTrailingPunctuation(found);
  if (/^(?:https?:\/\/)?(?:github|gitlab)\.com\/$/i.test(written)) {
    const cut = CUT_REPOSITORY.exec(text.slice(start + written.length, start + written.length + 210));
    if (cut !== null) written += withoutTrailingPunctuation(cut[0]);
  }
  const url = cleanUrl(written.replace(/ /g, ''));
  if (url === null) return null;
  const end = start + written.length;
  const rest = text.slice(end, end + 64);
  const isDoubtful = end + rest.length === text.length && isCodeUrl(url) && CUT_NAME.test(rest);
  return { start, end, url, isDoubtful };
}

function withoutTrailingPunctuation(written: string): string {
  let end = written.length;
  let surplus = count(written, ')') - count(written, '(');
  for (; end > 0; end -= 1) {
    const last = written.charAt(end - 1);
    if (last === ')') {
      if (surplus <= 0) break;
      surplus -= 1;
    } else if (!/[.,;:!?'"\]*_\\’]/.test(last)) break;
  }
  return written.slice(0, end);
}

function count(text: string, character: string): number {
  return text.split(character).length - 1;
}

/**
 * An address with its scheme, without LaTeX escapes, surrounding punctuation and `.git`; null when
 * it is no http or https address of a host with a dot. Paths, branches and queries stay as named.
 */
export function cleanUrl(written: string): string | null {
  const bare = withoutTrailingPunctuation(written.trim().replace(/\\([_%&#~])/g, '$1'));
  if (bare.length > 2000) return null;
  const absolute = /^https?:\/\//i.test(bare) ? bare : `https://${bare}`;
  if (/[\s{}<>"\\^`|]/.test(absolute) || !URL.canParse(absolute)) return null;
  const { protocol, hostname, username } = new URL(absolute);
  if ((protocol !== 'https:' && protocol !== 'http:') || username !== '') return null;
  if (!/^[a-z0-9-]+(\.[a-z0-9-]+)*\.[a-z]{2,}$/i.test(hostname)) return null;
  return isCodeUrl(absolute) ? absolute.replace(/\.git\/?$/, '') : absolute;
}

/** Whether an address leads to a repository, by host and `/owner/name`. */
export function isCodeUrl(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { hostname, pathname } = new URL(url);
  return CODE_HOSTS.has(hostname.replace(/^www\./, '')) && /^\/[^/]+\/[^/]+/.test(pathname);
}

/**
 * The addresses of an abstract. Where a space seems to have cut the name of a repository ("…/PETL AST."
 * at the very end), the name cannot be known: only the owner's page is kept, as a link, with a problem.
 */
export function extractLinks(text: string): ExtractedLinks {
  const spans = findUrls(text);
  const certain = spans.map((span) => (span.isDoubtful ? ownerUrl(span.url) : span.url));
  const unique = uniqueUrls(certain);
  return {
    code: unique.filter(isCodeUrl),
    links: unique.filter((url) => !isCodeUrl(url)),
    problems: spans
      .filter((span) => span.isDoubtful)
      .map((span) => ({
        message: `"${text.slice(span.start).trim()}" is perhaps cut at a space; only its owner is kept`,
        offset: span.start,
      })),
  };
}

function ownerUrl(url: string): string {
  const { origin, pathname } = new URL(url);
  return `${origin}/${pathname.split('/')[1] ?? ''}`;
}

/** Keeps the first spelling of addresses that differ only in a final slash or the case of the host. */
function uniqueUrls(urls: readonly string[]): string[] {
  const seen = new Map<string, string>();
  for (const url of urls) {
    const key = new URL(url).href.replace(/\/$/, '');
    if (!seen.has(key)) seen.set(key, url);
  }
  return [...seen.values()];
}
