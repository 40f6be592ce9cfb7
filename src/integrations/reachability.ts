/** How many clicks each page of a site is from its home page. */

/** The links of a site, page by page. */
export interface LinkGraph {
  /** Takes in the pages that one page links to. */
  addPage(file: string, targets: Iterable<string>): void;
  /** The fewest clicks from `home` to each page that can be reached; `home` itself is 0. */
  distancesFrom(home: string): ReadonlyMap<string, number>;
}

/** An empty graph. */
export function linkGraph(): LinkGraph {
  const targetsOf = new Map<string, readonly string[]>();
  return {
    addPage: (file, targets) => {
      targetsOf.set(file, [...new Set(targets)]);
    },
    distancesFrom: (home) => {
      const distances = new Map([[home, 0]]);
      // A map gives out what is added while it is walked, so this goes through the site level by level.
      for (const [file, distance] of distances) {
        for (const target of targetsOf.get(file) ?? []) {
          if (!distances.has(target) && targetsOf.has(target)) distances.set(target, distance + 1);
        }
      }
      return distances;
    },
  };
}
