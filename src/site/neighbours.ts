/** What stands before and after something in a list. */

export interface Neighbour {
  readonly label: string;
  readonly href: string;
}

/** The entries before and after the one with this id; null at the ends, and where the list lacks it. */
export function neighboursOf(
  list: readonly (Neighbour & { readonly id: string })[],
  id: string,
): { readonly previous: Neighbour | null; readonly next: Neighbour | null } {
  const index = list.findIndex((entry) => entry.id === id);
  const at = (place: number): Neighbour | null => {
    const entry = index < 0 ? undefined : list[place];
    return entry === undefined ? null : { label: entry.label, href: entry.href };
  };
  return { previous: at(index - 1), next: at(index + 1) };
}
