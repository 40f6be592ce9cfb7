/** The CSS class that sets an area's colour as the current one; `areaIndex` as `areaIndexOf` gives it. */
export function areaClass(areaIndex: number): string {
  return areaIndex < 0 ? 'area-none' : `area-${areaIndex % areaColours}`;
}

/** How many colours tokens.css has; further areas begin again with the first. */
const areaColours = 9;
