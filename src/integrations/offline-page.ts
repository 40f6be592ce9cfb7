/** Rewrites a finished page so that it works when it is opened as a file: relative links, no modules, one script. */
import { createHash } from 'node:crypto';
import path from 'node:path';
import { type StartTag, visitStartTags, withAttributes } from './html.ts';

/** The script of every page, in the root of the copy. */
export const offlineScript = 'offline.js';

const addressAttributes = new Set(['href', 'xlink:href', 'src', 'action', 'formaction', 'poster', 'data']);

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The page `file` (relative to the root of the site, which was built for the path `base`) as a page of its own. */
export function offlinePage(file: string, html: string, base: string): string {
  const edits: Edit[] = [];
  const hashes = new Map<string, string>();
  const policies: StartTag[] = [];
  let hasScript = false;
  visitStartTags(html, (tag) => {
    const whole = { start: tag.offset, end: endOfElement(html, tag) };
    if (isModule(tag)) {
      edits.push({ ...whole, text: hasScript ? '' : scriptElement(file) });
      hasScript = true;
    } else if (isForServers(tag)) {
      edits.push({ ...whole, text: '' });
    } else if (tag.name === 'style' && tag.text !== null) {
      const text = offlineStyles(file, tag.text, base);
      hashes.set(hashOf(tag.text), hashOf(text));
      edits.push({ start: tag.end, end: tag.end + tag.text.length, text });
    } else if (isPolicy(tag)) {
      policies.push(tag);
    } else {
      const written = html.slice(tag.offset, tag.end);
      const text = withAttributes(written, (name, value) => offlineValue(file, tag, name, value, base));
      if (text !== written) edits.push({ start: tag.offset, end: tag.end, text });
    }
  });
  // Last, because a style may stand behind the policy that names its hash.
  for (const tag of policies) {
    const text = withAttributes(html.slice(tag.offset, tag.end), (name, value) =>
      name === 'content' ? offlinePolicy(value, hashes) : undefined,
    );
    edits.push({ start: tag.offset, end: tag.end, text });
  }
  return edited(html, edits);
}

/**
 * The address as seen from the file: relative, and with the name of a file at its end. Addresses of other sites, and
 * those that are relative already, stay.
 */
export function offlineAddress(file: string, href: string, base: string): string {
  if (!href.startsWith(base) || href.startsWith('//')) return href;
  const [, pathname = '', rest = ''] = /^([^?#]*)(.*)$/s.exec(href.slice(base.length)) ?? [];
  const target = pathname === '' || pathname.endsWith('/') ? `${pathname}index.html` : pathname;
  return path.posix.relative(path.posix.dirname(`/${file}`), `/${target}`) + rest;
}

function offlineValue(file: string, tag: StartTag, name: string, value: string, base: string): string | undefined {
  if (addressAttributes.has(name)) return offlineAddress(file, value, base);
  if (tag.name !== 'meta' || name !== 'content' || tag.attributes.get('http-equiv')?.toLowerCase() !== 'refresh') {
    return undefined;
  }
  return value.replace(/(url=)(.*)$/i, (_, key: string, href: string) => key + offlineAddress(file, href, base));
}

function offlineStyles(file: string, css: string, base: string): string {
  return (
    css
      .replace(/url\(([^)"']*)\)/g, (_, href: string) => `url(${offlineAddress(file, href, base)})`)
      // Without a preload, which is not for files, an optional font comes too late more often than not.
      .replaceAll('font-display:optional', 'font-display:block')
  );
}

/** Files are not of the origin of the page that loads them: `file:` names them beside 'self'. */
function offlinePolicy(policy: string, hashes: ReadonlyMap<string, string>): string {
  return policy
    .replaceAll("'self'", "'self' file:")
    .replace(/'(sha256-[^']+)'/g, (_, hash: string) => `'${hashes.get(hash) ?? hash}'`);
}

function isModule({ name, attributes }: StartTag): boolean {
  return name === 'script' && attributes.get('type') === 'module';
}

/** What is loaded in ways that browsers refuse for files, or only serves a site with an address. */
function isForServers({ name, attributes }: StartTag): boolean {
  return name === 'link' && ['preload', 'modulepreload', 'search'].includes(attributes.get('rel') ?? '');
}

function isPolicy({ name, attributes }: StartTag): boolean {
  return name === 'meta' && attributes.get('http-equiv')?.toLowerCase() === 'content-security-policy';
}

function scriptElement(file: string): string {
  const src = path.posix.relative(path.posix.dirname(`/${file}`), `/${offlineScript}`);
  return `<script src="${src}" defer></script>`;
}

/** Behind the end tag of an element that holds only text. */
function endOfElement(html: string, { end, text }: StartTag): number {
  return text === null ? end : html.indexOf('>', end + text.length) + 1;
}

function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}

function edited(html: string, edits: readonly Edit[]): string {
  let result = '';
  let position = 0;
  for (const { start, end, text } of edits.toSorted((a, b) => a.start - b.start)) {
    result += html.slice(position, start) + text;
    position = end;
  }
  return result + html.slice(position);
}
