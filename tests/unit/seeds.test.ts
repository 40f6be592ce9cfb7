import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { inferCaptureYear } from '../../src/corpus/dates.ts';
import { parseCapture } from '../../src/corpus/formats/index.ts';
import { listingSchema } from '../../src/corpus/paper.ts';

const folder = fileURLToPath(new URL('../../seeds/', import.meta.url));
const read = (seed: string) => parseCapture({ path: `seeds/${seed}`, text: readFileSync(`${folder}${seed}`, 'utf8') });

/** Seed, format, listing date, records, inferred year: as counted and read by hand. */
const captures = [
  ['000_5930549250184d8d.txt', 'hf-papers-text', 'Jul 31', 7, null],
  ['001_8cb4f93a4a798ac3.txt', 'hf-papers-compact', null, 119, null],
  ['002_10942fdd03f6d194.txt', 'hf-papers-meta', 'Apr 13', 59, 2026],
  ['003_4d601af0841d1226.txt', 'scholar-listing', null, 50, 2026],
  ['004_5198a49b558af8ba.txt', 'hf-papers-text', 'Mar 13', 97, null],
] as const;

/** First line of the record, last word of the title, first author: as a person reads the scholar listing. */
const firstAuthors = [
  [1, 'Signals', 'Shizuo Tian'],
  [4, 'Relevance', 'Li Lyna Zhang'],
  [7, 'Inference', 'Junyan Li'],
  [10, 'Devices', 'Xiangyu Li'],
  [13, 'Devices', 'Chen Tang'],
  [16, 'LLMs', 'Yijia Zhang'],
  [19, 'Inference', 'Li Lyna Zhang'],
  [22, 'Lookup', 'Xiaohu Tang'],
  [25, 'Analytics', 'Yan Lu'],
  [28, 'Inference', 'Ranggi Hwang'],
  [31, 'Devices', 'Rongjie Yi'],
  [34, 'Models', 'Yifei Liu'],
  [37, 'Codec', 'Liang Mi'],
  [40, 'Inference', 'Zhiwen Mo'],
  [43, 'Optimizations', 'Fucheng Jia'],
  [46, 'Agents', 'Xin Ding'],
  [49, 'LLMs', 'Yizhao Gao'],
  [52, 'Self-Distillation', 'Dayou Du'],
  [55, 'Memory', 'Mo Li'],
  [58, 'Deployment', 'Gaole Dai'],
  [61, 'Disaggregation', 'Tiancheng Hu'],
  [64, 'LLMs', 'Jinheng Wang'],
  [67, 'Reasoning', 'Yizhao Gao'],
  [70, 'Alignment', 'Shenghong Dai'],
  [73, 'Models', 'Yuxuan Yan'],
  [76, 'Parallelism', 'Xiangyu Li'],
  [79, 'Cache', 'Dayou Du'],
  [82, 'Models', 'Mingzhe Huang'],
  [85, 'Agents', 'Ruofei Ju'],
  [88, 'Edge', 'Jianyu Wei'],
  [91, 'Understanding', 'Yikai Zheng'],
  [94, 'Scales', 'Haozhi Han'],
  [97, 'Cognition', 'Xin Ding'],
  [100, 'Sparsity', 'Tuowei Wang'],
  [103, 'Browsers', 'Qipeng Wang'],
  [106, 'Linking', 'Tuowei Wang'],
  [109, 'Flash', 'Fucheng Jia'],
  [112, 'Accelerator', 'Guoyu Li'],
  [115, 'Management', 'Mo Li'],
  [118, 'MLLM', 'Jiaxu Qian'],
  [121, 'Reasoning', 'Chendong Wang'],
  [124, 'Smartphones', 'Zixu Hao'],
  [127, 'Collaboration', 'Gaole Dai'],
  [130, 'Inspection', 'Guoxuan Mao'],
  [133, 'Fine-tuning', 'Tuowei Wang'],
  [136, 'Models', 'Xin Ding'],
  [139, 'Modeling', 'Hao Wu'],
  [142, 'Training', 'Yijia Zhang'],
  [145, 'Recognition', 'Huiqiang Jiang'],
  [148, 'Models', 'Yijia Zhang'],
] as const;

describe('the captures of this survey', () => {
  it.each(captures)('%s is read whole', (seed, format, listedOn, records, year) => {
    const parsed = read(seed);
    expect(parsed).toMatchObject({ seed, format, listedOn, diagnostics: [] });
    expect(parsed.listings).toHaveLength(records);
    expect(parsed.lines.unaccounted).toBe(0);
    expect(parsed.lines.blank + parsed.lines.records + parsed.lines.boilerplate).toBe(parsed.lines.total);
    expect(inferCaptureYear(parsed.listings.flatMap(({ date }) => (date === null ? [] : [date])))).toBe(year);
    for (const listing of parsed.listings) expect(listingSchema.parse(listing)).toEqual(listing);
  });

  it('are five', () => {
    expect(readdirSync(folder).filter((name) => name.endsWith('.txt'))).toEqual(captures.map(([seed]) => seed));
  });

  it('have every title of the scholar listing split from its authors', () => {
    const seed = '003_4d601af0841d1226.txt';
    const { listings } = read(seed);
    expect(listings.map(({ source, title, authors }) => [source.line, title.split(' ').at(-1), authors[0]])).toEqual(
      firstAuthors,
    );
    const lines = readFileSync(`${folder}${seed}`, 'utf8').split('\n');
    for (const { source, title, authors, organizations } of listings) {
      expect(authors).toHaveLength(3);
      const tail = organizations.length === 0 ? '' : ` · ${organizations.join(', ')}`;
      expect(lines[source.line]).toBe(`${title}${authors.join(', ')} et al.${tail}`);
    }
  });
});
