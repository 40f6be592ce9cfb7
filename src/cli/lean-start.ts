/** What makes a build start lean; must be imported before what imports Astro, which loads its bundler. */
import { registerHooks } from 'node:module';

// The bundler's allocator, mimalloc, asks for pages of 2 MB, and the system clears each as a whole: half a second of
// processor time in a build. It reads this when it is loaded (https://github.com/microsoft/mimalloc#environment-options).
process.env['MIMALLOC_ALLOW_THP'] ??= '0';

// Astro loads an optimiser of drawings, 400 modules that take a fifth of a second, for an option that is not set here.
const leftOut = new URL('./left-out.ts', import.meta.url).href;
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'svgo' ? { url: leftOut, shortCircuit: true } : next(specifier, context),
});
