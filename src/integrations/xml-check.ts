/** Checks the feeds, sitemaps and other XML files of a finished site. */
import { type Diagnostic, diagnosticAt, diagnosticInFile } from '../corpus/diagnostics.ts';
import { resolveTarget, type SiteLayout } from './site-check.ts';
import { readXml, type XmlFacts } from './xml-facts.ts';

export interface XmlCheck {
  /** Takes in one file; `file` is relative to the root of the site. */
  add(file: string, text: string): void;
  /** Everything that is wrong. `listed`: the pages that search engines should find; `named`: the files that pages name in their heads. */
  finish(listed: readonly string[], named: ReadonlySet<string>): Diagnostic[];
}

/** Starts the check of one site. */
export function checkXml(layout: SiteLayout): XmlCheck {
  const diagnostics: Diagnostic[] = [];
  const inSitemap = new Set<string>();
  const feeds: string[] = [];
  let hasSitemap = false;
  return {
    add: (file, text) => {
      const facts = readXml(text);
      diagnostics.push(...formFaults(file, facts));
      for (const { href, line, column } of facts.addresses) {
        const target = resolveTarget(href, file, layout);
        if (target.kind === 'broken') {
          diagnostics.push(
            diagnosticAt('broken-link', { path: file, line, column }, `${href} leads nowhere`, target.expected),
          );
        }
        if (target.kind === 'file' && facts.root === 'urlset') inSitemap.add(target.file);
      }
      hasSitemap ||= facts.root === 'urlset';
      if (facts.root === 'feed' || facts.root === 'OpenSearchDescription') feeds.push(file);
    },
    finish: (listed, named) => [
      ...diagnostics,
      ...(hasSitemap ? missingFrom(inSitemap, listed) : []),
      ...feeds.filter((file) => !named.has(file)).map(unnamedFeed),
    ],
  };
}

function formFaults(file: string, { faults }: XmlFacts): Diagnostic[] {
  return faults.map(({ line, column, message, expected }) =>
    diagnosticAt('invalid-xml', { path: file, line, column }, message, expected),
  );
}

function unnamedFeed(file: string): Diagnostic {
  return diagnosticInFile('unnamed-feed', file, 'no page names this file in its head', 'a link element with its type');
}

function missingFrom(inSitemap: ReadonlySet<string>, listed: readonly string[]): Diagnostic[] {
  return listed
    .filter((file) => !inSitemap.has(file))
    .map((file) =>
      diagnosticInFile('sitemap-gap', file, 'the sitemap does not name this page', 'every page to be found'),
    );
}
