/** Marked text on the page. */
import type { TextPart } from './excerpt.ts';

/** Text and `<mark>` elements; never HTML from an index. */
export function markedNodes(parts: readonly TextPart[]): (Node | string)[] {
  return parts.map(({ text, marked }) => {
    if (!marked) return text;
    const mark = document.createElement('mark');
    mark.textContent = text;
    return mark;
  });
}
