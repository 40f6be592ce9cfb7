/** What the build has to say about its input: stable codes, severities, positions, help. */
import { z } from 'zod';
import { compareText } from './ordering.ts';
import type { Position } from './source-text.ts';

const severitySchema = z.enum(['error', 'warning', 'note']);
export type Severity = z.infer<typeof severitySchema>;

interface DiagnosticKind {
  readonly severity: Severity;
  /** What happened, in a few words; the table on /method/ and the reporters show it. */
  readonly summary: string;
  /** What a maintainer can do about it. */
  readonly help: string;
}

/**
 * Every diagnostic this project can give. Codes are permanent: they may be searched for,
 * so a code is never given a second meaning.
 */
export const diagnosticKinds = {
  'unreadable-file': {
    severity: 'error',
    summary: 'A file cannot be read.',
    help: 'Check that the file exists, is a plain text file and may be read.',
  },
  'invalid-utf8': {
    severity: 'warning',
    summary: 'A file holds bytes that are not UTF-8.',
    help: 'Capture the page again as UTF-8; the damaged characters are shown as �.',
  },
  'empty-capture': {
    severity: 'warning',
    summary: 'A capture holds no text.',
    help: 'Remove the file from seeds/ or capture the page again.',
  },
  'no-captures': {
    severity: 'error',
    summary: 'The folder of captures is empty.',
    help: 'Put at least one captured listing into seeds/, or name the right folder with --seeds.',
  },
  'unknown-format': {
    severity: 'error',
    summary: 'A capture is in none of the known listing formats.',
    help: 'CONTRIBUTING.md, "A listing format", says how to add one.',
  },
  'unaccounted-line': {
    severity: 'error',
    summary: 'A line is neither part of a record nor known boilerplate.',
    help: 'Capture the page again; if the site has a new element, add it to the format.',
  },
  'truncated-record': {
    severity: 'error',
    summary: 'A record is incomplete and was left out.',
    help: 'Capture the page again to its end.',
  },
  'invalid-record': {
    severity: 'error',
    summary: 'A record does not fit the schema and was left out.',
    help: 'Compare the lines with the format described in seeds/README.md.',
  },
  'invalid-date': {
    severity: 'warning',
    summary: 'A date does not exist; the record is kept without it.',
    help: 'Correct it in content/curation.yaml.',
  },
  'year-unknown': {
    severity: 'warning',
    summary: 'A date has no year, and the capture has no other date to infer it from.',
    help: 'Give the date in content/curation.yaml.',
  },
  'uncertain-author-split': {
    severity: 'warning',
    summary: 'Where the title ends and the first author begins is not certain.',
    help: 'Check the title; correct it in content/curation.yaml.',
  },
  'unmatched-math': {
    severity: 'warning',
    summary: 'A formula could not be set and is shown as it was captured.',
    help: 'Correct the text in content/curation.yaml.',
  },
  'damaged-character': {
    severity: 'warning',
    summary: 'A character was damaged before the capture and cannot be restored; it is shown as captured.',
    help: 'Correct the text in content/curation.yaml.',
  },
  'unknown-macro': {
    severity: 'warning',
    summary: 'A LaTeX macro of the authors is not known; its name or argument is shown.',
    help: 'Correct the text in content/curation.yaml.',
  },
  'named-macro': {
    severity: 'note',
    summary: 'A LaTeX macro stands for the system; the name in the title was put in its place.',
    help: 'Nothing to do if the name is right; else correct the text in content/curation.yaml.',
  },
  'doubtful-link': {
    severity: 'warning',
    summary: 'A web address seems to be cut; only the part that is certain was kept.',
    help: 'Give the address in content/curation.yaml.',
  },
  'withheld-text': {
    severity: 'warning',
    summary: 'The captured page withheld a piece of text that looks like a mail address.',
    help: 'Look the text up in the paper and correct it in content/curation.yaml.',
  },
  'merge-conflict': {
    severity: 'warning',
    summary: 'Two sources disagree about a field of one paper.',
    help: 'The first source was kept; overrule it in content/curation.yaml.',
  },
  'near-duplicate': {
    severity: 'warning',
    summary: 'Two papers look alike but were not merged.',
    help: 'If they are one, name the merge in content/curation.yaml.',
  },
  'duplicate-record': {
    severity: 'note',
    summary: 'A record repeats a paper that another record already gave; they were merged.',
    help: 'Nothing to do.',
  },
  'duplicate-id': {
    severity: 'error',
    summary: 'Two papers would have the same id.',
    help: 'Give one of them another id in content/permalinks.txt.',
  },
  'duplicate-entry': {
    severity: 'error',
    summary: 'A content file names the same paper, topic or area twice.',
    help: 'Keep one of the two entries.',
  },
  'malformed-yaml': {
    severity: 'error',
    summary: 'A content file is not valid YAML.',
    help: 'Correct the syntax at the place named.',
  },
  'invalid-content': {
    severity: 'error',
    summary: 'A content file does not fit its schema.',
    help: 'Compare with the schema in src/corpus and with the neighbouring entries.',
  },
  'missing-content': {
    severity: 'error',
    summary: 'A content file that the survey needs is missing.',
    help: 'Restore the file, or start from the one in this repository.',
  },
  'unknown-paper': {
    severity: 'error',
    summary: 'A content file names a paper that no capture holds.',
    help: 'Correct the id; `survey export` lists all ids.',
  },
  'unknown-topic': {
    severity: 'error',
    summary: 'A content file names a topic that taxonomy.yaml does not define.',
    help: 'Correct the id or add the topic to content/taxonomy.yaml.',
  },
  'unknown-area': {
    severity: 'error',
    summary: 'A content file names an area that taxonomy.yaml does not define.',
    help: 'Correct the name or add the area to content/taxonomy.yaml.',
  },
  'unknown-page': {
    severity: 'error',
    summary: 'A file of content/pages belongs to no page of the site.',
    help: 'Correct the name of the file, or remove it.',
  },
  'unknown-citation': {
    severity: 'error',
    summary: 'Prose cites a paper that no capture holds.',
    help: 'Correct the id; it is the last part of the address of the paper’s page.',
  },
  'malformed-citation': {
    severity: 'error',
    summary: 'A citation in prose is not understood.',
    help: 'Write [@paper-id], or [@first; @second] for several; not in headings.',
  },
  'heading-level': {
    severity: 'error',
    summary: 'A heading of prose is of the page’s own level, or skips a level.',
    help: 'Begin with "##"; below it comes "###".',
  },
  'uncited-paragraph': {
    severity: 'error',
    summary: 'A paragraph, list item or table row of a topic’s prose cites no paper.',
    help: 'Cite the papers it rests on; only a paragraph that ends in a colon before a list may go without.',
  },
  'unsupported-number': {
    severity: 'error',
    summary: 'A number in prose stands in no abstract cited in its sentence.',
    help: 'Correct the number, or cite the paper that states it in the same sentence.',
  },
  'uncited-paper': {
    severity: 'error',
    summary: 'The prose of a topic nowhere cites one of its papers.',
    help: 'Discuss the paper, or list it under a heading that says why it stands apart.',
  },
  'uncited-new-paper': {
    severity: 'warning',
    summary: 'The prose of a topic does not cite a paper that was placed in it automatically.',
    help: 'Confirm the topic in content/curation.yaml and discuss the paper, or name the right topic.',
  },
  'missing-prose': {
    severity: 'error',
    summary: 'A topic or area has no prose.',
    help: 'Write the file; CONTRIBUTING.md says how.',
  },
  'no-prose': {
    severity: 'note',
    summary: 'The survey has no prose at all.',
    help: 'Nothing to do; CONTRIBUTING.md says how prose is written.',
  },
  'copied-sentence': {
    severity: 'error',
    summary: 'A sentence of prose is word for word one of an abstract.',
    help: 'Say it in other words, or say what it means beside other papers.',
  },
  'copied-words': {
    severity: 'warning',
    summary: 'A sentence of prose shares many words in a row with an abstract that it cites.',
    help: 'Say it in other words.',
  },
  'prose-length': {
    severity: 'warning',
    summary: 'A text is shorter or longer than those of its kind.',
    help: 'Topics have 250 to 600 words, areas 200 to 400, the home page about 400.',
  },
  'unknown-facet': {
    severity: 'error',
    summary: 'A content file names a facet value that taxonomy.yaml does not define.',
    help: 'Correct the value or add it to content/taxonomy.yaml.',
  },
  'borrowed-content': {
    severity: 'note',
    summary: 'Entries of borrowed content files name papers that these captures do not hold.',
    help: 'Nothing to do: the entries belong to another set of captures.',
  },
  'arxiv-date-mismatch': {
    severity: 'warning',
    summary: 'The date in a capture and the arXiv id disagree by more than two months.',
    help: 'Check both; the capture’s date was kept. Correct the wrong one in content/curation.yaml.',
  },
  'author-count-mismatch': {
    severity: 'warning',
    summary: 'The number of authors in a capture differs from the author list found.',
    help: 'Check the author list in content/bibliography.yaml.',
  },
  'arxiv-conflict': {
    severity: 'error',
    summary: 'Two papers carry the same arXiv id.',
    help: 'Correct the wrong id in content/bibliography.yaml, or name the merge in content/curation.yaml.',
  },
  'unclassified-paper': {
    severity: 'warning',
    summary: 'No topic fits a paper well enough.',
    help: 'Name its topic in content/curation.yaml.',
  },
  'permalink-unknown-form': {
    severity: 'error',
    summary: 'A line of content/permalinks.txt is not understood.',
    help: 'A line is a URL path, optionally followed by " -> " and its target.',
  },
  'vanished-url': {
    severity: 'error',
    summary: 'A published URL is neither built nor redirected.',
    help: '`npm run -s survey -- permalinks --write` enters papers that were merged, and authors, years and facets without papers. For anything else name its new place in content/permalinks.txt, or enter the paper in content/removed.yaml.',
  },
  'returned-url': {
    severity: 'error',
    summary: 'A URL that is listed as moved has a page of its own again.',
    help: '`npm run -s survey -- permalinks --write` takes the move out of content/permalinks.txt.',
  },
  'citation-key-unknown-form': {
    severity: 'error',
    summary: 'A line of content/citation-keys.txt is not understood.',
    help: 'A line is the id of a paper and its citation key.',
  },
  'removed-paper': {
    severity: 'note',
    summary: 'A paper of the captures is left out because content/removed.yaml says so.',
    help: 'Nothing to do; its address tells when and why.',
  },
  'history-conflict': {
    severity: 'error',
    summary: 'A file of content/history does not follow from the versions before it.',
    help: 'Files of the history are written by `survey publish` and not edited afterwards.',
  },
  'broken-link': {
    severity: 'error',
    summary: 'A link of the built site leads nowhere.',
    help: 'Correct the link where the page is made, or the prose in content/ that holds it.',
  },
  'broken-anchor': {
    severity: 'error',
    summary: 'A link of the built site names a place that its page does not have.',
    help: 'Correct the part behind "#"; headings get their ids from their text.',
  },
  'duplicate-element-id': {
    severity: 'error',
    summary: 'An id stands twice on one page.',
    help: 'Give one of the elements another id or heading.',
  },
  'missing-element-id': {
    severity: 'error',
    summary: 'An element names another of its page by an id that is not there.',
    help: 'Correct the label or reference in the component that makes it.',
  },
  'duplicate-page-title': {
    severity: 'error',
    summary: 'Two pages have the same title.',
    help: 'Say in the title what sets the page apart.',
  },
  'duplicate-page-description': {
    severity: 'error',
    summary: 'Two pages have the same description.',
    help: 'Say in the description what sets the page apart; search engines show it.',
  },
  'unreachable-page': {
    severity: 'error',
    summary: 'No chain of links leads from the home page to a page.',
    help: 'Link to the page from a list or from the navigation.',
  },
  'distant-paper': {
    severity: 'error',
    summary: 'A paper is more than four clicks from the home page.',
    help: 'Link to the list that holds the paper from nearer to the home page.',
  },
  'unindexed-paper': {
    severity: 'error',
    summary: 'The search index does not hold the page of a paper.',
    help: 'The page needs an element with data-pagefind-body, and the index has to be made from the finished pages.',
  },
  'inline-script': {
    severity: 'error',
    summary: 'A page holds a script that its security policy does not allow.',
    help: 'Move the script to src/client, or name its hash in the policy (astro.config.ts).',
  },
  'invalid-html': {
    severity: 'error',
    summary: 'A page is not valid HTML.',
    help: 'Correct the component that makes this part of the page.',
  },
  'unnamed-feed': {
    severity: 'error',
    summary: 'A feed or search description is not named in the head of any page, so no program finds it.',
    help: 'Name it in the frame of its page (src/site/page-frame.ts).',
  },
  'missing-capture': {
    severity: 'error',
    summary: 'A capture whose page was published is not there.',
    help: 'Put the file back under its old name: captures are evidence and stay. A paper is taken out in content/removed.yaml.',
  },
  'invalid-xml': {
    severity: 'error',
    summary: 'A feed, sitemap or description is not well-formed or lacks what its format asks for.',
    help: 'Correct the writer in src/exports that makes the file.',
  },
  'sitemap-gap': {
    severity: 'error',
    summary: 'The sitemap leaves out a page that is to be found.',
    help: 'The sitemap has to be written after all pages (astro.config.ts).',
  },
  'page-metadata': {
    severity: 'error',
    summary: 'A page lacks its title, description, language, main heading, canonical address or security policy.',
    help: 'Pages get these from the layout; hand it what is missing.',
  },
  'external-request': {
    severity: 'error',
    summary: 'A page loads something from another host.',
    help: 'Ship the file with the site.',
  },
  'link-with-opener': {
    severity: 'error',
    summary: 'A link to another site does not say rel="noopener".',
    help: 'Make it with the component ExternalLink; prose gets it by itself.',
  },
  'unstyled-class': {
    severity: 'error',
    summary: 'A page uses a class whose stylesheet it does not load.',
    help: 'Add the stylesheet to that of the kind of page, in src/styles/pages/.',
  },
  'inline-code': {
    severity: 'error',
    summary: 'A page holds code or styles in attributes.',
    help: 'Use scripts and classes; text from captures has to be escaped.',
  },
} as const satisfies Record<string, DiagnosticKind>;

