/** Fonts of the reader's system, scaled so that a text takes the room it will take in the survey's own. */

/** In units of the font. */
export interface FontMetrics {
  readonly ascent: number;
  /** Below the baseline, negative. */
  readonly descent: number;
  readonly lineGap: number;
  readonly unitsPerEm: number;
  /** The width of a character, on average over English text. */
  readonly xWidthAvg: number;
}

interface SystemFont extends FontMetrics {
  /** Names under which systems have this font or one of the same widths. */
  readonly names: readonly string[];
}

/** Fonts that most systems have. Source: the metrics that their files state. */
const systemFonts: Readonly<Record<'serif' | 'sans-serif', SystemFont>> = {
  serif: {
    names: ['Times New Roman', 'Liberation Serif', 'Tinos'],
    ascent: 1825,
    descent: -443,
    lineGap: 87,
    unitsPerEm: 2048,
    xWidthAvg: 832,
  },
  'sans-serif': {
    names: ['Arial', 'Liberation Sans', 'Arimo'],
    ascent: 1854,
    descent: -434,
    lineGap: 67,
    unitsPerEm: 2048,
    xWidthAvg: 913,
  },
};

interface Substituted {
  readonly family: string;
  readonly metrics: FontMetrics;
  readonly fallback: keyof typeof systemFonts;
}

/** The rule of the family "<name> Fallback". */
export function fallbackFace({ family, metrics: own, fallback }: Substituted): string {
  const system = systemFonts[fallback];
  const scale = own.xWidthAvg / own.unitsPerEm / (system.xWidthAvg / system.unitsPerEm);
  const share = (value: number): string => percent(value / (own.unitsPerEm * scale));
  const rules = [
    `font-family:'${family} Fallback'`,
    `src:${system.names.map((name) => `local('${name}')`).join()}`,
    `size-adjust:${percent(scale)}`,
    `ascent-override:${share(own.ascent)}`,
    `descent-override:${share(-own.descent)}`,
    `line-gap-override:${share(own.lineGap)}`,
  ];
  return `@font-face{${rules.join(';')}}`;
}

function percent(share: number): string {
  return `${Number((share * 100).toFixed(2))}%`;
}
