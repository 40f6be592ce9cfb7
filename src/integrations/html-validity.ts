/** Validates finished pages against the HTML standard. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { type ConfigData, HtmlValidate, type ResolvedConfig, StaticConfigLoader, version } from 'html-validate';
import { type Diagnostic, diagnosticAt } from '../corpus/diagnostics.ts';
import { pageParts, withoutRepeats } from './page-parts.ts';
import { type PageMemory, ValidPages } from './valid-pages.ts';

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
  for (const file of files) diagnostics.push(...(await faultsOf(validator, file, readPage(folder, file))));
  return diagnostics;
}

export interface Judgement {
  readonly faults: Diagnostic[];
  /** Whether the page had to be validated. */
  readonly isValidated: boolean;
}

/** Reads the page `file` below `folder` and says what is wrong with it. */
export type PageJudge = (folder: string, file: string) => Promise<readonly Diagnostic[]>;

export interface RememberingJudge {
  readonly page: (folder: string, file: string) => Promise<Judgement>;
  /** Keeps what was found valid for the next build. */
  readonly keep: () => Promise<void>;
}

/**
 * Gives what is wrong with a page as `invalidHtml` does, but one whose parts all stand on pages found valid is not
 * validated again: pages of this build, however many it asks for, and those that `memory` keeps of the last.
 */
export async function newlyInvalidHtml(memory: PageMemory): Promise<RememberingJudge> {
  const partsOf = pageParts();
  const validators = { short: makeValidator(shortRules), whole: makeValidator(rules) };
  const valid = await ValidPages.open(memory, judgeName(version, await Promise.all(judgingModules.map(sourceOf))));
  return {
    page: async (folder, file) => {
      const html = readPage(folder, file);
      // One that has not changed is not taken apart.
      const whole = digestOf(html);
      if (valid.meetPage(whole)) return { faults: [], isValidated: false };
      const parts = partsOf(html);
      const isKnown = valid.hasAll(parts);
      const faults = isKnown ? [] : await faultsOfPage(validators, file, html);
      if (faults.length === 0) valid.add(whole, parts);
      return { faults, isValidated: !isKnown };
    },
    keep: () => valid.keep(),
  };
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

function readPage(folder: string, file: string): string {
  return withoutTemplates(readFileSync(path.join(folder, file), 'utf8'));
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

/** What is valid is decided by these, too. */
const judgingModules = ['page-parts.ts', 'html-validity.ts', 'valid-pages.ts'];

function sourceOf(module: string): Promise<string> {
  return readFile(new URL(module, import.meta.url), 'utf8');
}

/** What was valid to another validator, under other rules or taken apart in another way is not known to be valid. */
export function judgeName(validator: string, sources: readonly string[]): string {
  return digestOf(JSON.stringify([validator, ...sources]));
}
