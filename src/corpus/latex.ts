/**
 * Running text of titles and abstracts, repaired for display: LaTeX that a listing shows
 * uninterpreted, LaTeX that lost its backslashes and dollars on the way, typewriter punctuation.
 *
 * A hand-written scanner, not a TeX: every character is looked at a bounded number of times.
 */
import { decodedText } from './characters.ts';
import type { DiagnosticCode } from './diagnostics.ts';
import { setFormula } from './formula.ts';
import { htmlOf, latexOf, plainOf, type Inline, type InlineMark } from './inline.ts';
import { accents, faces, mathSymbols, silent, systemMacros, textSymbols } from './latex-symbols.ts';
import { findUrls, type UrlSpan } from './links.ts';
import type { FormattedText } from './paper.ts';

/** Something about a text that a maintainer should know; `offset` into the raw text, in UTF-16 units. */
export interface TextProblem {
  readonly code: Extract<DiagnosticCode, 'unmatched-math' | 'damaged-character' | 'unknown-macro' | 'named-macro'>;
  readonly message: string;
  readonly offset: number;
}

export interface TextFormatting {
  readonly text: FormattedText;
  readonly problems: TextProblem[];
}

export interface FormatOptions {
  /** The name that a macro such as `\sysname` stands for; see `systemNameOf`. */
  readonly systemName?: string | null;
}

/** Deeper nesting and more formulas than any abstract has; beyond, text is shown as it stands. */
const MAX_DEPTH = 30;
const MAX_FORMULAS = 300;

/**
 * Gives a captured text in the forms the site needs. What is repaired: UTF-8 read as Latin-1, macros,
 * accents, quotes, dashes and formulas of LaTeX, and the remains of macros such as "2.8times" and
 * "5%rightarrow10%". A macro that stands for the system becomes `systemName`; an unknown macro is
 * shown by its name, so that nothing is invented.
 */
export function formatText(raw: string, options: FormatOptions = {}): TextFormatting {
  const decoded = decodedText(raw);
  const scanner = new Scanner(decoded.text, options.systemName ?? null);
  const nodes = scanner.inlines(0, decoded.text.length, 0);
  return {
    text: { raw, plain: plainOf(nodes), html: htmlOf(nodes), latex: latexOf(nodes) },
    problems: scanner.problems.map((problem) => ({ ...problem, offset: decoded.offsetInOriginal(problem.offset) })),
  };
}

/** What one step of the scanner understood: the nodes, and where the text goes on. */
interface Step {
  readonly nodes: readonly Inline[];
  readonly next: number;
}

const asText = (text: string): Inline[] => (text === '' ? [] : [{ kind: 'text', text }]);
const step = (text: string, next: number): Step => ({ nodes: asText(text), next });

class Scanner {
  readonly problems: TextProblem[] = [];
  readonly #text: string;
  readonly #systemName: string | null;
  readonly #urls: ReadonlyMap<number, UrlSpan>;
  /** For every `{` the offset of its `}`. */
  readonly #closings: ReadonlyMap<number, number>;
  #formulas = 0;

  constructor(text: string, systemName: string | null) {
    this.#text = text;
    this.#systemName = systemName;
    this.#urls = new Map(findUrls(text).map((span) => [span.start, span]));
    this.#closings = matchedBraces(text);
  }

  inlines(start: number, end: number, depth: number): Inline[] {
    if (depth > MAX_DEPTH) return asText(this.#text.slice(start, end));
    const nodes: Inline[] = [];
    let pending = '';
    let at = start;
    while (at < end) {
      const found = this.#step(at, end, depth);
      at = Math.max(found.next, at + 1);
      for (const node of found.nodes) {
        if (node.kind === 'text') pending += node.text;
        else {
          nodes.push(...asText(pending), node);
          pending = '';
        }
      }
    }
    return [...nodes, ...asText(pending)];
  }

  #step(at: number, end: number, depth: number): Step {
    const url = this.#urls.get(at);
    if (url !== undefined && url.end <= end) return this.#url(url, end);
    const character = this.#text.charAt(at);
    switch (character) {
      case '\\':
        return this.#macro(at, end, depth);
      case '$':
        return this.#dollar(at, end);
      case '{':
        return this.#group(at, end, depth);
      case '^':
      case '_':
        return this.#script(at, end, depth);
      case '`':
      case "'":
        return this.#quote(at, end);
      case '-':
        return this.#dash(at, end);
      case '~':
        return this.#tie(at);
      case '*':
        return this.#asterisk(at, end, depth);
      default:
        return this.#plainRun(at, end, depth);
    }
  }

