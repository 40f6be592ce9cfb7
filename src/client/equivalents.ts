/** The words and phrases that a search takes for each other, as the search page carries them. */
import type { Equivalents } from './search-plan.ts';

/** Throws for a text that holds anything else. */
export function readEquivalents(json: string): Equivalents {
  const value: unknown = JSON.parse(json);
  if (!Array.isArray(value)) throw new Error('The page has no list of equivalent words');
  return value.map((group: unknown) => {
    if (!Array.isArray(group)) throw new Error('A group of equivalent words is no list');
    return group.filter((phrase) => typeof phrase === 'string');
  });
}
