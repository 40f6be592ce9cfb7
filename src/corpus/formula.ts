/** Formulas between dollars: numbers and simple scripts as text, everything else as MathML. */
import temml from 'temml';
import { visibleText } from './characters.ts';
import { escapedHtml, htmlOf, plainOf, type Inline } from './inline.ts';
import { faces, mathSymbols, plainSubscript, plainSuperscript } from './latex-symbols.ts';

/** Longer "formulas" in an abstract are dollars that belong to no formula. */
const MAX_FORMULA_LENGTH = 600;

/** What of a number written as a formula may stand without any mathematics: "3.4\%", "7\times", "\leq 2". */
const NUMERIC = /^[\d\s.,+\-–~%×·()/:<>=≤≥≈±∞→↑↓…]*$/;

/**
 * Sets the source of a formula, without its dollars. Null when it is none that can be set: the
 * caller then shows the source.
 */
export function setFormula(source: string): Inline | null {
  const formula = visibleText(source).trim();
  if (formula === '' || formula.length > MAX_FORMULA_LENGTH || !hasMatchedBraces(formula)) return null;
  const flat = withSymbols(formula);
  if (flat !== null && NUMERIC.test(flat)) return { kind: 'text', text: flat };
  return setAtom(formula) ?? setMathMl(formula);
}

