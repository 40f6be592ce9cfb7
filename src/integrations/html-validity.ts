/** Validates finished pages against the HTML standard. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { HtmlValidate } from 'html-validate';
import { type Diagnostic, diagnosticAt } from '../corpus/diagnostics.ts';

/** What is wrong with the pages `files` below `folder`, page by page; takes some milliseconds a page. */
export async function invalidHtml(folder: string, files: readonly string[]): Promise<Diagnostic[]> {
  const validator = new HtmlValidate({
    root: true,
    extends: ['html-validate:standard', 'html-validate:document', 'html-validate:a11y'],
    // Integrity hashes guard against other hosts; every file here comes from the page's own.
    rules: { 'require-sri': 'off' },
  });
  const diagnostics: Diagnostic[] = [];
  for (const file of files) {
    const html = withoutTemplates(await readFile(path.join(folder, file), 'utf8'));
    const { results } = await validator.validateString(html, file);
    for (const { line, column, message, ruleId } of results.flatMap((result) => result.messages))
      diagnostics.push(diagnosticAt('invalid-html', { path: file, line, column }, `${message} (${ruleId})`));
  }
  return diagnostics;
}

/** Blanks what stands in template elements: no one sees it before a script has filled it in. */
function withoutTemplates(html: string): string {
  return html.replace(/(?<=<template\b[^>]*>).*?(?=<\/template>)/gs, (content) => content.replace(/[^\n]/g, ' '));
}
