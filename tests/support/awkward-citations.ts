/** Fabricated papers that are hard to cite. */
import { formatText } from '../../src/corpus/latex.ts';
import type { Paper } from '../../src/corpus/paper.ts';
import { paperOf, publishedOn } from '../unit/site/fabricated-survey.ts';

const titled = (raw: string): Pick<Paper, 'title'> => ({ title: formatText(raw).text });

/** Each differs from an ordinary paper in the way its id says. */
export const awkwardPapers: readonly Paper[] = [
  paperOf('nothing-known'),
  paperOf('authors-counted', { authorCount: 7, ...publishedOn('2024') }),
  paperOf('group', { authors: ['Kettle Team'], authorsComplete: true, arxiv: '2401.00001', ...publishedOn('2024-01') }),
  paperOf('one-name', { authors: ['Plato', 'Ada Spout'], authorsComplete: true, ...publishedOn('2024-02-03') }),
  paperOf('not-all-authors', {
    authors: ['Ada Spout', 'Bo Lid', 'Cy Base'],
    authorCount: 12,
    arxiv: '2401.00002',
    category: 'LG',
    ...publishedOn('2024-12-31'),
  }),
  paperOf('particles', {
    authors: ['Jan van der Berg', 'María de la Cruz', 'Martin Luther King, Jr.', 'José Ortega y Gasset'],
    authorsComplete: true,
    venue: 'Journal of Kettles & Pots 2023',
    arxiv: 'hep-th/9901001',
    ...publishedOn('1999-01-01'),
  }),
  paperOf('accents', {
    authors: ['Łukasz Żółć', 'Ömer Şahin', 'Nguyễn Văn Ánh', '李 明', 'Siân O’Brien'],
    authorsComplete: true,
    ...titled('Über Teekessel: Größe, Ärger und naïve Wünsche — 茶壺'),
    ...publishedOn('2025-05'),
  }),
  paperOf('other-words', {
    authors: ['Ada And', 'Bo others', 'Simon and Schuster', 'Cy {Brace}', 'D_E F%G & H#I'],
    authorsComplete: true,
  }),
  paperOf('math', {
    ...titled('Learning $\\Psi$ and $R^2$-Tuning of $\\frac{A}{b}$ in MoE$^2$ for $\\ell_0$'),
    arxiv: '2401.00003',
    category: 'q-bio.NC',
  }),
  paperOf('signs', { ...titled('50% of #1: R&D, snake_case, a\\{b, c~d, x^y, <tag>, "quoted" -- or --- not \\ at $5 and $10') }),
  paperOf('single-brace', { ...titled('An opening { that nothing closes'), venue: 'Workshop on {Braces' }),
  paperOf('capitals', { ...titled('T-MAC and vLLM: LLM-Generated K-Means on iPhones, GPT-4 and 3D R-CNN, a New 2D World') }),
  paperOf('formula-like', { ...titled('=SUM(A1:A2), or: the "kettle", again'), authors: ['@Ada Spout'], authorsComplete: true }),
  paperOf('entry-like', { ...titled('@misc{x, title = {y}} and % comments\\end{document}'), venue: '@article{z' }),
]; // prettier-ignore
