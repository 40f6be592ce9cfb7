import { readFileSync, writeFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasErrors } from '../../../src/corpus/diagnostics.ts';
import { discussionsByPaper } from '../../../src/corpus/discussions.ts';
import { type ProseKind, proseKindSchema } from '../../../src/corpus/prose-file.ts';
import { prosePageSchema, readProse } from '../../../src/corpus/prose.ts';
import { kettlePapers, kettleTaxonomy, proseCases, proseOfCase, reportOfCase } from '../../support/prose-case.ts';

/** `UPDATE_FIXTURES=1` writes what the checks report, to be read before it is committed; never in CI. */
const mayWrite = process.env['UPDATE_FIXTURES'] === '1' && process.env['CI'] === undefined;

function read(kind: ProseKind, name: string, text: string) {
  const sources = { topic: [], area: [], page: [], [kind]: [{ path: `${kind}s/${name}.md`, text }] };
  return readProse(sources, kettlePapers, kettleTaxonomy);
}

describe('prose of each kind', () => {
  it.each(proseCases())('%s', (name) => {
    const report = reportOfCase(name);
    const file = `tests/fixtures/prose/${name}/expected.txt`;
    if (mayWrite) writeFileSync(file, report);
    expect(report).toBe(readFileSync(file, 'utf8'));
  });
});

describe('readProse', () => {
  it('finds nothing to report in sound prose but its length', () => {
    const { diagnostics } = readProse(proseOfCase('sound'), kettlePapers, kettleTaxonomy);
    expect(hasErrors(diagnostics)).toBe(false);
    expect(diagnostics.map(({ code, place }) => [code, place.kind === 'position' && place.path])).toEqual([
      ['prose-length', 'areas/heating.md'],
      ['prose-length', 'pages/home.md'],
      ['prose-length', 'topics/whistling.md'],
    ]);
  });

  it('gives pages by kind and id, with headings and the papers in the order of their first mention', () => {
    const { pages } = readProse(proseOfCase('sound'), kettlePapers, kettleTaxonomy);
    expect(pages.map(({ kind, id }) => `${kind}/${id}`)).toEqual([
      'area/heating',
      'page/about',
      'page/home',
      'topic/boiling',
      'topic/whistling',
    ]);
    const boiling = pages[3]!;
    expect(prosePageSchema.parse(boiling)).toEqual(boiling);
    expect(boiling.title).toBe('Boiling');
    expect(boiling.headings.map(({ slug }) => slug)).toEqual(['getting-heat-in', 'keeping-heat-in']);
    expect(boiling.citations.map(({ paper, headings }) => [paper, headings.map((heading) => heading?.text)])).toEqual([
      ['kettle-one', [undefined, 'Getting heat in', 'Keeping heat in']],
      ['lid-study', [undefined, 'Keeping heat in']],
    ]);
  });

  it('does not depend on the order of files and papers', () => {
    const { topic, area, page } = proseOfCase('unsupported-number');
    const backwards = { topic: topic.toReversed(), area: area.toReversed(), page: page.toReversed() };
    expect(readProse(backwards, kettlePapers.toReversed(), kettleTaxonomy)).toEqual(
      readProse({ topic, area, page }, kettlePapers, kettleTaxonomy),
    );
  });

  it('counts words without headings, citations, code and front matter', () => {
    const text = `---\ntitle: Not counted\n---\n\n## Not counted\n\nThe well-known kettle sings [@sing].\n\n\`\`\`\nnot counted\n\`\`\`\n`;
    const length = read('topic', 'whistling', text).diagnostics.find(({ code }) => code === 'prose-length');
    expect(length?.message).toBe('5 words');
  });

  it('gives two headings of one text different places', () => {
    const { pages } = read('topic', 'whistling', '## Steam\n\nA [@sing].\n\n## Steam\n\nB [@sing].\n');
    expect(pages[0]?.headings.map(({ slug }) => slug)).toEqual(['steam', 'steam-1']);
  });

  it('does not ask pages about the survey for evidence', () => {
    const about =
      '---\ntitle: About\ndescription: What this is.\n---\n\nBuilt 14 times, 3× as fast, without a source.\n';
    expect(read('page', 'about', about).diagnostics.map(({ code }) => code)).toEqual(['no-prose']);
  });
});

describe('readProse, for any Markdown', () => {
  const pieces = [
    '[@sing]', '[@', ']', '@sing;', '[@sing; @lid-study]', '# ', '## a', '---', 'title: x', '- ', '1. ', '> ', '| a |', '|-|', '\n', '\n\n', '\r\n', ' ',
    '`', '```', '<b>', '&#8239;', '&nbsp;', '3×', '2.5x', '1,000', '10⁵', '37.5 %', 'two', 'times', 'half of', 'INT8', '.', '? ', '![', '](', '[^1]', '[^1]: ', '\uFEFF',
  ]; // prettier-ignore
  const markdown = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 400 }),
    fc.array(fc.constantFrom(...pieces), { maxLength: 60 }).map((parts) => parts.join('')),
  );

  it('never throws, and every place it names is in the file', () => {
    fc.assert(
      fc.property(fc.constantFrom(...proseKindSchema.options), markdown, (kind, text) => {
        const { pages, diagnostics } = read(kind, kind === 'page' ? 'home' : 'whistling', text);
        expect(pages).toHaveLength(1);
        const lines = text.split(/\r\n|\n|\r/);
        for (const { place } of diagnostics) {
          if (place.kind !== 'position') continue;
          expect(place.line).toBeLessThanOrEqual(lines.length);
          expect(place.column).toBeLessThanOrEqual((lines[place.line - 1]?.length ?? 0) + 1);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('reports nesting that is too deep instead of failing', () => {
    expect(() => read('topic', 'whistling', '>'.repeat(20_000))).not.toThrow();
  });
});

describe('discussionsByPaper', () => {
  it('names topics first, then areas, then pages, each with its headings in order', () => {
    const { pages } = readProse(proseOfCase('sound'), kettlePapers, kettleTaxonomy);
    const discussions = discussionsByPaper(pages);
    expect(discussions.get('kettle-one')?.map(({ kind, id, heading }) => [kind, id, heading?.slug ?? null])).toEqual([
      ['topic', 'boiling', null],
      ['topic', 'boiling', 'getting-heat-in'],
      ['topic', 'boiling', 'keeping-heat-in'],
      ['page', 'home', null],
    ]);
    expect(discussions.get('nobody')).toBeUndefined();
  });
});
