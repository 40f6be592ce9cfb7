/** Daily Papers without blank lines: title and abstract take turns, the first title is glued to "Subscribe". */
import type { CaptureFormat } from './format.ts';
import { describeHfPapers, readHfPapers } from './hf-papers.ts';

export const hfPapersCompact: CaptureFormat = {
  id: 'hf-papers-compact',
  shape: 'title and abstract on lines of their own, no blank lines, under the header of Daily Papers',
  fit: (lines) => {
    const { certainty, spaced, metaLines, header } = describeHfPapers(lines);
    return header && !spaced && metaLines === 0 ? certainty : 0;
  },
  read: (capture) => readHfPapers(capture, { format: 'hf-papers-compact', withMeta: false }),
};
