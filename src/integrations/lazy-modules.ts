/** Loads what a script imports on demand with a tenth of the code that Vite puts into every page for it. */
import type { Plugin } from 'vite';

/** Vite's own name of the module that calls of `import()` go through. */
const helper = '\0vite/preload-helper.js';

/**
 * Has the modules that one loaded on demand imports fetched beside it rather than after it; `base`: the root of the
 * site. Vite's helper also waits for styles, which no script of this site imports, and serves browsers that know no
 * `modulepreload`: they fetch the modules one after the other.
 */
export function lazyModules(base: string): Plugin {
  return {
    name: 'lazy-modules',
    enforce: 'pre',
    apply: 'build',
    applyToEnvironment: ({ config }) => config.consumer === 'client',
    load(id) {
      return id === helper ? helperCode(base) : null;
    },
    generateBundle(_, bundle) {
      for (const chunk of Object.values(bundle)) {
        if (chunk.type === 'chunk' && chunk.isDynamicEntry && (chunk.viteMetadata?.importedCss.size ?? 0) > 0)
          this.error(`${chunk.fileName} is loaded on demand and has styles, which nothing waits for`);
      }
    },
  };
}

function helperCode(base: string): string {
  return `
    export const __vitePreload = (load, names = []) => {
      for (const name of names) {
        const href = ${JSON.stringify(base)} + name;
        if (document.querySelector('link[href="' + href + '"]') === null)
          document.head.append(Object.assign(document.createElement('link'), { rel: 'modulepreload', href }));
      }
      return load();
    };
  `;
}
