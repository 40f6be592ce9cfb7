/** The fonts of the survey, and where those cut before are kept. */
import { cacheFolder } from '../loaders/cache-folder.ts';
import { type CutFont, fontBytes } from '../site/fonts.ts';

/** The bytes of one font file; the loader had it cut while the site was bundled. */
export function bytesOfFont(file: CutFont): Promise<Uint8Array<ArrayBuffer>> {
  return fontBytes(file, cacheFolder('fonts'));
}
