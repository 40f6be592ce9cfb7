/** Stands for svgo in a build; see `lean-start.ts`. */

/** Throws: nothing here asks for it. */
export function optimize(): never {
  throw new Error('svgo is left out of builds: take its name out of src/cli/lean-start.ts to set svgOptimizer.');
}
