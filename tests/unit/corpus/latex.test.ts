import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatText } from '../../../src/corpus/latex.ts';

const plain = (raw: string, systemName: string | null = null): string => formatText(raw, { systemName }).text.plain;
const html = (raw: string): string => formatText(raw).text.html;
const latex = (raw: string): string => formatText(raw).text.latex;
const codes = (raw: string, systemName: string | null = null): string[] =>
  formatText(raw, { systemName }).problems.map((problem) => problem.code);

describe('macros that lost their backslash', () => {
  test.each([
    ['figs grow 2.8times faster (4times)', 'figs grow 2.8× faster (4×)'],
    ['5-10times), 2.24 times, 2.10times, 3 times', '5-10×), 2.24 times, 2.10×, 3 times'],
    ['at 2048times 2048 on 4times70 trees', 'at 2048×2048 on 4×70 trees'],
    ['by times100 times, with remarkable times 1.42 growth', 'by ×100 times, with remarkable ×1.42 growth'],
    ['five times 10 runs, sometimes 3', 'five times 10 runs, sometimes 3'],
    ['1.53times~20.57times', '1.53×~20.57×'],
    ['sim 80% of 1.3B sim14B, but sim2real and simulation', '~80% of 1.3B ~14B, but sim2real and simulation'],
    ['(sim8%uparrow) from 5.9%rightarrow10.9%', '(~8%↑) from 5.9%→10.9%'],
    ['a leq 2% loss, FIGinfty and ell_0', 'a ≤ 2% loss, FIG∞ and ℓ₀'],
    ['a textbf{Gen}erattextbf{i}ve fig', 'a Generative fig'],
  ])('%s → %s', (raw, expected) => {
    expect(plain(raw)).toBe(expected);
  });
});

describe('macros', () => {
  test.each([
    ['{\\Psi} and {\\rho}', 'Ψ and ρ'],
    ['\\textbf{J}oint \\emph{fig} tree', 'Joint fig tree'],
    ['90\\% of R\\&D, a\\_b, \\$5, \\#1', '90% of R&D, a_b, $5, #1'],
    ["S\\'ami, K\\\"onig, \\c{c}a, \\'{\\i}, {\\o}re", 'Sámi, König, ça, í, øre'],
    ['up to 2.4\\times faster', 'up to 2.4× faster'],
    ['(\\eg figs)', '(e.g. figs)'],
    ['figs~(F) and ~10x, 1.2x~3.4x', 'figs (F) and ~10x, 1.2x~3.4x'],
    ['see \\url{https://fig.example/a_b}.', 'see https://fig.example/a_b.'],
    ['\\href{javascript:alert(1)}{figs}', 'figs'],
    ['figs\\footnote{ripe}. \\begin{center}x\\end{center}', 'figs (ripe). x'],
    ['{B}ERT but {0, 1}', 'BERT but {0, 1}'],
    ['<projektor> stays', '<projektor> stays'],
  ])('%s → %s', (raw, expected) => {
    expect(plain(raw)).toBe(expected);
  });

  test('one for the system becomes its name and is noted', () => {
    expect(plain('We grow \\sysname~here; \\ours wins', 'FigNet')).toBe('We grow FigNet here; FigNet wins');
    expect(codes('\\sysname', 'FigNet')).toEqual(['named-macro']);
    expect(plain('$\\sysname$', 'FigNet')).toBe('FigNet');
  });
  test('one for something else is never given the name of the system', () => {
    expect(plain('we built \\dataname{}, with figs', 'FigNet')).toBe('we built dataname, with figs');
    expect(codes('\\dataname{}', 'FigNet')).toEqual(['unknown-macro']);
  });
  test('one for the system without a known name is shown by its own', () => {
    expect(plain('\\sysname grows')).toBe('sysname grows');
    expect(codes('\\sysname grows')).toEqual(['unknown-macro']);
  });
  test('an unknown one with an argument shows the argument', () => {
    expect(plain('\\fignote{ripe}')).toBe('ripe');
    expect(codes('\\fignote{ripe}')).toEqual(['unknown-macro']);
  });
});

describe('punctuation', () => {
  test.each([
    ["``ripe figs'' and ''event-gated figs'',", '“ripe figs” and “event-gated figs”,'],
    ["a novel `first-try' strategy of Fig's", "a novel ‘first-try’ strategy of Fig's"],
    ['figs -- ripe -- fall; Rao--Fig; figs---all', 'figs – ripe – fall; Rao–Fig; figs—all'],
    ['run with --fast, ---- rule', 'run with --fast, ---- rule'],
    ['a *two-stage* fig', 'a two-stage fig'],
    ['A* and D* and 2*3*4', 'A* and D* and 2*3*4'],
    ['no\u00a0break \u2003 space\nand line', 'no break space and line'],
  ])('%s → %s', (raw, expected) => {
    expect(plain(raw)).toBe(expected);
  });
  test('emphasis is marked in HTML and LaTeX', () => {
    expect(html('a *two-stage* fig')).toBe('a <em>two-stage</em> fig');
    expect(latex('a *two-stage* fig')).toBe('a \\emph{two-stage} fig');
  });
});

