/** What the verification needs to know of a finished XML file: feeds, sitemaps, the description of the search. */
import { SaxesParser } from 'saxes';

/** Something an XML file must not hold or must not lack, with its place. */
export interface XmlFault {
  readonly line: number;
  readonly column: number;
  readonly message: string;
  readonly expected: string;
}

export interface XmlFacts {
  /** Name of the root element; null for a file that is not XML. */
  readonly root: string | null;
  /** Every address in it: of links, of pages in a sitemap, of templates up to their first placeholder. */
  readonly addresses: readonly { readonly href: string; readonly line: number; readonly column: number }[];
  readonly faults: readonly XmlFault[];
}

/** What an Atom feed and its entries need. Source: RFC 4287, sections 4.1.1 and 4.1.2. */
const needed: Readonly<Record<string, readonly string[]>> = {
  feed: ['id', 'title', 'updated', 'link'],
  entry: ['id', 'title', 'updated', 'link'],
  url: ['loc'],
  sitemap: ['loc'],
};

/** Reads a file in one pass; never throws. */
export function readXml(text: string): XmlFacts {
  const reader = new XmlReader();
  return reader.read(text);
}

interface OpenElement {
  readonly name: string;
  readonly children: Set<string>;
  text: string;
}

class XmlReader {
  readonly #parser = new SaxesParser({ xmlns: true });
  readonly #open: OpenElement[] = [];
  readonly #addresses: { href: string; line: number; column: number }[] = [];
  readonly #faults: XmlFault[] = [];
  readonly #entryIds = new Set<string>();
  #root: string | null = null;

  read(text: string): XmlFacts {
    this.#parser.on('error', (error) => {
      this.#fault(error.message, 'well-formed XML');
    });
    this.#parser.on('opentag', ({ local, attributes }) => {
      this.#root ??= local;
      this.#open.at(-1)?.children.add(local);
      this.#open.push({ name: local, children: new Set(), text: '' });
      const href = attributes['href'] ?? attributes['template'];
      if (href !== undefined) this.#address(href.value);
    });
    this.#parser.on('text', (part) => {
      const element = this.#open.at(-1);
      if (element !== undefined) element.text += part;
    });
    this.#parser.on('closetag', () => {
      const element = this.#open.pop();
      if (element !== undefined) this.#closed(element);
    });
    this.#parser.write(text).close();
    return { root: this.#root, addresses: this.#addresses, faults: this.#faults };
  }

  #closed({ name, children, text }: OpenElement): void {
    if (name === 'loc') this.#address(text.trim());
    for (const child of needed[name] ?? []) {
      if (!children.has(child)) this.#fault(`<${name}> has no <${child}>`, `an element <${child}>`);
    }
    if (name !== 'id' || this.#open.at(-1)?.name !== 'entry') return;
    if (this.#entryIds.has(text)) this.#fault(`two entries have the id ${text}`, 'an id of its own for each entry');
    this.#entryIds.add(text);
  }

  #address(address: string): void {
    const { line, column } = this.#place();
    this.#addresses.push({ href: address.split('{')[0] ?? '', line, column });
  }

  #fault(message: string, expected: string): void {
    // After the first fault of form nothing that follows means anything.
    if (this.#faults.length === 0) this.#faults.push({ ...this.#place(), message, expected });
  }

  #place(): { line: number; column: number } {
    return { line: this.#parser.line, column: this.#parser.column + 1 };
  }
}
