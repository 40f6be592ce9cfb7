/** The part of an address that carries a list of papers, so that a link shares it without a server. */
import { isPaperId } from './reading-list.ts';

export interface SharedList {
  /** Each once, in order. */
  readonly ids: readonly string[];
  /** What stands where an id should and is none. */
  readonly unreadable: readonly string[];
  /** How many papers the link was made with, if it says; more than it holds when a program cut it off. */
  readonly announced: number | null;
}

/** Chat and mail programs cut or refuse longer addresses; browsers take far more. */
export const safeLinkLength = 2000;

/**
 * "#n=2&papers=first-id,second-id". Letters, digits, hyphens, commas and `&` only: nothing that a program would encode,
 * or take for the end of the address. The count comes first, so that it survives when the end is cut off.
 */
export function formatListFragment(ids: readonly string[]): string {
  return `#n=${ids.length}&papers=${ids.join(',')}`;
}

/** Reads the fragment of an address, also one whose signs were encoded on the way; null when it carries no list. */
export function parseListFragment(fragment: string): SharedList | null {
  // A mail program may have written & as &amp;.
  const parameters = new URLSearchParams(decoded(fragment.replace(/^#/, '')).replaceAll('&amp;', '&'));
  const papers = parameters.get('papers');
  if (papers === null) return null;
  const parts = papers.split(/[,;\s]+/).filter((part) => part !== '');
  const count = Number(parameters.get('n') ?? NaN);
  return {
    ids: [...new Set(parts.filter(isPaperId))],
    unreadable: [...new Set(parts.filter((part) => !isPaperId(part)))],
    announced: Number.isSafeInteger(count) && count >= 0 ? count : null,
  };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
