/** The maintainer's command line; data goes to standard output, messages to standard error. */
import { parseArgs } from 'node:util';
import { buildCorpus } from '../corpus/build-corpus.ts';
import type { Corpus } from '../corpus/corpus.ts';
import { compareDiagnostics, type Diagnostic, hasErrors } from '../corpus/diagnostics.ts';
import { papersJson } from '../exports/papers-json.ts';
import { citationCff } from '../exports/survey-citation.ts';
import { readSiteConfig } from '../loaders/site-config.ts';
import { readSurveyFiles, type SurveyLocation } from '../loaders/survey-files.ts';
import { formatForGithub } from '../reporters/github.ts';
import { formatAsJson } from '../reporters/json.ts';
import { formatForTerminal } from '../reporters/terminal.ts';
import type { SiteConfig } from '../site/config.ts';
import { surveyCitation } from '../site/survey-citation.ts';
import { makeUrls, type Urls } from '../site/urls.ts';
import { explainPaper } from './explain.ts';
import { publishVersion, reportChanges, reportPermalinks, type VersionRequest } from './publication.ts';
import { reviewPapers } from './review.ts';
import { newSurvey, surveyFolder, SurveyFolderError } from './survey-folder.ts';

const usage = `Usage: npm run -s survey -- COMMAND [--survey DIR] [--seeds DIR] [--content DIR]

  new DIR                                 set up another survey in a new folder
  check [--format terminal|github|json]   report on every capture and content file
  export                                  all papers as JSON
  explain PAPER-ID                        why a paper is where it is, and where its data come from
  review                                  papers whose topic is doubtful or missing
  cite                                    CITATION.cff of this survey
  changes                                 what has changed since the last version
  permalinks [--site DIR] [--write]       addresses and citation keys of the built site that no ledger holds yet
  publish --version N --date YYYY-MM-DD [--note TEXT] [--site DIR] [--dry-run]
                                          make a version of the present state
`;

interface Outcome {
  /** For standard output. */
  readonly data: string;
  /** For standard error. */
  readonly messages: string;
  readonly exitCode: 0 | 1 | 2;
}

interface Input {
  readonly corpus: Corpus;
  readonly diagnostics: readonly Diagnostic[];
  /** Null when site.yaml cannot be used. */
  readonly site: SiteConfig | null;
}

async function run(args: readonly string[]): Promise<Outcome> {
  const parsed = parseCommand(args);
  if (typeof parsed === 'string') return { data: '', messages: `survey: ${parsed}\n\n${usage}`, exitCode: 2 };
  const { command, operand, location, format, site, write, ...request } = parsed;
  if (command === undefined) return { data: '', messages: usage, exitCode: 2 };
  switch (command) {
    case 'new':
      return setUp(operand);
    case 'check':
      return check(await read(location), format);
    case 'export':
      return exportPapers(await read(location));
    case 'explain':
      return explain(await read(location), operand);
    case 'cite':
      return cite(await read(location));
    case 'review':
      return review(await read(location));
    case 'changes':
    case 'permalinks':
    case 'publish':
      return publication(command, await read(location), { location, site, write, request });
    default:
      return { data: '', messages: `survey: unknown command "${command}"\n\n${usage}`, exitCode: 2 };
  }
}

/** The parts of the command line, or what is wrong with it. */
function parseCommand(args: readonly string[]) {
  try {
    const { positionals, values } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        survey: { type: 'string' },
        seeds: { type: 'string' },
        content: { type: 'string' },
        format: { type: 'string', default: 'terminal' },
        site: { type: 'string' },
        write: { type: 'boolean', default: false },
        version: { type: 'string' },
        date: { type: 'string' },
        note: { type: 'string' },
        'dry-run': { type: 'boolean', default: false },
      },
    });
    const folder = values.survey === undefined ? null : surveyFolder(values.survey);
    const location: SurveyLocation = {
      seeds: values.seeds ?? folder?.seeds ?? null,
      content: values.content ?? folder?.content ?? null,
    };
    const site = values.site ?? process.env['OUT_DIR'] ?? folder?.site ?? 'dist';
    const { format, write, version, date, note, 'dry-run': dryRun } = values;
    const [command, operand] = positionals;
    return { command, operand, location, format, site, write, version, date, note, dryRun };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** Sets up another survey and says what to do with it. */
