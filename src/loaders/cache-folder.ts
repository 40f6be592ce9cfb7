/** Where builds keep what they need not make again. */
import path from 'node:path';

/** A folder below CACHE_DIR, `.cache/astro` unless told; it need not exist, and may be deleted at any time. */
export function cacheFolder(name = ''): string {
  return path.resolve(process.env['CACHE_DIR'] ?? './.cache/astro', name);
}
