/** Daily Papers with lines under each abstract: authors or organisation, a dot, date and count of comments. */
import type { CaptureFormat } from './format.ts';
import { describeHfPapers, readHfPapers } from './hf-papers.ts';

export const hfPapersMeta: CaptureFormat = {
  id: 'hf-papers-meta',
  shape: 'title, abstract, then "• N authors" or an organisation, "·", and a date',
  fit: (lines) => {
    const { certainty, metaLines } = describeHfPapers(lines);
    return metaLines > 0 ? certainty : 0;
  },
  read: (capture) => readHfPapers(capture, { format: 'hf-papers-meta', withMeta: true }),
};
