/** The fonts of the survey, and where those cut before are kept. */
import { cacheFolder } from '../loaders/cache-folder.ts';
import { fontBytes, type FontFile } from '../site/fonts.ts';

/** The bytes of one font file. */
export function bytesOfFont(file: FontFile): Promise<Uint8Array<ArrayBuffer>> {
  return fontBytes(file, cacheFolder('fonts'));
}
