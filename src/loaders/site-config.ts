/** Reads content/site.yaml. */
import path from 'node:path';
import { parseContentFile } from '../corpus/content-file.ts';
import { type Diagnostic, diagnosticInFile } from '../corpus/diagnostics.ts';
import { type SiteConfig, siteConfigSchema } from '../site/config.ts';
import { contentFolderOf, readText, type SurveyLocation } from './survey-files.ts';

/** The survey's own description; null with diagnostics when site.yaml is missing or wrong. SITE_URL overrules `url`. */
export async function readSiteConfig(
  location: SurveyLocation,
): Promise<{ config: SiteConfig | null; diagnostics: readonly Diagnostic[] }> {
  const file = path.join(contentFolderOf(location), 'site.yaml');
  const unreadable: Diagnostic[] = [];
  const source = await readText(file, unreadable);
  if (source === null) return { config: null, diagnostics: unreadable };
  const { data, diagnostics } = parseContentFile(source, siteConfigSchema);
  const address = process.env['SITE_URL'] || data?.url || null;
  if (data === null || address === null || URL.canParse(address)) {
    return { config: data && { ...data, url: address }, diagnostics };
  }
  const wrong = diagnosticInFile(
    'invalid-content',
    source.path,
    `SITE_URL is "${address}"`,
    'an address such as https://example.org',
  );
  return { config: { ...data, url: null }, diagnostics: [...diagnostics, wrong] };
}
