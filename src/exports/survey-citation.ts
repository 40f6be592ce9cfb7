/** How to cite the survey itself: as a reference, as BibTeX, as CITATION.cff. */
import { escapedLatex } from '../corpus/inline.ts';
import { citationName, parseName } from '../corpus/names.ts';
import { asciiFolded } from '../corpus/titles.ts';

export interface SurveyCitation {
  readonly title: string;
  /** Names of people or groups; none where the survey speaks for itself. */
  readonly authors: readonly string[];
  /** The published version that is cited; null before the first. */
  readonly edition: { readonly version: string; /** YYYY-MM-DD. */ readonly date: string } | null;
  /** Public address; null when none is configured. */
  readonly url: string | null;
  readonly repository: string | null;
}

/** "Title. Version 1.2.0, 2026-11-21. https://…": what is not known is left out. */
export function surveyReference(survey: SurveyCitation): string {
  return referenceParts(survey, []);
}

/** A page as a part of the survey: "“Part”. Title. Version 1.2.0, 2026-11-21. https://…". `url`: the page's own, null to leave it out. */
export function partReference(part: string, url: string | null, survey: SurveyCitation): string {
  return referenceParts({ ...survey, url }, [`“${part}”.`]);
}

function referenceParts({ title, authors, edition, url }: SurveyCitation, part: readonly string[]): string {
  return [
    ...(authors.length === 0 ? [] : [`${authors.join(', ')}.`]),
    ...part,
    `${title}.`,
    ...(edition === null ? [] : [`Version ${edition.version}, ${edition.date}.`]),
    ...(url === null ? [] : [url]),
  ].join(' ');
}

/** One entry, ending in a newline. */
export function surveyBibtex({ title, authors, edition, url }: SurveyCitation): string {
  const [year = '', month = ''] = edition?.date.split('-') ?? [];
  const key = asciiFolded(title).replace(/[^a-z0-9]+/g, '') || 'survey';
  const fields: (readonly [string, string])[] = [
    ...(authors.length === 0 ? [] : [['author', authors.map(bibtexName).join(' and ')] as const]),
    ['title', `{${escapedLatex(title)}}`],
    ...(edition === null ? [] : [['year', year] as const, ['month', String(Number(month))] as const]),
    ...(edition === null ? [] : [['note', `Version ${edition.version}, ${edition.date}`] as const]),
    ...(url === null ? [] : [['url', url] as const]),
  ];
  return `@misc{${key}${year},\n${fields.map(([name, value]) => `  ${name} = {${value}}`).join(',\n')}\n}\n`;
}

function bibtexName(name: string): string {
  return parseName(name).isGroup ? `{${escapedLatex(name)}}` : escapedLatex(citationName(name));
}

/** CITATION.cff (Citation File Format 1.2.0). Without authors the survey stands as an entity of its own name. */
export function citationCff({ title, authors, edition, url, repository }: SurveyCitation): string {
  const named = authors.length === 0 ? [title] : authors;
  return [
    'cff-version: 1.2.0',
    'message: If you use this survey, please cite it as below.',
    'type: dataset',
    `title: ${quoted(title)}`,
    'authors:',
    ...named.flatMap((name) => cffAuthor(name, authors.length === 0)),
    ...(edition === null ? [] : [`version: ${quoted(edition.version)}`, `date-released: ${quoted(edition.date)}`]),
    ...(url === null ? [] : [`url: ${quoted(url)}`]),
    ...(repository === null ? [] : [`repository-code: ${quoted(repository)}`]),
    '',
  ].join('\n');
}

function cffAuthor(name: string, isEntity: boolean): string[] {
  const { family, given, suffix, isGroup } = parseName(name);
  if (isEntity || isGroup) return [`  - name: ${quoted(name)}`];
  return [
    `  - family-names: ${quoted(family)}`,
    ...(given === null ? [] : [`    given-names: ${quoted(given)}`]),
    ...(suffix === null ? [] : [`    name-suffix: ${quoted(suffix)}`]),
  ];
}

// JSON strings are YAML strings, whatever is in them.
function quoted(text: string): string {
  return JSON.stringify(text);
}
