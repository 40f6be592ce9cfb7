/** The pages of the captures: which there are, and what each of them gave. */
import type { CaptureAccount } from '../corpus/corpus.ts';
import { type Diagnostic, formatPlace } from '../corpus/diagnostics.ts';
import { fileNameOf } from '../corpus/source-text.ts';
import { hasMath, pageFrame, type PageFrame } from './page-frame.ts';
import { describeSource, recordAnchor, recordHref } from './provenance-wording.ts';
import type { Survey } from './survey.ts';
import { counted, formatCount, formatDate } from './wording.ts';

export interface CaptureRow {
  readonly seed: string;
  readonly href: string;
  readonly format: string;
  /** What is known of the day it was captured. */
  readonly captured: string;
  /** SHA-256 of the file, in hexadecimal digits. */
  readonly checksum: string;
  readonly records: string;
  readonly papers: string;
  readonly lines: {
    readonly total: string;
    readonly records: string;
    readonly boilerplate: string;
    readonly blank: string;
    readonly unaccounted: string;
  };
}

export interface SourcesView {
  readonly frame: PageFrame;
  readonly title: string;
  readonly lead: string;
  readonly captures: readonly CaptureRow[];
}

export interface RecordEntry {
  /** Null for further records on one line. */
  readonly anchor: string | null;
  readonly lines: string;
  readonly titleHtml: string;
  readonly href: string;
  /** The paper's other records. */
  readonly elsewhere: readonly { readonly label: string; readonly href: string | null }[];
}

export interface SourceView {
  readonly frame: PageFrame;
  readonly title: string;
  readonly lead: string;
  readonly capture: CaptureRow;
  readonly inferredYear: string | null;
  readonly records: readonly RecordEntry[];
  readonly diagnostics: readonly DiagnosticRow[];
}

export interface DiagnosticRow {
  readonly severity: Diagnostic['severity'];
  readonly code: string;
  readonly place: string;
  readonly message: string;
}

/** All captures with the account of their lines. */
export function sourcesView(survey: Survey): SourcesView {
  const { captures, counts, urls } = survey;
  const title = 'Sources';
  const lead = `The survey rests on ${counted(captures.length, 'captured listing')} with ${counted(counts.records, 'record')}, which name ${counted(counts.papers, 'paper')}.`;
  return {
    frame: pageFrame(survey, { title, description: lead, path: urls.sources(), kind: { kind: 'page' } }),
    title,
    lead,
    captures: captures.map((capture) => captureRow(capture, survey)),
  };
}

/** One capture: the account of its lines and the papers it gave, each at its place. */
export function sourceView(capture: CaptureAccount, survey: Survey): SourceView {
  const { urls } = survey;
  const title = `Capture ${capture.seed}`;
  const { total, unaccounted } = capture.lines;
  const accounted =
    unaccounted === 0
      ? 'every line that is not blank is part of a record or known boilerplate'
      : `${counted(unaccounted, 'line')} could not be understood`;
  const lead = `${counted(capture.records, 'record')} on ${counted(total, 'line')}; ${accounted}.`;
  const records = recordsOf(capture, survey);
  return {
    frame: pageFrame(survey, {
      title,
      description: `What the survey took from the captured listing ${capture.seed}: ${lead}`,
      path: urls.source(capture.slug),
      above: [{ label: 'Sources', href: urls.sources() }],
      kind: { kind: 'page' },
      hasMath: hasMath(...records.map(({ titleHtml }) => titleHtml)),
    }),
    title,
    lead,
    capture: captureRow(capture, survey),
    inferredYear: capture.inferredYear === null ? null : String(capture.inferredYear),
    records,
    diagnostics: survey.diagnostics.filter((diagnostic) => isAbout(diagnostic, capture.seed)).map(diagnosticRow),
  };
}

/** A capture as a row of a table. */
export function captureRow(capture: CaptureAccount, { urls }: Pick<Survey, 'urls'>): CaptureRow {
  const { total, records, boilerplate, blank, unaccounted } = capture.lines;
  return {
    seed: capture.seed,
    href: urls.source(capture.slug),
    format: capture.format ?? 'unknown',
    captured: describeCaptureDate(capture),
    checksum: capture.sha256 ?? 'unknown',
    records: formatCount(capture.records),
    papers: formatCount(capture.papers.length),
    lines: {
      total: formatCount(total),
      records: formatCount(records),
      boilerplate: formatCount(boilerplate),
      blank: formatCount(blank),
      unaccounted: formatCount(unaccounted),
    },
  };
}

/** When a listing was captured, as far as it says: the day it is a listing of, and the dates of its records. */
export function describeCaptureDate({ listedOn, dates }: Pick<CaptureAccount, 'listedOn' | 'dates'>): string {
  const day = listedOn === null ? 'Day not stated' : `Listing of ${listedOn}`;
  if (dates === null) return day;
  const { oldest, newest } = dates;
  const span = [oldest, newest].map((value) => formatDate({ value }));
  return oldest === newest ? `${day}; records of ${span[0] ?? ''}` : `${day}; records from ${span.join(' to ')}`;
}

/** A diagnostic as a row of a table. */
export function diagnosticRow({ severity, code, place, message, expected }: Diagnostic): DiagnosticRow {
  return {
    severity,
    code,
    place: formatPlace(place),
    message: expected === null ? `${message}.` : `${message}, expected ${expected}.`,
  };
}

function recordsOf({ seed }: CaptureAccount, survey: Survey): RecordEntry[] {
  return survey.papers
    .flatMap((paper) => paper.sources.filter((source) => source.seed === seed).map((source) => ({ paper, source })))
    .sort((a, b) => a.source.line - b.source.line)
    .map(({ paper, source }, index, all) => ({
      anchor: all[index - 1]?.source.line === source.line ? null : recordAnchor(source.line),
      lines: source.line === source.endLine ? String(source.line) : `${source.line}–${source.endLine}`,
      titleHtml: paper.title.html,
      href: survey.urls.paper(paper.id),
      elsewhere: paper.sources
        .filter((other) => other !== source)
        .map((other) => ({ label: describeSource(other), href: recordHref(other, survey) })),
    }));
}

function isAbout({ place }: Diagnostic, seed: string): boolean {
  return place.kind !== 'unavailable' && fileNameOf(place.path) === seed;
}
