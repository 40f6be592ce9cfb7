/** The description of the site's search for browsers (OpenSearch 1.1). */
import { escapedXml } from './xml.ts';

export interface SearchDescription {
  /** At most 16 characters, by the standard; longer names are cut at a word. */
  readonly name: string;
  readonly description: string;
  readonly language: string;
  /** Absolute address of the search page. */
  readonly search: string;
  /** Absolute address of the description itself. */
  readonly self: string;
}

/** The description as an XML document. */
export function openSearchDescription({ name, description, language, search, self }: SearchDescription): string {
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">',
    `  <ShortName>${escapedXml(cutAtWord(name, 16))}</ShortName>`,
    `  <LongName>${escapedXml(cutAtWord(name, 48))}</LongName>`,
    `  <Description>${escapedXml(cutAtWord(description, 1024))}</Description>`,
    `  <Language>${escapedXml(language)}</Language>`,
    '  <InputEncoding>UTF-8</InputEncoding>',
    '  <OutputEncoding>UTF-8</OutputEncoding>',
    `  <Url type="text/html" method="get" template="${escapedXml(search)}?q={searchTerms}"/>`,
    `  <Url type="application/opensearchdescription+xml" rel="self" template="${escapedXml(self)}"/>`,
    '</OpenSearchDescription>',
    '',
  ].join('\n');
}

function cutAtWord(text: string, length: number): string {
  if (text.length <= length) return text;
  const start = text.slice(0, length + 1);
  const cut = start.lastIndexOf(' ');
  return cut > 0 ? start.slice(0, cut) : text.slice(0, length);
}
