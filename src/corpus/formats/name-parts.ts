/** Names that a bibliography gives in parts. */

export interface NameParts {
  readonly given: string;
  /** With its particles. */
  readonly family: string;
  readonly suffix: string;
}

/** "Given Family Suffix", as a title page has it. */
export function nameFromParts({ given, family, suffix }: NameParts): string {
  return [given, family, suffix].filter((part) => part !== '').join(' ');
}
