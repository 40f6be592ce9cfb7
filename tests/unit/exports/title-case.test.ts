import { expect, test } from 'vitest';
import { protectCapitals } from '../../../src/exports/title-case.ts';

test.each([
  ['A New Kettle', 'A New Kettle'],
  ['FlashAttention for LLMs', '{FlashAttention} for {LLMs}'],
  ['vLLM and iPhones', '{vLLM} and {iPhones}'],
  ['Large-Scale K-Means', 'Large-Scale K-Means'],
  ['LLM-Generated Code', '{LLM}-Generated Code'],
  ['T-MAC', '{T-MAC}'],
  ['Faster R-CNN', 'Faster {R-CNN}'],
  ['LLM-X-Y Study', '{LLM-X}-Y Study'],
  ['3D and 2-bit', '{3D} and 2-bit'],
  ['GPT-4 -- Done', '{GPT}-4 -- Done'],
  ['ÉCOLE and Öl', '{ÉCOLE} and Öl'],
  ['$\\ell_0$ and $R^2$-Tuning', '$\\ell_0$ and {$R^2$}-Tuning'],
  ['MoE$^2$', '{MoE}$^2$'],
  ['\\emph{LLM} \\& \\textbf{Kettle}', '\\emph{{LLM}} \\& \\textbf{Kettle}'],
  ['costs \\$5', 'costs \\$5'],
  ['', ''],
])('%s', (latex, expected) => {
  expect(protectCapitals(latex)).toBe(expected);
});
