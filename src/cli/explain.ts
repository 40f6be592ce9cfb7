/** `survey explain`: one paper's place, reasons and sources in words. */
import { choiceOf } from '../corpus/calibration.ts';
import type { Corpus } from '../corpus/corpus.ts';
import { formatPlace } from '../corpus/diagnostics.ts';
import type { Paper, Reason } from '../corpus/paper.ts';
import { describeProvenance } from '../corpus/provenance.ts';

/** The explanation, or, for an unknown id, a message that names similar ids. */
export function explainPaper(corpus: Corpus, id: string): { found: boolean; text: string } {
  const paper = corpus.papers.find((candidate) => candidate.id === id);
  if (paper === undefined) return { found: false, text: unknownPaper(corpus, id) };
  const sections = [
    [paper.title.plain, `${paper.id}  [${paper.citeKey}]`],
    ['Topic', ...topicLines(paper)],
    ['Facets', ...facetLines(paper)],
    ['Sources', ...paper.sources.map(({ seed, line, endLine }) => `${seed}:${line}-${endLine}`), ...mergeLines(paper)],
    ['Where each field comes from', ...provenanceLines(paper)],
    [
      'Related',
      ...paper.related.map((related) => `${related.score.toFixed(3)} ${related.id} (${related.shared.join(', ')})`),
    ],
    ['Diagnostics', ...diagnosticLines(corpus, paper)],
  ];
  const text = sections
    .filter((section) => section.length > 1)
    .map(([heading, ...lines]) => [heading, ...lines.map((line) => `  ${line}`)].join('\n'))
    .join('\n\n');
  return { found: true, text: `${text}\n` };
}

function topicLines(paper: Paper): string[] {
  const chosen = paper.topic === null ? 'unclassified' : `${paper.area ?? ''} / ${paper.topic}`;
  return [
    `${chosen} (${paper.basis}, confidence ${paper.confidence.toFixed(2)})`,
    ...(paper.also.length > 0 ? [`also: ${paper.also.join(', ')}`] : []),
    ...paper.reasons.map(describeReason),
    ...automaticLines(paper),
  ];
}

/** What terms and words say, whoever has chosen. */
function automaticLines({ basis, candidates }: Paper): string[] {
  if (candidates.length === 0) return [];
  const best = `best by terms and words: ${candidates.map(({ topic, score }) => `${topic} ${score.toFixed(2)}`).join(', ')}`;
  if (basis !== 'curated') return [best];
  const choice = choiceOf(candidates);
  const alone = choice === null ? 'unclassified' : `in ${choice.topic} with confidence ${choice.confidence.toFixed(2)}`;
  return [best, `without its curator it would be ${alone}`];
}

/** "kv cache" in the title (+4.0). */
export function describeReason({ term, where, weight }: Reason): string {
  switch (where) {
    case 'curation':
      return `curated: ${term}`;
    case 'title':
    case 'abstract':
      return `"${term}" in the ${where} (${weight < 0 ? '' : '+'}${weight.toFixed(1)})`;
  }
}

function facetLines(paper: Paper): string[] {
  const facets = [
    ['platforms', paper.platforms],
    ['modalities', paper.modalities],
    ['contributions', paper.contributions],
  ] as const;
  return facets.filter(([, values]) => values.length > 0).map(([name, values]) => `${name}: ${values.join(', ')}`);
}

function mergeLines(paper: Paper): string[] {
  const merged = paper.mergedBy === null ? [] : [`merged by ${paper.mergedBy}`];
  const conflicts = paper.conflicts.map(
    ({ field, kept, dropped }) =>
      `conflict in ${field}: kept "${kept.value}" from ${describeProvenance(kept.provenance)}, ` +
      `not "${dropped.value}" from ${describeProvenance(dropped.provenance)}`,
  );
  return [...merged, ...conflicts];
}

function provenanceLines(paper: Paper): string[] {
  return Object.entries(paper.provenance).map(([field, provenance]) => `${field}: ${describeProvenance(provenance)}`);
}

/** Diagnostics whose place lies within one of the paper's records. */
function diagnosticLines(corpus: Corpus, paper: Paper): string[] {
  return corpus.diagnostics
    .filter(({ place }) => {
      if (place.kind !== 'position') return false;
      return paper.sources.some(
        ({ seed, line, endLine }) => place.path.endsWith(seed) && place.line >= line && place.line <= endLine,
      );
    })
    .map(({ place, code, message }) => `${formatPlace(place)}: ${message} [${code}]`);
}

function unknownPaper(corpus: Corpus, id: string): string {
  const words = id
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word.length > 2);
  const similar = corpus.papers
    .map((paper) => ({ id: paper.id, hits: words.filter((word) => paper.id.includes(word)).length }))
    .filter(({ hits }) => hits > 0)
    .toSorted((a, b) => b.hits - a.hits || (a.id < b.id ? -1 : 1))
    .slice(0, 5);
  const hint = similar.length === 0 ? '' : `\nSimilar ids:\n${similar.map((entry) => `  ${entry.id}`).join('\n')}`;
  return `survey: no paper has the id "${id}"${hint}\n`;
}
