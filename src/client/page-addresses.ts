/** The addresses of all pages in the index: for what takes papers away, loaded only then. */

/** By the index's own id of the page; below the root of the site. */
export type PageAddresses = ReadonlyMap<string, string>;

/** Ids of the papers among the pages. */
export function paperIds(pages: readonly { readonly id: string }[], addresses: PageAddresses): string[] {
  return pages.flatMap(({ id }) => {
    const paper = /(?:^|\/)papers\/([^/]+)\/$/.exec(addresses.get(id) ?? '')?.[1];
    return paper === undefined ? [] : [paper];
  });
}

/** Reads the file; rejects when it cannot be loaded or is none. */
export async function loadAddresses(url: string): Promise<PageAddresses> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  const body: unknown = await response.json();
  if (typeof body !== 'object' || body === null) throw new Error(`${url} holds no addresses`);
  return new Map(Object.entries(body).filter(([, address]) => typeof address === 'string'));
}
