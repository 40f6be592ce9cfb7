/** Reads the start tags of finished HTML in one pass, without building a tree. */

export interface StartTag {
  /** Lower-case. */
  readonly name: string;
  /** Values with character references resolved; an attribute without a value has the empty text. */
  readonly attributes: ReadonlyMap<string, string>;
  /** Where the tag begins, in UTF-16 units. */
  readonly offset: number;
  /** Where it ends: behind its `>`. */
  readonly end: number;
  /** What a title, script, style or textarea holds; null for every other element. */
  readonly text: string | null;
}

const tagPattern = /<!--|<([a-z][^\s/>]*)((?:[^>"']|"[^"]*"|'[^']*')*)>/gi;
const attributePattern = /([^\s=/"'>]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/g;
const textElements = new Set(['title', 'script', 'style', 'textarea']);

/** Calls `visit` for every start tag in order; comments and the text of scripts and styles hold no tags. */
export function visitStartTags(html: string, visit: (tag: StartTag) => void): void {
  const pattern = new RegExp(tagPattern);
  for (let match = pattern.exec(html); match !== null; match = pattern.exec(html)) {
    const [, rawName, rawAttributes = ''] = match;
    if (rawName === undefined) {
      pattern.lastIndex = endOfComment(html, match.index);
      continue;
    }
    const name = rawName.toLowerCase();
    const end = pattern.lastIndex;
    const text = textElements.has(name) ? textUpTo(html, end, name) : null;
    if (text !== null) pattern.lastIndex += text.length;
    visit({ name, attributes: attributesOf(rawAttributes), offset: match.index, end, text });
  }
}

function endOfComment(html: string, start: number): number {
  const end = html.indexOf('-->', start + 2);
  return end < 0 ? html.length : end + 3;
}

function textUpTo(html: string, start: number, name: string): string {
  const closing = new RegExp(`</${name}[\\s/>]`, 'gi');
  closing.lastIndex = start;
  return html.slice(start, closing.exec(html)?.index ?? html.length);
}

const noAttributes: ReadonlyMap<string, string> = new Map();

// Of a repeated attribute the first counts, as in browsers.
function attributesOf(source: string): ReadonlyMap<string, string> {
  if (source === '') return noAttributes;
  const attributes = new Map<string, string>();
  // Not with a copy of the pattern: pages have hundreds of thousands of tags. It starts anew when nothing is left.
  for (let match = attributePattern.exec(source); match !== null; match = attributePattern.exec(source)) {
    const key = (match[1] ?? '').toLowerCase();
    if (!attributes.has(key)) attributes.set(key, resolveReferences(match[2] ?? match[3] ?? match[4] ?? ''));
  }
  return attributes;
}

const namedReferences: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['nbsp', '\u00A0'],
]);

/** Resolves numeric character references and the few named ones that serialisers write. */
export function resolveReferences(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(
    /&(?:#x([0-9a-f]+)|#([0-9]+)|([a-z]+));/gi,
    (whole, hex: string, decimal: string, name: string) => {
      if (name) return namedReferences.get(name) ?? whole;
      const codePoint = hex ? Number.parseInt(hex, 16) : Number.parseInt(decimal, 10);
      return codePoint <= 0x10ffff ? String.fromCodePoint(codePoint) : whole;
    },
  );
}

/**
 * A copy of a text cut out of a page. What is cut out of a text keeps all of it in memory, as engines do it to be fast;
 * what is kept of many pages has to be a copy.
 */
export function detached(text: string): string {
  return Buffer.from(text).toString();
}

/** A start tag with the values of its attributes replaced by what `change` gives for them; undefined keeps a value. */
export function withAttributes(tag: string, change: (name: string, value: string) => string | undefined): string {
  return tag.replace(attributePattern, (whole, name: string, ...[double, single, bare]: (string | undefined)[]) => {
    const written = double ?? single ?? bare;
    const value = written === undefined ? undefined : change(name.toLowerCase(), resolveReferences(written));
    return value === undefined ? whole : `${name}="${value.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"`;
  });
}