/** The formula with every macro replaced by its symbol; null when there is another macro or a brace. */
function withSymbols(formula: string): string | null {
  let isComplete = !/[{}^_]/.test(formula.replace(/\\[{}_]/g, ''));
  const text = formula.replace(/\\([A-Za-z]+|[^A-Za-z])( *)/g, (_, name: string, space: string) => {
    const symbol = mathSymbols.get(name) ?? (/^[%&$#_]$/.test(name) ? name : spaceOf(name));
    if (symbol === null) isComplete = false;
    return `${symbol ?? ''}${space}`;
  });
  return isComplete ? text : null;
}

function spaceOf(name: string): string | null {
  if (name === '!') return '';
  return /^[ ,;:>]$/.test(name) || name === 'quad' ? ' ' : null;
}

const BASE = String.raw`(?:\p{L}|\d+(?:\.\d+)?|\\[A-Za-z]+|\\(?:mathcal|mathbf|mathrm|mathbb|text|textbf|textit|textrm)\{[A-Za-z\d -]{1,30}\})`;
const SCRIPT = String.raw`(?:[A-Za-z\d*+]|\\[A-Za-z]+|\{\\[A-Za-z]+\}|\{[\p{L}\d.,+*\- ]{1,30}\})`;
const ATOM = new RegExp(`^(${BASE})?(?:_(${SCRIPT}))?(?:\\^(${SCRIPT}))?$`, 'u');

/** One letter, number or word with at most one subscript and one superscript. */
function setAtom(formula: string): Inline | null {
  const match = ATOM.exec(formula);
  if (match === null) return null;
  const [, base, sub, sup] = match;
  const parts = [piece(base), piece(sub), piece(sup)];
  if (parts.includes(null) || (base === undefined && sub === undefined && sup === undefined)) return null;
  const [baseNodes, subNodes, supNodes] = parts.map((nodes) => nodes ?? []);
  const nodes: Inline[] = [...(baseNodes ?? [])];
  if (subNodes !== undefined && subNodes.length > 0) nodes.push({ kind: 'marked', mark: 'sub', children: subNodes });
  if (supNodes !== undefined && supNodes.length > 0) nodes.push({ kind: 'marked', mark: 'sup', children: supNodes });
  return { kind: 'formula', plain: plainOf(nodes), html: htmlOf(nodes), source: formula };
}

/** Single Latin letters are variables and slanted; words, numbers and symbols upright. Null for an unknown macro. */
function piece(written: string | undefined): Inline[] | null {
  if (written === undefined) return [];
  const braced = /^(?:\\([A-Za-z]+))?\{(.*)\}$/.exec(written);
  const text = braced?.[2] ?? written;
  if (text.startsWith('\\')) {
    const symbol = mathSymbols.get(text.slice(1));
    return symbol === undefined ? null : [{ kind: 'text', text: symbol }];
  }
  const isVariable = /^[A-Za-z]$/.test(text) && braced?.[1] === undefined;
  const node: Inline = { kind: 'text', text };
  return [isVariable ? { kind: 'marked', mark: 'variable', children: [node] } : node];
}

/** Options under which nothing leaves the formula: no trust, few expansions, bounded sizes. */
const TEMML_OPTIONS = { throwOnError: true, strict: false, trust: false, maxSize: [10, 10], maxExpand: 100 } as const;

function setMathMl(formula: string): Inline | null {
  if (FORBIDDEN.test(formula)) return null;
  try {
    const { maxSize, ...options } = TEMML_OPTIONS;
    // Macros must be a new object each time, or a definition would reach the next formula.
    const rendered = temml.renderToString(formula, { ...options, maxSize: [maxSize[0], maxSize[1]], macros: {} });
    const source = formula.replace(/(?<!\\)%/g, '\\%');
    return { kind: 'formula', plain: plainFormula(formula), html: safeMathMl(rendered), source };
  } catch {
    // The library reports every mistake of the source by throwing; the caller says where it stands.
    return null;
  }
}

const ELEMENTS = new Set(
  'math mrow mi mn mo ms mtext mspace mfrac msqrt mroot mstyle mpadded mphantom msub msup msubsup munder mover munderover mmultiscripts mprescripts mtable mtr mtd'.split(' '),
); // prettier-ignore
const ATTRIBUTES = new Set(
  'accent accentunder columnspan depth display displaystyle fence form height largeop linethickness lspace mathvariant maxsize minsize movablelimits rowspan rspace scriptlevel separator stretchy symmetric voffset width'.split(' '),
); // prettier-ignore

/**
 * Rebuilds markup from MathML Core elements and attributes only. `style` and `class` go: the site
 * forbids inline styles, and the classes belong to a style sheet it does not use.
 */
function safeMathMl(rendered: string): string {
  return rendered
    .split(/(<[^<>]*>)/)
    .map((part, index) => (index % 2 === 1 ? safeTag(part) : part.replaceAll('<', '&lt;').replaceAll('>', '&gt;')))
    .join('');
}

function safeTag(tag: string): string {
  const [, slash = '', name = ''] = /^<(\/?)([a-z]+)/.exec(tag) ?? [];
  if (!ELEMENTS.has(name)) return '';
  if (slash !== '') return `</${name}>`;
  const attributes = [...tag.matchAll(/\s([a-z]+)=(?:"([^"]*)"|'([^']*)')/g)]
    .filter(([, attribute = '']) => ATTRIBUTES.has(attribute))
    .map(([, attribute = '', quoted, single]) => ` ${attribute}="${escapedHtml(quoted ?? single ?? '')}"`);
  return `<${name}${attributes.join('')}>${tag.endsWith('/>') ? `</${name}>` : ''}`;
}

/** A formula on one line of plain Unicode: fractions with a slash, scripts raised where Unicode can. */
function plainFormula(formula: string): string {
  const flat = formula
    .replace(/\\[dt]?frac\s*\{([^{}]*)\}\s*\{([^{}]*)\}/g, '$1/$2')
    .replace(/\\sqrt\s*\{([^{}]*)\}/g, '√($1)')
    .replace(/\\(?:left|right|big|Big|bigg|Bigg|displaystyle|limits)(?![A-Za-z])\.?/g, '')
    .replace(/\\begin\{[^{}]*\}|\\end\{[^{}]*\}/g, ' ')
    .replace(
      /\\([A-Za-z]+)/g,
      (_, name: string) => mathSymbols.get(name) ?? (faces.has(name) || SHAPES.has(name) ? '' : name),
    )
    .replace(/\\\\|\\[ ,;:>]|(?<!\\)&/g, ' ')
    .replace(/\\!/g, '')
    .replace(/\\([%&$#_{}|])/g, '$1')
    .replace(/_(?:\{([^{}]*)\}|(\S))/gu, (_, group?: string, sign?: string) => plainSubscript(group ?? sign ?? ''))
    .replace(/\^(?:\{([^{}]*)\}|(\S))/gu, (_, group?: string, sign?: string) => plainSuperscript(group ?? sign ?? ''));
  return flat.replace(/[{}]/g, '').replace(/\s+/g, ' ').trim();
}

/** Macros that leave no trace on a plain line besides the faces of letters. */
const SHAPES = new Set('mathfrak hat bar tilde vec overline widehat widetilde dot quad qquad'.split(' '));

/** What defines, addresses, loads or refers: no abstract needs it, and no reader sees it. */
const FORBIDDEN =
  /\\(?:[gex]?def|let|global|(?:re)?newcommand|providecommand|label|tag|(?:eq)?ref|href|url|includegraphics|html|class|id|style|data|unicode|char)(?![a-z])/i;

function hasMatchedBraces(formula: string): boolean {
  let depth = 0;
  for (const [sign] of formula.replace(/\\./g, '').matchAll(/[{}]/g)) {
    depth += sign === '{' ? 1 : -1;
    if (depth < 0) return false;
  }
  return depth === 0;
}
