/** The part of subset-font that this project uses; the package ships no types. */
declare module 'subset-font' {
  export interface SubsetOptions {
    readonly targetFormat?: 'sfnt' | 'woff' | 'woff2';
    /** A value pins an axis, a range narrows it. */
    readonly variationAxes?: Readonly<Record<string, number | { min: number; max: number; default: number }>>;
    /** OpenType features; all when not given. */
    readonly keepFeatures?: readonly string[];
    readonly noHinting?: boolean;
  }
  /** The font reduced to the glyphs that `text` needs. */
  export default function subsetFont(font: Uint8Array, text: string, options?: SubsetOptions): Promise<Buffer>;
}