function setUp(name: string | undefined): Outcome {
  if (name === undefined)
    return { data: '', messages: `survey: new needs the name of a folder\n\n${usage}`, exitCode: 2 };
  try {
    const folder = newSurvey(name);
    const messages = `A new survey is in ${folder}; its README.md says how to go on.\nnpm start -- ${name}\n`;
    return { data: '', messages, exitCode: 0 };
  } catch (error) {
    if (!(error instanceof SurveyFolderError)) throw error;
    return { data: '', messages: `survey: ${error.message}\n`, exitCode: 1 };
  }
}

async function read(location: SurveyLocation): Promise<Input> {
  const [files, site] = await Promise.all([readSurveyFiles(location), readSiteConfig(location)]);
  const corpus = buildCorpus(files);
  const diagnostics = [...corpus.diagnostics, ...site.diagnostics].toSorted(compareDiagnostics);
  return { corpus, diagnostics, site: site.config };
}

function check({ corpus, diagnostics }: Input, format: string): Outcome {
  const exitCode = hasErrors(diagnostics) ? 1 : 0;
  const { captures, records, merged, removed, papers, curated, byRules, unclassified } = corpus.counts;
  const summary =
    `${captures} captures: ${records} records, ${merged} merged, ${removed} removed, ${papers} papers\n` +
    `topics: ${curated} curated, ${byRules} by rules, ${unclassified} unclassified\n`;
  switch (format) {
    case 'terminal':
      return { data: '', messages: `${formatForTerminal(diagnostics)}\n\n${summary}`, exitCode };
    case 'github':
      return { data: `${formatForGithub(diagnostics)}\n`, messages: summary, exitCode };
    case 'json':
      return { data: `${formatAsJson(diagnostics)}\n`, messages: summary, exitCode };
    default:
      return {
        data: '',
        messages: `survey: unknown format "${format}", expected terminal, github or json\n`,
        exitCode: 2,
      };
  }
}

function exportPapers({ corpus, diagnostics, site }: Input): Outcome {
  const urls = urlsOf(site);
  const data = papersJson(corpus.papers, (id) => urls.absolute(urls.paper(id)) ?? urls.paper(id));
  return { data, ...errorsOf(diagnostics) };
}

function cite({ corpus, diagnostics, site }: Input): Outcome {
  if (site === null) return { data: '', ...errorsOf(diagnostics) };
  const { versions } = corpus.history;
  return { data: citationCff(surveyCitation({ site, urls: urlsOf(site), versions })), ...errorsOf(diagnostics) };
}

function urlsOf(site: SiteConfig | null): Urls {
  return makeUrls(process.env['BASE_PATH'] ?? '/', site?.url ?? null);
}

function explain({ corpus, diagnostics }: Input, id: string | undefined): Outcome {
  if (id === undefined)
    return { data: '', messages: `survey: explain needs the id of a paper\n\n${usage}`, exitCode: 2 };
  const explanation = explainPaper(corpus, id);
  if (explanation.found) return { data: explanation.text, ...errorsOf(diagnostics) };
  return { data: '', messages: explanation.text, exitCode: 1 };
}

function review({ corpus, diagnostics }: Input): Outcome {
  return { data: reviewPapers(corpus), ...errorsOf(diagnostics) };
}

interface PublicationOptions {
  readonly location: SurveyLocation;
  readonly site: string;
  readonly write: boolean;
  readonly request: VersionRequest;
}

/** The commands that keep what was published; with errors in the input they say nothing but those. */
async function publication(
  command: 'changes' | 'permalinks' | 'publish',
  { corpus, diagnostics }: Input,
  { location, site, write, request }: PublicationOptions,
): Promise<Outcome> {
  if (hasErrors(diagnostics)) return { data: '', ...errorsOf(diagnostics) };
  switch (command) {
    case 'changes':
      return reportChanges(corpus);
    case 'permalinks':
      return reportPermalinks({ corpus, location, site }, write);
    case 'publish':
      return publishVersion({ corpus, location, site }, request);
  }
}

/** Errors are told with every command, since they mean that something is missing from its data. */
function errorsOf(diagnostics: readonly Diagnostic[]): { messages: string; exitCode: 0 | 1 } {
  const errors = diagnostics.filter((diagnostic) => diagnostic.severity === 'error');
  return errors.length === 0
    ? { messages: '', exitCode: 0 }
    : { messages: `${formatForTerminal(errors)}\n`, exitCode: 1 };
}

const { data, messages, exitCode } = await run(process.argv.slice(2));
process.stderr.write(messages);
process.stdout.write(data);
process.exitCode = exitCode;
