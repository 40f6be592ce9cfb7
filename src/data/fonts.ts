/** The fonts of the survey, and where those cut before are kept. */
import { cacheFolder } from '../loaders/cache-folder.ts';
import { type CutFont, fontBytes } from '../site/fonts.ts';

const bytes = new Map<string, Promise<Uint8Array<ArrayBuffer>>>();

/** The bytes of one font file. */
export function bytesOfFont(file: CutFont): Promise<Uint8Array<ArrayBuffer>> {
  const before = bytes.get(file.name);
  if (before !== undefined) return before;
  const made = fontBytes(file, cacheFolder('fonts'));
  bytes.set(file.name, made);
  return made;
}

/** Has the files cut while pages are rendered; what fails is told to the one who asks for the bytes. */
export function prepareFonts(files: readonly CutFont[]): void {
  for (const file of files) bytesOfFont(file).catch(() => undefined);
}
