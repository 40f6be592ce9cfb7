import { describe, expect, it } from 'vitest';
import { splitTitleAndAuthors } from '../../../../src/corpus/formats/author-split.ts';
import { captureWords } from '../../../../src/corpus/formats/capture-words.ts';

/** A capture whose running text says nothing about the words at the seam. */
const silent = captureWords(['We present a method that does something useful. It works well.'], []);

const others = ', Bo Li, Cy Wu et al.';

/** [last words of the title, authors as printed]; the seam is between the two. */
const clear: readonly (readonly [string, string])[] = [
  // acronyms
  ['LLMs', `Xin Ma${others}`],
  ['NPUs', `Yi Ren${others}`],
  ['MLLM', `Jiaxu Doe${others}`],
  ['BERT', `A. Roe${others}`],
  ['Type A', 'A. Roe'],
  ['vLLM', `Woo Doe${others}`],
  ['QLoRA', `Tim Roe${others}`],
  ['LoRA', `Edward Doe${others}`],
  ['AutoML', 'Frank Roe'],
  ['TensorRT', 'John Doe, Bo Li'],
  ['iOS', 'Ann Lee'],
  ['GPUs', 'T. Roe'],
  // digits and marks
  ['GPT-4', `Yifan Doe${others}`],
  ['INT8', 'Wei Ma'],
  ['3D', 'Jane Doe'],
  ['16x', 'Ann Lee'],
  ['4-bit', 'Ann Lee'],
  ['C++', 'Bjarne Roe'],
  ['Matter?', 'Hao Wu, Bo Li'],
  ['AI!', `Bo Roe${others}`],
  ['(Extended)', 'Li Wei'],
  ['"Quoted"', 'Li Wei'],
  ['“Quoted”', 'Li Wei'],
  ["'Quoted'", 'Li Wei'],
  ['$R^2$', 'Jane Doe'],
  ['<b>Bold</b>', 'Ann Lee'],
  ['llama.cpp', 'Georgi Doe'],
  // words with inner capitals
  ['FlashAttention', `Tri Doe${others}`],
  ['PyTorch', `Adam Roe${others}`],
  ['LEss Token Involvement for MOre Context Fine-tuning', `Tuowei Doe${others}`],
  // initials, hyphens, inner capitals in given names
  ['Memory', 'L. H. Roe, Bo Li'],
  ['Wands', 'J. K. Doe'],
  ['Models', 'J.K. Doe'],
  ['Models', 'J.-P. Doe'],
  ['Models', 'Md. Roe'],
  ['Models', 'Jean-Pierre Doe'],
  ['Models', 'Jun-Yan Roe'],
  ['Networks', `DongHyun Doe${others}`],
  ['Training', 'LeRoy Doe'],
  // family names with inner capitals, particles, suffixes
  ['Learning', `Brendan McRoe${others}`],
  ['Learning', 'H. Brendan McRoe, Bo Li'],
  ['Training', 'Ian McDoe'],
  ['Networks', 'Yann LeDoe, Bo Li'],
  ['Graphs', 'Zachary DeRoe'],
  ['Graphs', "Pat O'Doe"],
  ['Graphs', 'Amy MacRoe'],
  ['Data', 'Laurens van der Roe, Bo Li'],
  ['Data', 'Nando de Roe'],
  ['Models', "Alexandre d'Oe"],
  ['Models', 'Ahmed El-Roe'],
  ['Models', 'Ludwig von Roe III'],
  ['Models', 'Juan Carlos García Doe'],
  ['models', 'van den Roe, Bo Li'],
  ['models', 'de Roe'],
  // capitals beyond ASCII, scripts without capitals
  ['Models', 'Ömer Şahin'],
  ['Models', 'Łukasz Roe'],
  ['Models', 'Éva Ős'],
  ['Models', 'E\u0301va Roe'],
  ['Models', 'Šime Žic'],
  ['Models', '某某'],
  ['模型', 'Ann Lee'],
  // groups
  ['Technical Report', 'OpenExample'],
  ['LLM', 'OpenEX'],
  ['CNNs', 'OpenEX'],
  ['LLMs', 'ByteExample Seed'],
  ['Technical Report', 'DeepExample-AI, Ann Roe, Bei Doe et al.'],
  ['Technical Report', 'EXAMPLE'],
  ['Technical Report', 'Example Team'],
  ['Technical Report', 'ExampleLM Team'],
  // one, two and three authors; commas in the title
  ['Models', 'Jane Doe, DongHyun Roe'],
  ['Models', 'Jane Doe, Bo McRoe'],
  ['Prune, Quantize, and Distill', 'Jane Doe'],
  ['Prune, Quantize, Distill', 'Jane Doe, John Roe'],
  ['Faster, Smaller and more Accurate NLP Models', 'Jane Doe, John Roe, Bo Li et al.'],
];

