/**
 * `npm run fuzz -- [--seconds N] [--seed N]`: damages captures and content files at random and looks whether each is
 * still read as promised. A text that is not is shortened and kept in tests/fixtures/regressions, where the unit
 * tests read it again; exit code 1.
 */
import { parseArgs } from 'node:util';
import { fuzzedTexts, keepRegression } from './support/fuzzed-texts.ts';
import { faultOf, fuzz, shrink } from './support/fuzzing.ts';

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '60' },
    seed: { type: 'string', default: String(Date.now() % 2 ** 31) },
  },
});
const [seconds, seed] = [Number(values.seconds), Number(values.seed)];
if (!(seconds > 0) || !Number.isInteger(seed)) throw new Error('--seconds and --seed need numbers.');

const { runs, found } = fuzz(fuzzedTexts(), seconds, seed);
console.log(`${runs} texts read, seed ${seed}`);
if (found !== null) {
  console.error(`A ${found.kind} of ${found.text.length} characters ${found.fault}`);
  const small = shrink(found);
  console.error(`kept, with ${small.text.length} characters, as ${keepRegression(small)}\n${faultOf(small) ?? ''}`);
  process.exitCode = 1;
}