  /** An address stays as written but for escapes and a space inside; `\url{…}` printed twice as "address{address}" is shown once. */
  #url({ start, end: urlEnd }: UrlSpan, end: number): Step {
    const written = this.#text.slice(start, urlEnd);
    const closing = this.#closings.get(urlEnd);
    const repeats = closing !== undefined && closing < end && this.#text.slice(urlEnd + 1, closing) === written;
    return step(written.replace(/\\([_%&#~])|\s/g, '$1'), repeats ? closing + 1 : urlEnd);
  }

  #plainRun(at: number, end: number, depth: number): Step {
    const isWord = /[A-Za-z]/.test(this.#text.charAt(at));
    const run =
      matchAt(isWord ? /[A-Za-z]+/y : /[^A-Za-z\\${}^_`'~*-]+/y, this.#text, at)?.[0] ?? this.#text.charAt(at);
    const next = Math.min(at + run.length, end);
    const text = run.slice(0, next - at);
    return (isWord ? this.#lostMacro(text, at, next, depth) : null) ?? step(text, next);
  }

  /** A word that was a macro before its backslash was lost: "2.8times", "sim80%", "textbf{J}oint". */
  #lostMacro(word: string, at: number, wordEnd: number, depth: number): Step | null {
    const before = this.#text.slice(Math.max(0, at - 2), at);
    const after = this.#text.slice(wordEnd, wordEnd + 6);
    const face = /(?:textbf|textit|textsc|texttt|textrm|textsf|emph|mathbf|mathcal|mathrm|mathbb)$/.exec(word)?.[0];
    const closing = this.#closings.get(wordEnd);
    if (face !== undefined && closing !== undefined) {
      const prefix = asText(word.slice(0, -face.length));
      return { nodes: [...prefix, ...this.#faced(face, wordEnd + 1, closing, depth)], next: closing + 1 };
    }
    if (word.endsWith('infty')) return step(`${word.slice(0, -5)}∞`, wordEnd);
    if (word === 'ell' && /^_[\d{]/.test(after)) return step('ℓ', wordEnd);
    if (/^(?:long)?(?:right|left|up|down|leftright)arrow$/i.test(word))
      return step(mathSymbols.get(word) ?? word, wordEnd);
    if ((word === 'leq' || word === 'geq') && /^ ?\d/.test(after)) return step(mathSymbols.get(word) ?? word, wordEnd);
    if (word === 'sim' && !/\w$/.test(before)) return lostSim(after, wordEnd);
    return word === 'times' ? lostTimes(before, after, wordEnd) : null;
  }

  #macro(at: number, end: number, depth: number): Step {
    const name = matchAt(/[A-Za-z]+/y, this.#text, at + 1)?.[0] ?? this.#text.charAt(at + 1);
    const next = at + 1 + name.length;
    if (name === '' || next > end) return step('\\', at + 1);
    if (name === '(' || name === '[') return this.#delimitedFormula(at, end, name === '(' ? '\\)' : '\\]');
    if (/^[%&_#${}]$/.test(name)) return step(name, next);
    const accent = accents.get(name);
    const accented = accent === undefined ? null : this.#accented(accent, name, next, end);
    if (accented !== null) return accented;
    if (/^[^A-Za-z]$/.test(name)) return step(/^[-!/]$/.test(name) ? '' : /^[\\ ,;:>]$/.test(name) ? ' ' : name, next);
    return this.#namedMacro(name, at, next, end, depth);
  }

  #namedMacro(name: string, at: number, next: number, end: number, depth: number): Step {
    const argument = this.#argument(next, end);
    if (faces.has(name) && argument !== null) {
      return { nodes: this.#faced(name, argument.start, argument.end, depth), next: argument.end + 1 };
    }
    const dropped = silent.get(name);
    if (dropped !== undefined) return step('', dropped === 1 && argument !== null ? argument.end + 1 : next);
    if (name === 'footnote' && argument !== null) {
      const note = this.inlines(argument.start, argument.end, depth + 1);
      return { nodes: [...asText(' ('), ...note, ...asText(')')], next: argument.end + 1 };
    }
    if ((name === 'href' || name === 'textcolor') && argument !== null) {
      const second = this.#argument(argument.end + 1, end);
      if (second !== null) return { nodes: this.inlines(second.start, second.end, depth + 1), next: second.end + 1 };
    }
    const symbol = textSymbols.get(name) ?? mathSymbols.get(name);
    const isEmptyArgument = argument !== null && argument.start === argument.end;
    const after = isEmptyArgument ? argument.end + 1 : next;
    if (symbol !== undefined) return step(symbol, after);
    if (argument !== null && !isEmptyArgument) {
      this.#report('unknown-macro', `\\${name} is not known; its argument is shown`, at);
      return { nodes: this.inlines(argument.start, argument.end, depth + 1), next: argument.end + 1 };
    }
    return this.#authorsMacro(name, at, after);
  }

  /** A macro without argument that only the authors' own source defines. */
  #authorsMacro(name: string, at: number, next: number): Step {
    if (this.#systemName !== null && systemMacros.has(name.toLowerCase())) {
      this.#report('named-macro', `\\${name} is shown as "${this.#systemName}"`, at);
      return step(this.#systemName, next);
    }
    this.#report('unknown-macro', `\\${name} is not known; its name is shown`, at);
    return step(name, next);
  }

  #faced(name: string, start: number, end: number, depth: number): Inline[] {
    const face = faces.get(name) ?? 'plain';
    const children = this.inlines(start, end, depth + 1);
    return face === 'plain' ? children : [marked(face, children)];
  }

  /** The braced argument that begins at an offset: the range between its braces. */
  #argument(at: number, end: number): { start: number; end: number } | null {
    const closing = this.#text.charAt(at) === '{' ? this.#closings.get(at) : undefined;
    return closing === undefined || closing >= end ? null : { start: at + 1, end: closing };
  }

  /** `\'e`, `\'{e}`, `\"{\i}`; an accent named by a letter needs braces: `\c{c}`. */
  #accented(accent: string, name: string, next: number, end: number): Step | null {
    const braced = matchAt(/\{\\?(\p{L})\}/uy, this.#text, next);
    const match = braced ?? (/[A-Za-z]/.test(name) ? null : matchAt(/\\?(\p{L})/uy, this.#text, next));
    const letter = match?.[1];
    if (match === null || letter === undefined || next + match[0].length > end) return null;
    return step((letter + accent).normalize('NFC'), next + match[0].length);
  }

  /**
   * Pandoc's rule: a formula opens with a dollar before a non-space, and closes with the next dollar
   * if that stands behind a non-space and not before a digit. Other dollars are currency. A sign
   * alone is no amount of money, so "$>$30" and "$\\sim$5" are formulas before a digit, too.
   */
  #dollar(at: number, end: number): Step {
    const width = this.#text.startsWith('$$', at) ? 2 : 1;
    const start = at + width;
    const close = nextDollar(this.#text, start, end);
    const isFormula =
      close > start &&
      close + width <= end &&
      (width === 1 || this.#text.charAt(close + 1) === '$') &&
      (width === 2 || (!/\s/.test(this.#text.charAt(start)) && !/\s/.test(this.#text.charAt(close - 1)))) &&
      (!/\d/.test(this.#text.charAt(close + width)) || /^[\\<>=~+]/.test(this.#text.charAt(start)));
    if (!isFormula) return this.#unpairedDollar(at, width, close);
    return this.#formula(at, start, close, close + width);
  }

  #unpairedDollar(at: number, width: number, close: number): Step {
    // "$5" is money; a dollar before a macro or brace can only be half of a formula.
    if (/^[\\{]/.test(this.#text.charAt(at + width)) && close < 0) {
      this.#report('unmatched-math', 'a formula is opened by "$" and not closed', at);
    }
    return step(this.#text.slice(at, at + width), at + width);
  }

  #delimitedFormula(at: number, end: number, delimiter: string): Step {
    const close = this.#text.slice(at + 2, Math.min(end, at + 700)).indexOf(delimiter);
    if (close < 0) return step(this.#text.charAt(at + 1), at + 2);
    return this.#formula(at, at + 2, at + 2 + close, at + 4 + close);
  }

  #formula(at: number, start: number, close: number, next: number): Step {
    const source = this.#text.slice(start, close);
    const macro = /^\s*\\([A-Za-z]+)\s*$/.exec(source)?.[1];
    if (macro !== undefined && systemMacros.has(macro.toLowerCase())) return this.#authorsMacro(macro, at, next);
    const damaged = /[\u00c2-\u00d6\u00d8-\u00f4]/.exec(source)?.[0];
    if (damaged !== undefined && !source.includes('\\text')) {
      this.#report('damaged-character', `"${damaged}" in a formula is probably the rest of another character`, at);
    }
    this.#formulas += 1;
    if (this.#formulas > MAX_FORMULAS) return this.#surplusFormula(at, next);
    const node = setFormula(source);
    if (node !== null) return { nodes: [node], next };
    this.#report('unmatched-math', `the formula "${source.slice(0, 60)}" cannot be set`, at);
    return step(this.#text.slice(at, next), next);
  }

  #surplusFormula(at: number, next: number): Step {
    if (this.#formulas === MAX_FORMULAS + 1) {
      this.#report('unmatched-math', `the text has more than ${MAX_FORMULAS} formulas; the rest is not set`, at);
    }
    return step(this.#text.slice(at, next), next);
  }

  /** Braces group in LaTeX and are no text: `{\Psi}`, `{B}ERT`; set notation such as `{0, 1}` keeps them. */
  #group(at: number, end: number, depth: number): Step {
    const closing = this.#closings.get(at);
    if (closing === undefined || closing >= end) return step('{', at + 1);
    const inner = this.inlines(at + 1, closing, depth + 1);
    const touches = /[A-Za-z]/.test(this.#text.charAt(at - 1)) || /[A-Za-z]/.test(this.#text.charAt(closing + 1));
    const isGroup = this.#text.charAt(at + 1) === '\\' || (touches && closing - at <= 30) || closing === at + 1;
    return { nodes: isGroup ? inner : [...asText('{'), ...inner, ...asText('}')], next: closing + 1 };
  }

  /** Scripts outside of formulas: "R^2", "10^{19}", "CO_2"; names such as "I2_S" and "layer_2" are no scripts. */
  #script(at: number, end: number, depth: number): Step {
    const isSub = this.#text.charAt(at) === '_';
    const before = this.#text.slice(Math.max(0, at - 4), at);
    const argument = this.#argument(at + 1, end);
    const base = isSub ? /(?:^|[^\w\\])(?:[A-Za-z]{1,2}|ell)$/ : /[\p{L}\d)\]]$/u;
    if (!base.test(before)) return step(this.#text.charAt(at), at + 1);
    if (argument !== null && argument.end > argument.start && argument.end - argument.start <= 12) {
      const children = this.inlines(argument.start, argument.end, depth + 1);
      return { nodes: [marked(isSub ? 'sub' : 'sup', children)], next: argument.end + 1 };
    }
    const bare = matchAt(isSub ? /\d(?![\w])/y : /(?:[+-]?\d+|[A-Za-z+*])(?![A-Za-z\d_^])/y, this.#text, at + 1)?.[0];
    if (bare === undefined || at + 1 + bare.length > end) return step(this.#text.charAt(at), at + 1);
    return { nodes: [marked(isSub ? 'sub' : 'sup', asText(bare))], next: at + 1 + bare.length };
  }

  #quote(at: number, end: number): Step {
    const pair = this.#text.slice(at, Math.min(at + 2, end));
    const isOpening = !/\S$/.test(this.#text.charAt(at - 1)) || /[([{]/.test(this.#text.charAt(at - 1));
    if (pair === '``') return step('“', at + 2);
    if (pair === "''") return step(isOpening && /\S/.test(this.#text.charAt(at + 2)) ? '“' : '”', at + 2);
    const single = pair.startsWith('`') ? matchAt(/`([^\s`'][^`'\n]{0,80})'(?!['\w])/y, this.#text, at) : null;
    if (single?.[1] !== undefined && isOpening && at + single[0].length <= end) {
      return step(`‘${single[1]}’`, at + single[0].length);
    }
    return step(pair.charAt(0), at + 1);
  }

  /** Two hyphens are an en dash, three an em dash, more a rule; before a word they are an option ("--fast"). */
  #dash(at: number, end: number): Step {
    const hyphens = matchAt(/-+/y, this.#text, at)?.[0].slice(0, end - at) ?? '-';
    const next = at + hyphens.length;
    const isOption = /^\s?$/.test(this.#text.charAt(at - 1)) && /[A-Za-z]/.test(this.#text.charAt(next));
    if (isOption || hyphens.length === 1 || hyphens.length > 3) return step(hyphens, next);
    return step(hyphens.length === 2 ? '–' : '—', next);
  }

  /** A tilde is LaTeX's no-break space, except before a number, where it says "about" or "to". */
  #tie(at: number): Step {
    return step(/^\s?[$.]?\d/.test(this.#text.slice(at + 1, at + 4)) ? '~' : this.#isTie(at) ? ' ' : '~', at + 1);
  }

  #isTie(at: number): boolean {
    return /[^\s~]/.test(this.#text.charAt(at - 1)) && /[^\s~]/.test(this.#text.charAt(at + 1));
  }

  /** Emphasis as Markdown writes it, only when clearly paired: `*two-stage*`, `**two**`. */
  #asterisk(at: number, end: number, depth: number): Step {
    const match = matchAt(/(\*{1,2})([^\s*](?:[^*\n]{0,78}[^\s*])?)\1(?![\w*])/y, this.#text, at);
    const stars = match?.[1]?.length ?? 0;
    if (match === null || /[\w*]/.test(this.#text.charAt(at - 1)) || at + match[0].length > end)
      return step('*', at + 1);
    const next = at + match[0].length;
    const children = this.inlines(at + stars, next - stars, depth + 1);
    return { nodes: [marked(stars === 2 ? 'strong' : 'emphasis', children)], next };
  }

  #report(code: TextProblem['code'], message: string, offset: number): void {
    this.problems.push({ code, message, offset });
  }
}

function marked(mark: InlineMark, children: readonly Inline[]): Inline {
  return { kind: 'marked', mark, children };
}

/** "sim80%" and "sim 80%" are "about"; "sim2real" is a word. */
function lostSim(after: string, wordEnd: number): Step | null {
  if (!/^ ?\d/.test(after) || /^2[A-Za-z]/.test(after)) return null;
  return step('~', after.startsWith(' ') ? wordEnd + 1 : wordEnd);
}

/** "2.8times", "2048times 2048" and "times100"; "times 1.42" only before a decimal, and never "3 times". */
function lostTimes(before: string, after: string, wordEnd: number): Step | null {
  if (/\d$/.test(before)) return step('×', /^ \d/.test(after) ? wordEnd + 1 : wordEnd);
  if (/\w$/.test(before)) return null;
  if (/^\d/.test(after)) return step('×', wordEnd);
  return /^ \d{1,3}\.\d/.test(after) && !/\d $/.test(before) ? step('×', wordEnd + 1) : null;
}

/** The match of a sticky pattern at an offset. */
function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** The offset of the next dollar without backslash, or -1. */
function nextDollar(text: string, start: number, end: number): number {
  let at = text.indexOf('$', start);
  while (at > 0 && text.charAt(at - 1) === '\\' && text.charAt(at - 2) !== '\\') at = text.indexOf('$', at + 1);
  return at < end ? at : -1;
}

/** Every `{` with its `}`, escaped braces left out. */
function matchedBraces(text: string): Map<number, number> {
  const closings = new Map<number, number>();
  const open: number[] = [];
  for (const { 0: sign, index } of text.matchAll(/\\[\\{}]|[{}]/g)) {
    if (sign === '{') open.push(index);
    else if (sign === '}') {
      const start = open.pop();
      if (start !== undefined) closings.set(start, index);
    }
  }
  return closings;
}