export type DiagnosticCode = keyof typeof diagnosticKinds;

const placeSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('position'),
    path: z.string(),
    line: z.int().positive(),
    column: z.int().positive(),
  }),
  z.object({ kind: z.literal('file'), path: z.string() }),
  z.object({ kind: z.literal('unavailable') }),
]);
/** Where something stands: an exact place, a whole file, or nowhere in the input. */
export type DiagnosticPlace = z.infer<typeof placeSchema>;

export const diagnosticSchema = z.object({
  code: z.custom<DiagnosticCode>((value) => typeof value === 'string' && Object.hasOwn(diagnosticKinds, value)),
  severity: severitySchema,
  place: placeSchema,
  /** What is wrong, with the offending excerpt; ends without a full stop. */
  message: z.string(),
  /** What would have been right; the reporters print it as ", expected …". */
  expected: z.string().nullable(),
});
export type Diagnostic = z.infer<typeof diagnosticSchema>;

/** A diagnostic at an exact place; severity comes from the table. */
export function diagnosticAt(
  code: DiagnosticCode,
  position: Position,
  message: string,
  expected: string | null = null,
): Diagnostic {
  const { path, line, column } = position;
  return {
    code,
    severity: diagnosticKinds[code].severity,
    place: { kind: 'position', path, line, column },
    message,
    expected,
  };
}

