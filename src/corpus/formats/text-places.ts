/** Offsets into a text → lines and columns, for many offsets of one text. */

export interface TextPlace {
  /** Both counted from 1, columns in UTF-16 units. */
  readonly line: number;
  readonly column: number;
}

/** The offsets at which the lines begin; lines end at LF, CRLF or CR. */
export function lineStarts(text: string): number[] {
  const starts = [0];
  for (const { index, 0: end } of text.matchAll(/\r\n|\n|\r/g)) starts.push(index + end.length);
  return starts;
}

/** Where an offset of the text stands. Each look-up is logarithmic. */
export function placesIn(text: string): (offset: number) => TextPlace {
  const starts = lineStarts(text);
  return (offset) => {
    const at = Math.min(Math.max(offset, 0), text.length);
    let [low, high] = [0, starts.length - 1];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((starts[middle] ?? 0) <= at) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: at - (starts[low] ?? 0) + 1 };
  };
}
