/** Ids of headings, the same where prose is read and where it is rendered. */
import GithubSlugger, { slug } from 'github-slugger';

/** Gives the headings of one page their ids, in order, as `rehype-slug` would; those without a letter are numbered. */
export class HeadingSlugs {
  readonly #slugger = new GithubSlugger();
  #nameless = 0;

  of(text: string): string {
    if (hasSlug(text)) return this.#slugger.slug(text);
    this.#nameless += 1;
    return `heading-without-letters-${this.#nameless}`;
  }
}

/** Whether an id can be made of a heading's text. */
export function hasSlug(text: string): boolean {
  return /[^-]/.test(slug(text));
}