/** A diagnostic about a whole file. */
export function diagnosticInFile(
  code: DiagnosticCode,
  path: string,
  message: string,
  expected: string | null = null,
): Diagnostic {
  return { code, severity: diagnosticKinds[code].severity, place: { kind: 'file', path }, message, expected };
}

/** A diagnostic that belongs to no place in the input. */
export function diagnosticWithoutPlace(
  code: DiagnosticCode,
  message: string,
  expected: string | null = null,
): Diagnostic {
  return { code, severity: diagnosticKinds[code].severity, place: { kind: 'unavailable' }, message, expected };
}

/** `file:line:column`, as far as known. */
export function formatPlace(place: DiagnosticPlace): string {
  switch (place.kind) {
    case 'position':
      return `${place.path}:${place.line}:${place.column}`;
    case 'file':
      return place.path;
    case 'unavailable':
      return '(no place)';
  }
}

/** Whether any of the diagnostics must stop a build. */
export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some((diagnostic) => diagnostic.severity === 'error');
}

/** By file, line, column, then code and message: the order every reporter prints. */
export function compareDiagnostics(a: Diagnostic, b: Diagnostic): number {
  const [left, right] = [sortKeyOf(a), sortKeyOf(b)];
  return (
    compareText(left.path, right.path) ||
    left.line - right.line ||
    left.column - right.column ||
    compareText(a.code, b.code) ||
    compareText(a.message, b.message)
  );
}

function sortKeyOf({ place }: Diagnostic): { path: string; line: number; column: number } {
  switch (place.kind) {
    case 'position':
      return place;
    case 'file':
      return { path: place.path, line: 0, column: 0 };
    case 'unavailable':
      return { path: '', line: 0, column: 0 };
  }
}