describe('formulas', () => {
  test('numbers are text, not math', () => {
    expect(html('$3.4\\%$ and $4.2\\times$ ($\\leq$ 16x), $7.3-11.3\\%$')).toBe('3.4% and 4.2× (≤ 16x), 7.3-11.3%');
  });
  test('simple scripts are HTML, and Unicode in plain text where it has them', () => {
    expect(html('$L_0$ MoE$^2$ $\\pi_{0.5}$')).toBe('<i>L</i><sub>0</sub> MoE<sup>2</sup> π<sub>0.5</sub>');
    expect(plain('$L_0$ MoE$^2$ $\\pi_{0.5}$ $x_{max}$')).toBe('L₀ MoE² π0.5 xₘₐₓ');
  });
  test('others are MathML without style or class', () => {
    const set = html('in $\\mathcal{O}(\\frac{n}{2} \\log n)$ steps');
    expect(set).toMatch(/^in <math>.*<\/math> steps$/);
    expect(set).not.toMatch(/style=|class=|<annotation/);
    expect(plain('in $\\mathcal{O}(\\frac{n}{2})$')).toBe('in O(n/2)');
  });
  test('keep their source in LaTeX', () => {
    expect(latex('$1 \\rightarrow N$ at 50% & 2×')).toBe('$1 \\rightarrow N$ at 50\\% \\& 2$\\times$');
  });
  test('a sign alone is a formula even before a digit', () => {
    expect(html('at $>$30 FPS, $\\sim$5 W, 10$^{\\circ}$C')).toBe('at &gt;30 FPS, ~5 W, 10<sup>∘</sup>C');
  });
  test('money is no math', () => {
    expect(plain('$5 and $10, or $ 3 $')).toBe('$5 and $10, or $ 3 $');
    expect(codes('$5 and $10')).toEqual([]);
  });
  test('that cannot be set are shown as captured and reported where they stand', () => {
    const { text, problems } = formatText('figs $\\frac{a$ fall');
    expect(text.plain).toBe('figs $\\frac{a$ fall');
    expect(problems).toMatchObject([{ code: 'unmatched-math', offset: 5 }]);
  });
  test('scripts outside of dollars', () => {
    expect(html('R^2 and 10^{19} of CO_2')).toBe('R<sup>2</sup> and 10<sup>19</sup> of CO<sub>2</sub>');
    expect(plain('I2_S and layer_2 and a_b and ^_^')).toBe('I2_S and layer_2 and a_b and ^_^');
  });
  test('a definition does not reach the next formula', () => {
    expect(codes('$\\gdef\\figs{x} \\figs + 1$ and $\\figs + 1$')).toEqual(['unmatched-math', 'unmatched-math']);
  });
});

describe('damaged characters', () => {
  test('UTF-8 read as Latin-1 or Windows-1252 is repaired', () => {
    expect(plain('Ï\u0080 na\u00c3\u00afve â€œfigâ€\u009d')).toBe('π naïve “fig”');
    expect(plain('for $Ï\u0080_{0.5}$')).toBe('for π0.5');
  });
  test('text that only looks like it stays', () => {
    expect(plain('NAÏVE Île São «ÉTÉ» Â')).toBe('NAÏVE Île São «ÉTÉ» Â');
  });
  test('half a character in a formula stays and is reported', () => {
    expect(plain('for $Ï_{0.5}$')).toBe('for Ï0.5');
    expect(codes('for $Ï_{0.5}$')).toEqual(['damaged-character']);
  });
  test('offsets of problems count in the raw text', () => {
    const raw = 'na\u00c3\u00afve \\figmacro';
    expect(formatText(raw).problems).toMatchObject([{ offset: raw.indexOf('\\') }]);
  });
  test('controls vanish, and characters are composed', () => {
    expect(plain('f\u0000i\u202eg\u200f e\u0301')).toBe('fig é');
  });
});

test('an address is shown once, unchanged', () => {
  const raw = 'at https://fig.example/A_1{https://fig.example/A_1}. End';
  expect(plain(raw)).toBe('at https://fig.example/A_1. End');
});

test('a space inside an address goes', () => {
  expect(plain('at https://github.com/ fig/tree.')).toBe('at https://github.com/fig/tree.');
});

test('LaTeX escapes what is special and writes signs as macros', () => {
  expect(latex('50% of R&D fig_1 <x> ~5 λ→∞ 3 × “é” – °')).toBe(
    "50\\% of R\\&D fig\\_1 \\textless{}x\\textgreater{} \\textasciitilde{}5 $\\lambda$$\\rightarrow$$\\infty$ 3 $\\times$ ``é'' -- \\textdegree{}",
  );
});

