/** Daily Papers as plain text: header, listing date, then title / blank / abstract / blank. */
import type { CaptureFormat } from './format.ts';
import { describeHfPapers, readHfPapers } from './hf-papers.ts';

export const hfPapersText: CaptureFormat = {
  id: 'hf-papers-text',
  shape: 'title and abstract on lines of their own, blank lines between',
  fit: (lines) => {
    const { certainty, spaced, metaLines } = describeHfPapers(lines);
    return spaced && metaLines === 0 ? certainty : 0;
  },
  read: (capture) => readHfPapers(capture, { format: 'hf-papers-text', withMeta: false }),
};