/** Readings that nothing in the line decides: the better one is kept, and both are reported. */
const doubtful: readonly (readonly [string, string])[] = [
  ['ImageNet', 'Andrew Doe'],
  ['MapReduce', 'Jeff Roe, Bo Li'],
  ['LLM', `DongHyun Doe${others}`],
  ['FP8', 'DongHyun Doe'],
  ['SVD++', 'DongHyun Doe'],
  ['SVD++', 'ExampleLM Team'],
  ['Text2Image', 'Jane Doe'],
  ['a GTX 1080Ti', 'Jane Doe'],
];

const namesOf = (authors: string): string[] => authors.replace(/ et al\.$/, '').split(', ');

describe('splitTitleAndAuthors', () => {
  it.each(clear)('finds the seam of %j and %j without doubt', (lastWords, authors) => {
    const title = `A Study of ${lastWords}`;
    const split = splitTitleAndAuthors(`${title}${authors}`, silent);
    expect(split).toMatchObject({
      title,
      authors: namesOf(authors),
      abbreviated: authors.endsWith('et al.'),
      rival: null,
    });
  });

  it.each(doubtful)('reports a second reading of %j and %j', (lastWords, authors) => {
    const title = `A Study of ${lastWords}`;
    const split = splitTitleAndAuthors(`${title}${authors}`, silent);
    expect(split).toMatchObject({ title, authors: namesOf(authors) });
    expect(split.rival).not.toBeNull();
  });

  it('is sure of a word with inner capitals that the running text holds', () => {
    const words = captureWords(['ImageNet is a collection of images. LLMRivulet shortens prompts of an LLM.'], []);
    expect(splitTitleAndAuthors('Training on ImageNetAndrew Doe', words)).toMatchObject({
      title: 'Training on ImageNet',
      rival: null,
    });
    expect(splitTitleAndAuthors('Prompts with LLMRivuletAnn Doe', words)).toMatchObject({
      title: 'Prompts with LLMRivulet',
      rival: null,
    });
  });

  it('is sure of a name that the capture prints where no title is glued to it', () => {
    const words = captureWords([], ['DongHyun Doe']);
    expect(splitTitleAndAuthors('Prompts for an LLMDongHyun Doe, Bo Li', words)).toMatchObject({
      authors: ['DongHyun Doe', 'Bo Li'],
      rival: null,
    });
  });

  it('takes affiliations after the dot, with and without "et al."', () => {
    const split = splitTitleAndAuthors('A Study of CachesJane Doe, Bo Li · acme, Example Lab', silent);
    expect(split).toMatchObject({
      authors: ['Jane Doe', 'Bo Li'],
      organizations: ['acme', 'Example Lab'],
      abbreviated: false,
    });
    const short = splitTitleAndAuthors('A Study of CachesJane Doe, Bo Li, Cy Wu et al. · acme', silent);
    expect(short).toMatchObject({
      authors: ['Jane Doe', 'Bo Li', 'Cy Wu'],
      organizations: ['acme'],
      abbreviated: true,
    });
  });

  it('keeps the white space of the title, not that of the names', () => {
    const split = splitTitleAndAuthors('A\u00a0Study  of CachesJane\u00a0Doe,\u00a0 Bo  Li', silent);
    expect(split).toMatchObject({ title: 'A\u00a0Study  of Caches', authors: ['Jane Doe', 'Bo Li'] });
  });

  it('finds a name whose first letter was lost to a wrong encoding', () => {
    expect(splitTitleAndAuthors('A Study of Caches\uFFFDmer Doe, Bo Li', silent)).toMatchObject({
      title: 'A Study of Caches',
      authors: ['\uFFFDmer Doe', 'Bo Li'],
    });
  });

  it('names no author where no name follows the title', () => {
    for (const title of ['a title without any author', 'A Study of Sparse', 'A Study of RivuletAttention']) {
      expect(splitTitleAndAuthors(title, silent)).toMatchObject({ title, authors: [], rival: null });
    }
  });

  it('takes about as long per character for a long line as for a short one', () => {
    const line = `${'CamelCase, '.repeat(400_000)}${'X'.repeat(600_000)}Jane Doe, Bo Li`;
    const start = performance.now();
    splitTitleAndAuthors(line, silent);
    expect(performance.now() - start).toBeLessThan(3000);
  });
});
