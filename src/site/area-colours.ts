/** The colours of areas in the light scheme, as the stylesheet of tokens defines them. */

/** In the order of the taxonomy; areas beyond the last begin anew, as marks on pages do. */
export interface AreaColours {
  readonly areas: readonly string[];
  /** For what belongs to no area. */
  readonly accent: string;
}

/** Reads `--area-0: light-dark(#…, #…)` and the accent. Throws where the stylesheet lacks them: pages would be colourless too. */
export function areaColoursOf(stylesheet: string): AreaColours {
  const light = (name: string): string | undefined =>
    new RegExp(`--${name}:\\s*light-dark\\(\\s*(#[0-9a-f]{3,8})`, 'i').exec(stylesheet)?.[1];
  const areas: string[] = [];
  for (let colour = light('area-0'); colour !== undefined; colour = light(`area-${areas.length}`)) areas.push(colour);
  const accent = light('color-accent');
  if (areas.length === 0 || accent === undefined) throw new Error('The stylesheet of tokens has no area colours.');
  return { areas, accent };
}

/** `index`: place of the area in the taxonomy; null for what belongs to none. */
export function areaColour({ areas, accent }: AreaColours, index: number | null): string {
  return (index === null ? undefined : areas[index % areas.length]) ?? accent;
}
