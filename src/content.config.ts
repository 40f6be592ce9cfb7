/** The content collections, as Astro asks for them; `loaders/collections.ts` says what they are. */
import { createRequire } from 'node:module';
import type * as Collections from './loaders/collections.ts';

export const { collections } = import.meta.env.PROD ? nativeCollections() : await import('./loaders/collections.ts');

/**
 * Loaded by Node itself: the server with which Astro reads this file would transform the whole corpus module by module,
 * which takes a second of every build. A development server has to, to see when a module changes.
 */
function nativeCollections(): typeof Collections {
  const native: unknown = createRequire(import.meta.url)('./loaders/collections.ts');
  if (!isCollections(native)) throw new Error('loaders/collections.ts exports no collections.');
  return native;
}

function isCollections(module: unknown): module is typeof Collections {
  return typeof module === 'object' && module !== null && 'collections' in module;
}
