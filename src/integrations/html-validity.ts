/** Validates finished pages against the HTML standard. */
import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type ConfigData, HtmlValidate, type ResolvedConfig, StaticConfigLoader, version } from 'html-validate';
import { type Diagnostic, diagnosticAt } from '../corpus/diagnostics.ts';
import { compareText } from '../corpus/ordering.ts';
import { pageParts, withoutRepeats } from './page-parts.ts';

const rules: ConfigData = {
  root: true,
  extends: ['html-validate:standard', 'html-validate:document', 'html-validate:a11y'],
  // Integrity hashes guard against other hosts; every file here comes from the page's own.
  rules: { 'require-sri': 'off' },
};

/** What is wrong with the pages `files` below `folder`, each of them validated whole; takes some milliseconds a page. */
export async function invalidHtml(folder: string, files: readonly string[]): Promise<Diagnostic[]> {
  const validator = makeValidator(rules);
  const diagnostics: Diagnostic[] = [];
  for (const file of files) diagnostics.push(...(await faultsOf(validator, file, await readPage(folder, file))));
  return diagnostics;
}

/**
 * As `invalidHtml`, but a page whose parts all stand on pages found valid is not validated again. `memory`: a folder
 * that keeps those parts from build to build, and may be deleted at any time.
 */
export async function newlyInvalidHtml(
  folder: string,
  files: readonly string[],
  memory: string,
): Promise<{ readonly diagnostics: Diagnostic[]; readonly validated: number }> {
  const partsOf = pageParts();
  const validators = { short: makeValidator(shortRules), whole: makeValidator(rules) };
  const kept = path.join(memory, `${rulesDigest()}.txt`);
  const valid = new Set((await readFile(kept, 'utf8').catch(() => '')).split('\n'));
  const before = valid.size;
  const diagnostics: Diagnostic[] = [];
  let validated = 0;
  for (const file of await smallestFirst(folder, files)) {
    const html = await readPage(folder, file);
    // The page as it is counts as one more part, so that one that has not changed is not taken apart.
    const whole = digestOf(html);
    if (valid.has(whole)) continue;
    const parts = [...partsOf(html), whole];
    if (parts.slice(0, -1).every((part) => valid.has(part))) {
      valid.add(whole);
      continue;
    }
    const faults = await faultsOfPage(validators, file, html);
    validated += 1;
    diagnostics.push(...faults);
    if (faults.length === 0) for (const part of parts) valid.add(part);
  }
  if (valid.size > before) await keep(kept, [...valid].join('\n'));
  return { diagnostics, validated };
}

function makeValidator(configuration: ConfigData): HtmlValidate {
  return new HtmlValidate(new OneConfiguration(configuration));
}

/** The rules are worked out once, not for every page. */
class OneConfiguration extends StaticConfigLoader {
  #resolved: ResolvedConfig | Promise<ResolvedConfig> | null = null;

  override getConfigFor(file: string, configuration?: ConfigData): ResolvedConfig | Promise<ResolvedConfig> {
    this.#resolved ??= super.getConfigFor(file, configuration);
    return this.#resolved;
  }
}

async function faultsOf(validator: HtmlValidate, file: string, html: string): Promise<Diagnostic[]> {
  const { results } = await validator.validateString(html, file);
  return results
    .flatMap((result) => result.messages)
    .map(({ line, column, message, ruleId }) =>
      diagnosticAt('invalid-html', { path: file, line, column }, `${message} (${ruleId})`),
    );
}

// Of what a repeat is referred by, `readPage` knows whether it is there.
const shortRules: ConfigData = { ...rules, rules: { ...rules.rules, 'no-missing-references': 'off' } };

/** Of large pages most is repeated; what is wrong is looked for in the whole page, where it has its place. */
async function faultsOfPage({ short, whole }: Validators, file: string, html: string): Promise<Diagnostic[]> {
  const found = await faultsOf(short, file, withoutRepeats(html));
  return found.length === 0 ? [] : faultsOf(whole, file, html);
}

interface Validators {
  readonly short: HtmlValidate;
  readonly whole: HtmlValidate;
}

async function readPage(folder: string, file: string): Promise<string> {
  return withoutTemplates(await readFile(path.join(folder, file), 'utf8'));
}

/** Small pages are cheap to validate, and have most of what large ones repeat. */
async function smallestFirst(folder: string, files: readonly string[]): Promise<string[]> {
  const sized = await Promise.all(
    files.map(async (file) => ({ file, size: (await stat(path.join(folder, file))).size })),
  );
  return sized.toSorted((a, b) => a.size - b.size || compareText(a.file, b.file)).map(({ file }) => file);
}

/** Blanks what stands in template elements: no one sees it before a script has filled it in. */
function withoutTemplates(html: string): string {
  return html.replace(
    /(<template\b[^>]*>)(.*?)(?=<\/template>)/gs,
    (_, tag: string, content: string) => tag + content.replace(/[^\n]/g, ' '),
  );
}

function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 20);
}

/** What was valid under other rules is not known to be valid under these. */
function rulesDigest(): string {
  return digestOf(`${version} ${JSON.stringify(rules)}`);
}

/** In one step: a build that is killed while writing must not leave half of it. */
async function keep(file: string, text: string): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true });
  const incoming = `${file}.${String(process.pid)}`;
  await writeFile(incoming, text);
  await rename(incoming, file);
}
