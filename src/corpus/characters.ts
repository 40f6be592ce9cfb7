/** Repairs on the level of characters: wrong decoding, invisible controls. */

/** A text with its wrongly decoded runs repaired, and the way back to offsets of the original. */
export interface DecodedText {
  readonly text: string;
  /** The offset in the original of an offset in `text`. */
  offsetInOriginal(offset: number): number;
}

/** The characters that Windows-1252 puts at 0x80–0x9F; undefined places are kept as C1 controls. */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
const BYTE_OF: ReadonlyMap<string, number> = new Map(
  Array.from(WINDOWS_1252).map((sign, index) => [sign, 0x80 + index]),
);

/** A lead byte of UTF-8 and what may follow it, read as Latin-1 or Windows-1252. */
const SUSPICIOUS_RUN = new RegExp(`[\\u00c2-\\u00f4][\\u0080-\\u00ff${WINDOWS_1252}]+`, 'g');

/** What repaired text may consist of; rarer results are more likely a coincidence than a repair. */
const LIKELY =
  /^[\u00a0-\u017f\u0391-\u03c9\u0401\u0410-\u0451\u1e00-\u1eff\u2000-\u2bff\u3000-\u9fff\uac00-\ud7a3\ufb00-\ufb06\uff00-\uffef\u{1d400}-\u{1d7ff}\u{1f000}-\u{1faff}]+$/u;

/**
 * Repairs text that was UTF-8 but read as Latin-1 or Windows-1252 ("Ï€" for "π"). A run is
 * replaced only when all of it decodes as UTF-8 to characters that such text is likely to hold.
 */
export function decodedText(raw: string): DecodedText {
  const shifts: { at: number; by: number }[] = [];
  let removed = 0;
  const text = raw.replace(SUSPICIOUS_RUN, (run: string, offset: number) => {
    const repaired = decodedRun(run);
    if (repaired === null) return run;
    const end = offset + run.length - removed - (run.length - repaired.length);
    removed += run.length - repaired.length;
    shifts.push({ at: end, by: removed });
    return repaired;
  });
  return {
    text,
    offsetInOriginal: (offset) => offset + (shifts.findLast((shift) => shift.at <= offset)?.by ?? 0),
  };
}

function decodedRun(run: string): string | null {
  const bytes = Array.from(run, (sign) => BYTE_OF.get(sign) ?? sign.charCodeAt(0));
  if (bytes.some((byte) => byte > 0xff)) return null;
  try {
    const decoded = new TextDecoder('utf-8', { fatal: true }).decode(new Uint8Array(bytes));
    return LIKELY.test(decoded) ? decoded : null;
  } catch {
    // Not UTF-8: the run is what it seems to be.
    return null;
  }
}

/** C0 and C1 controls (but not white space), bidirectional controls, byte-order marks, soft hyphens, zero-width spaces, word joiners, noncharacters, lone surrogates. */
const INVISIBLE =
  /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\ufffe\uffff]|\p{Surrogate}/gu;

/** The text composed (NFC), without characters that are invisible or change the reading direction. */
export function visibleText(text: string): string {
  return text.replace(INVISIBLE, '').normalize('NFC');
}

/** Every run of white space, no-break spaces too, as one space. */
export function singleSpaced(text: string): string {
  return text.replace(/\s+/g, ' ');
}
