/** One corpus stage in a process of its own: prints the time of each stage and what came out as JSON. */
import { buildCorpus } from '../../src/corpus/build-corpus.ts';
import { locationFromEnvironment, readSurveyFiles } from '../../src/loaders/survey-files.ts';

const stages: Record<string, number> = {};
let last = performance.now();
const lap = (stage: string): void => {
  const now = performance.now();
  stages[stage] = now - last;
  last = now;
};

const files = await readSurveyFiles(locationFromEnvironment());
lap('read');
const { counts, diagnostics, papers } = buildCorpus(files, lap);
lap('finish');
const errors = diagnostics
  .filter(({ severity }) => severity === 'error')
  .map(({ code, message }) => `${code}: ${message}`);
const fewestRelated = papers.reduce((fewest, paper) => Math.min(fewest, paper.related.length), Infinity);
console.log(JSON.stringify({ stages, counts, errors, fewestRelated }));
