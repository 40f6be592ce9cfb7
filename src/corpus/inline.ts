/** Running text as a tree, and its three renderings: plain Unicode, safe HTML, LaTeX. */
import { singleSpaced, visibleText } from './characters.ts';
import { mathSymbols, plainSubscript, plainSuperscript } from './latex-symbols.ts';

export type InlineMark = 'strong' | 'emphasis' | 'variable' | 'sub' | 'sup';

export type Inline =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'marked'; readonly mark: InlineMark; readonly children: readonly Inline[] }
  /** A formula already set: `html` is MathML or simple markup and safe, `source` has no dollars. */
  | { readonly kind: 'formula'; readonly plain: string; readonly html: string; readonly source: string };

export function plainOf(nodes: readonly Inline[]): string {
  return visibleText(singleSpaced(nodes.map(plainNode).join(''))).trim();
}

function plainNode(node: Inline): string {
  switch (node.kind) {
    case 'text':
      return visibleText(node.text);
    case 'formula':
      return node.plain;
    case 'marked': {
      const inner = node.children.map(plainNode).join('');
      if (node.mark === 'sub') return plainSubscript(inner);
      return node.mark === 'sup' ? plainSuperscript(inner) : inner;
    }
  }
}

const ELEMENTS = { strong: 'strong', emphasis: 'em', variable: 'i', sub: 'sub', sup: 'sup' } as const;

export function htmlOf(nodes: readonly Inline[]): string {
  return nodes.map(htmlNode).join('').trim();
}

function htmlNode(node: Inline): string {
  switch (node.kind) {
    case 'text':
      return escapedHtml(visibleText(singleSpaced(node.text)));
    case 'formula':
      return node.html;
    case 'marked': {
      const element = ELEMENTS[node.mark];
      return `<${element}>${node.children.map(htmlNode).join('')}</${element}>`;
    }
  }
}

/** Text as HTML text; also safe between double quotes. */
export function escapedHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

export function latexOf(nodes: readonly Inline[]): string {
  return nodes.map(latexNode).join('').trim();
}

function latexNode(node: Inline): string {
  switch (node.kind) {
    case 'text':
      return escapedLatex(visibleText(singleSpaced(node.text)));
    case 'formula':
      return `$${node.source}$`;
    case 'marked': {
      const inner = node.children.map(latexNode).join('');
      return { strong: `\\textbf{${inner}}`, emphasis: `\\emph{${inner}}`, variable: `\\textit{${inner}}`,
        sub: `\\textsubscript{${inner}}`, sup: `\\textsuperscript{${inner}}` }[node.mark]; // prettier-ignore
    }
  }
}

/** Signs that need a macro in LaTeX; letters with accents and the like stay as UTF-8. */
const LATEX_SIGNS: ReadonlyMap<string, string> = new Map([
  // In reverse, so that of two macros for one sign the first of the table is taken.
  ...[...mathSymbols].reverse().map(([name, sign]): [string, string] => [sign, `$\\${name}$`]),
  ...Object.entries({
    '\\': '\\textbackslash{}', '{': '\\{', '}': '\\}', '$': '\\$', '&': '\\&', '#': '\\#', '%': '\\%', '_': '\\_',
    '^': '\\textasciicircum{}', '~': '\\textasciitilde{}', '<': '\\textless{}', '>': '\\textgreater{}',
    '°': '\\textdegree{}', '“': '``', '”': "''", '–': '--', '—': '---',
  }),
]); // prettier-ignore

export function escapedLatex(text: string): string {
  return text.replace(/[\\{}$&#%_^~<>\u0080-\uffff]/g, (sign) => LATEX_SIGNS.get(sign) ?? sign);
}
