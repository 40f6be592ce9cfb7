/** Where an address in prose leads. */

/** A place of this site, another site, a mail address, or nothing that a browser may or can open. */
export type Destination = 'site' | 'web' | 'mail' | 'nowhere';

/** Where `url` leads, as browsers read it: they pass over control characters, and a backslash is a slash to them. */
export function destinationOf(url: string): Destination {
  if (!URL.canParse(url, 'https://site.invalid/')) return 'nowhere';
  const bare = url.replace(/[\u0000-\u0020\u007F-\u009F]+/g, '');
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(bare)?.[1]?.toLowerCase();
  switch (scheme) {
    case undefined:
      return /^[\\/]{2}/.test(bare) ? 'web' : 'site';
    case 'http':
    case 'https':
      return 'web';
    case 'mailto':
      return 'mail';
    default:
      return 'nowhere';
  }
}

/** Whether the page shows the picture at `url`, and not its words. */
export function isShownPicture(url: string): boolean {
  return destinationOf(url) === 'site';
}
