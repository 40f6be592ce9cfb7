/** Validates every page of built sites against the HTML standard: `node scripts/validate-html.ts FOLDER…`. */
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { HtmlValidate, type Result } from 'html-validate';

const validator = new HtmlValidate({
  root: true,
  extends: ['html-validate:standard', 'html-validate:document', 'html-validate:a11y'],
  // Integrity hashes guard against other hosts; every file here comes from the page's own.
  rules: { 'require-sri': 'off' },
});

/** Pages below a folder, without those that the search index brings along. */
function pagesBelow(folder: string): string[] {
  return globSync('**/*.html', { cwd: folder, exclude: ['pagefind/**'] }).sort();
}

/** Blanks what stands in template elements: no one sees it before a script has filled it in. */
function withoutTemplates(html: string): string {
  return html.replace(/(?<=<template\b[^>]*>).*?(?=<\/template>)/gs, (content) => content.replace(/[^\n]/g, ' '));
}

function formatMessages({ filePath, messages }: Result): string {
  return messages
    .map(({ line, column, message, ruleId }) => `${filePath}:${line}:${column}: ${message} [${ruleId}]`)
    .join('\n');
}

let pages = 0;
let faulty = 0;
for (const folder of process.argv.slice(2)) {
  for (const file of pagesBelow(folder)) {
    const name = path.join(folder, file);
    const report = await validator.validateString(withoutTemplates(readFileSync(name, 'utf8')), name);
    pages += 1;
    if (report.valid && report.warningCount === 0) continue;
    faulty += 1;
    // One fault of the layout stands on every page: the first pages say enough.
    if (faulty <= 10) console.error(report.results.map(formatMessages).join('\n'));
  }
}
if (pages === 0) throw new Error('no pages found to validate');
console.log(`${pages} pages, ${faulty} with faults`);
process.exitCode = faulty === 0 ? 0 : 1;