test('raw is kept', () => {
  expect(formatText(' $x ').text.raw).toBe(' $x ');
});

const hostile = fc.oneof(
  fc.constantFrom(
    '<script>alert(1)</script>', '<img src=x onerror=alert(1)>', '\\href{javascript:alert(1)}{x}', 'javascript:', '\\url{',
    '$', '$$', '{', '}', '\\', '_', '^', '*', '`', "'", '--', '~', '\\textbf{', '\\frac{', '\\(', '\\)', 'times', 'sim', '2', ' ',
    '$\\color{red}x$', '$\\href{javascript:x}{y}$', '$\\class{a}{b}$', '$a\\ref{x}$', '$\\text{<b>"\'}$', '$<b onclick=x>$',
    '\\begin{matrix}', '&', '&lt;', '"', '\u202e', '\u0080', 'Ã', 'https://fig.example/', '\\unicode{x3c}', '\u0338', '$\\char60$',
  ),
  fc.string({ unit: 'binary', maxLength: 6 }),
); // prettier-ignore
const hostileText = fc.array(hostile, { maxLength: 25 }).map((parts) => parts.join(''));

const INLINE = ['b', 'strong', 'i', 'em', 'sub', 'sup'];
const MATHML =
  'math mrow mi mn mo ms mtext mspace mfrac msqrt mroot mstyle mpadded mphantom msub msup msubsup munder mover munderover mmultiscripts mprescripts mtable mtr mtd'.split(
    ' ',
  );

/** Fails unless the text is well-formed markup of the allowed elements, without active attributes. */
function expectSafe(markup: string): void {
  const open: string[] = [];
  const rest = markup.replace(
    /<(\/?)([a-z]+)((?: [a-z]+="[^"<>]*")*)>/g,
    (_, slash: string, name: string, attributes: string) => {
      expect([...INLINE, ...MATHML]).toContain(name);
      expect(attributes).not.toMatch(/ (?:on\w*|href|src|style|class|id)=/);
      if (INLINE.includes(name)) expect(attributes).toBe('');
      if (slash === '') open.push(name);
      else expect(open.pop()).toBe(name);
      return '';
    },
  );
  expect(open).toEqual([]);
  expect(rest).not.toMatch(/[<>"]|&(?!(?:amp|lt|gt|quot|#x?[0-9a-f]+);)/i);
}

describe('whatever the text', () => {
  test('HTML holds allowed elements only', () => {
    fc.assert(
      fc.property(hostileText, (raw) => {
        expectSafe(html(raw));
      }),
      { numRuns: 1000 },
    );
  });
  test('plain text is composed, single-spaced, and free of controls', () => {
    fc.assert(
      fc.property(hostileText, (raw) => {
        const text = plain(raw);
        expect(text).toBe(text.normalize('NFC').trim());
        expect(text).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069]|\s\s/u);
      }),
    );
  });
  test('LaTeX has matching braces', () => {
    fc.assert(
      fc.property(hostileText, (raw) => {
        const signs = latex(raw)
          .replace(/\\[\\{}]/g, '')
          .replace(/[^{}]/g, '');
        let depth = 0;
        for (const sign of Array.from(signs)) {
          depth += sign === '{' ? 1 : -1;
          expect(depth).toBeGreaterThanOrEqual(0);
        }
        expect(depth).toBe(0);
      }),
    );
  });
  test('every problem stands inside the text', () => {
    fc.assert(
      fc.property(hostileText, (raw) => {
        for (const { offset } of formatText(raw).problems) {
          expect(offset).toBeGreaterThanOrEqual(0);
          expect(offset).toBeLessThan(raw.length);
        }
      }),
    );
  });
  test('repaired sentences stay as they are', () => {
    const words = fc.constantFrom(
      'fig',
      'ripe',
      '2.8×',
      '“fig”',
      '5%',
      'CO₂',
      'Fig’s',
      'time-to-fig',
      'ΔF',
      '(F)',
      '~10x',
      'a–b',
      '$5',
    );
    fc.assert(
      fc.property(fc.array(words, { minLength: 1 }), (list) => {
        const sentence = list.join(' ');
        expect(plain(sentence)).toBe(sentence);
      }),
    );
  });
  test.each([
    '$',
    '{',
    '}',
    '\\',
    '$a$',
    '\\textbf{',
    '*a',
    '`',
    '^',
    '--',
    '\\(',
    'https://fig.example/(',
    'Ã',
    'times ',
  ])(
    'a megabyte of "%s" takes no more than linear time',
    (part) => {
      const start = performance.now();
      formatText(part.repeat(1_000_000 / part.length));
      // Quadratic time would be minutes; the bound leaves room for a busy machine.
      expect(performance.now() - start).toBeLessThan(8000);
    },
    20_000,
  );
});
