import tailwindcss from '@tailwindcss/vite';
import { defineConfig } from 'astro/config';
import { citationFiles } from './src/integrations/citation-files.ts';
import { hosting } from './src/integrations/hosting.ts';
import { lazyModules } from './src/integrations/lazy-modules.ts';
import { offline } from './src/integrations/offline.ts';
import { pagefind } from './src/integrations/pagefind.ts';
import { permalinks } from './src/integrations/permalinks.ts';
import { precompress } from './src/integrations/precompress.ts';
import { publish } from './src/integrations/publish.ts';
import { sitemap } from './src/integrations/sitemap.ts';
import { verify } from './src/integrations/verify.ts';
import { cacheFolder } from './src/loaders/cache-folder.ts';
import { readSiteConfig } from './src/loaders/site-config.ts';
import { locationFromEnvironment } from './src/loaders/survey-files.ts';
import { themeScriptHash } from './src/site/theme.ts';
import { normaliseBase } from './src/site/urls.ts';

// Errors of site.yaml are reported with those of the other files when the corpus is loaded.
const { config: site } = await readSiteConfig(locationFromEnvironment());

// A build asks nothing of other hosts, and tells them nothing.
process.env['ASTRO_TELEMETRY_DISABLED'] = '1';

/** For `npm run offline`: the same pages, to be opened without a server. */
const isOffline = process.env['OFFLINE'] === 'on';

const base = normaliseBase(process.env['BASE_PATH'] ?? '/');

const search = pagefind(site?.language ?? 'en');

export default defineConfig({
  ...(site?.url ? { site: site.url } : {}),
  base,
  trailingSlash: 'always',
  // Pages are written while the next are rendered, also while some wait for a font or a card.
  build: { concurrency: 8, format: 'directory', inlineStylesheets: 'never' },
  cacheDir: cacheFolder(),
  devToolbar: { enabled: false },
  security: {
    csp: {
      directives: [
        "default-src 'self'",
        "object-src 'none'",
        "frame-src 'none'",
        "worker-src 'none'",
        "base-uri 'none'",
        "form-action 'self'",
        // No script of the site makes code or markup from text, so no policy for it is needed either.
        "require-trusted-types-for 'script'",
        "trusted-types 'none'",
      ],
      scriptDirective: { hashes: [themeScriptHash] },
    },
  },
  // Highlighting writes inline styles, which the policy above forbids; the prose has no code to colour.
  markdown: { syntaxHighlight: false },
  integrations: [
    // First: Pagefind reads the pages in a process of its own while those below work.
    ...(isOffline ? [] : [search.index]),
    citationFiles(),
    sitemap(),
    permalinks(),
    isOffline ? offline() : hosting(),
    verify({ isOffline }),
    ...(isOffline ? [] : [search.completion]),
    ...(process.env['PRECOMPRESS'] === 'on' ? [precompress()] : []),
    publish(process.env['OUT_DIR'] ?? 'dist'),
  ],
  vite: {
    plugins: [tailwindcss(), lazyModules(base)],
    build: { assetsInlineLimit: 0 },
    // What several scripts share comes with the one of every page: one request instead of three.
    environments: {
      client: {
        build: {
          rolldownOptions: {
            output: {
              codeSplitting: {
                groups: [
                  {
                    name: 'page',
                    test: /vite\/preload-helper|layouts\/Base\.astro|src\/client\/(page|list-marks|list-text|elements)\.ts/,
                  },
                  // The search itself, for the search page and for the palette.
                  {
                    name: 'find',
                    test: /src\/client\/(found-pages|marked-text|page-hits|pagefind-index|query-text|vocabulary|word-index)\.ts/,
                  },
                ],
              },
            },
          },
        },
      },
    },
  },
});
