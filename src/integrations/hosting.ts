/** Writes `_headers`, by which hosts learn the HTTP headers of the site, from the policy that its pages carry. */
import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { filesBelow } from '../loaders/built-site.ts';
import { headersFile, type HeaderRule, hostHeaders, joinPolicies } from '../site/host-headers.ts';
import { normaliseBase } from '../site/urls.ts';
import { visitStartTags } from './html.ts';
import { policiesOf } from './security-policy.ts';

/** Has to stand after everything that writes files. */
export function hosting(): AstroIntegration {
  let base = '/';
  let policies: ReadonlySet<string> = new Set();
  return {
    name: 'hosting',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = normaliseBase(config.base);
      },
      'astro:build:generated': ({ dir }) => {
        // While Pagefind reads the pages; no policy is changed after.
        policies = policiesOfSite(fileURLToPath(dir));
      },
      'astro:build:done': async ({ dir }) => {
        const folder = fileURLToPath(dir);
        await writeFile(path.join(folder, '_headers'), headersFile(headersOfSite(folder, base, policies)));
      },
    },
  };
}

/** The headers for a finished site; its pages are the one place that says which scripts and styles may run. */
export function headersOfSite(folder: string, base: string, policies: ReadonlySet<string>): HeaderRule[] {
  const files = filesBelow(folder).filter((file) => file !== '_headers' && file !== '_redirects');
  return hostHeaders({ base, files, policy: joinPolicies(policies) });
}

/** The policies that the pages of a folder carry. */
export function policiesOfSite(folder: string): Set<string> {
  const policies = new Set<string>();
  for (const file of filesBelow(folder).filter((name) => name.endsWith('.html'))) {
    for (const policy of policiesOfHead(readFileSync(path.join(folder, file), 'utf8'))) policies.add(policy);
  }
  return policies;
}

// Policies count in the head only; the rest of the page need not be read.
function policiesOfHead(html: string): string[] {
  const end = html.indexOf('</head>');
  const policies: string[] = [];
  visitStartTags(end < 0 ? html : html.slice(0, end), (tag) => policies.push(...policiesOf([tag])));
  return policies;
}
