/** Verifies the finished site before it is published; any fault fails the build. */
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { compareDiagnostics, hasErrors } from '../corpus/diagnostics.ts';
import { cacheFolder } from '../loaders/cache-folder.ts';
import { BuildStopped } from '../reporters/failure.ts';
import { stageReporter } from '../reporters/progress.ts';
import { formatForTerminal } from '../reporters/terminal.ts';
import { normaliseBase } from '../site/urls.ts';
import { FolderCheck } from './folder-check.ts';
import { validationBeside } from './html-validity-thread.ts';

/**
 * Has to stand after everything that writes pages and before the one that publishes them. What pages link to has to be
 * there when Astro has generated them, but for the search's own files. `isOffline`: whether the pages are to be opened
 * as files; all of them are written anew in the end.
 */
export function verify({ isOffline }: { readonly isOffline: boolean }): AstroIntegration {
  let isBuild = false;
  let started: { readonly check: FolderCheck; readonly validation: ReturnType<typeof validationBeside> } | null = null;
  let folder = '';
  let spent = 0;
  return {
    name: 'verify',
    hooks: {
      'astro:config:setup': ({ command }) => {
        isBuild = command === 'build';
      },
      'astro:config:done': ({ config }) => {
        const base = normaliseBase(config.base);
        folder = fileURLToPath(config.outDir);
        started = {
          check: new FolderCheck({ folder, base, site: config.site ?? null, isOffline }),
          validation: validationBeside({
            folder: cacheFolder('valid-html'),
            site: JSON.stringify([base, isOffline]),
          }),
        };
        // Its thread loads while the survey is read.
        if (isBuild && !isOffline) started.validation.follow(folder);
      },
      'astro:build:generated': async () => {
        const since = performance.now();
        if (!isOffline) await started?.check.begin();
        spent = performance.now() - since;
      },
      'astro:build:done': async () => {
        if (started === null) return;
        const since = performance.now();
        // In its thread, while the last pages are read here.
        const invalid = started.validation.finish(folder);
        const { diagnostics: found, pages } = started.check.finish();
        const diagnostics = [...found, ...(await invalid)].toSorted(compareDiagnostics);
        stageReporter()(`verified ${pages} pages`, spent + performance.now() - since);
        if (hasErrors(diagnostics)) {
          throw new BuildStopped(
            `The site was not published: its pages have errors.\n\n${formatForTerminal(diagnostics)}`,
          );
        }
      },
    },
  };
}
