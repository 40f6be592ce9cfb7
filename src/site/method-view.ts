/** The method page: the build's own account, from captures to classified papers. */
import { type DiagnosticCode, diagnosticKinds, type Severity } from '../corpus/diagnostics.ts';
import type { Conflict, Paper } from '../corpus/paper.ts';
import { describeProvenance } from '../corpus/provenance.ts';
import { papersToReview, reviewThreshold } from '../corpus/review.ts';
import { hasMath, pageFrame, type PageFrame } from './page-frame.ts';
import { type TopicLink, topicLink } from './paper-entry.ts';
import { describeMerge } from './paper-view.ts';
import { describeSource, fieldLabel, recordHref } from './provenance-wording.ts';
import { type CaptureRow, captureRow, diagnosticRow, type DiagnosticRow } from './sources-view.ts';
import type { Survey } from './survey.ts';
import { counted, formatCount } from './wording.ts';

export interface PaperReference {
  readonly titleHtml: string;
  readonly href: string;
}

export interface Stage {
  readonly label: string;
  readonly count: string;
  readonly note: string;
}

export interface MergeRow {
  readonly paper: PaperReference;
  readonly reason: string;
  readonly sources: readonly { readonly label: string; readonly href: string | null }[];
}

export interface ConflictAccount {
  readonly paper: PaperReference;
  readonly field: string;
  readonly kept: string;
  readonly dropped: string;
}

export interface Coverage {
  readonly field: string;
  readonly count: string;
  readonly share: string;
}

export interface Candidate {
  readonly topic: TopicLink;
  readonly score: string;
}

export interface DoubtfulRow {
  readonly paper: PaperReference;
  readonly confidence: string;
  readonly candidates: readonly Candidate[];
}

/** The start of a list, and how many entries were left out. */
export interface Shortened<Entry> {
  readonly shown: readonly Entry[];
  /** In words; null when nothing was left out. */
  readonly more: string | null;
}

/** A piece of a rule: plain words, or the name of a topic. */
export interface RulePart {
  readonly text: string;
  readonly href: string | null;
}

export interface DiagnosticGroup {
  readonly code: DiagnosticCode;
  readonly severity: Severity;
  readonly summary: string;
  readonly help: string;
  readonly count: string;
  readonly rows: Shortened<DiagnosticRow>;
}

export interface MethodView {
  readonly frame: PageFrame;
  readonly title: string;
  readonly stages: readonly Stage[];
  readonly captures: readonly CaptureRow[];
  readonly merges: Shortened<MergeRow>;
  readonly conflicts: Shortened<ConflictAccount>;
  readonly coverage: readonly Coverage[];
  /** Rules that keep neighbouring topics apart, with links to the topics they name. */
  readonly boundaries: readonly (readonly RulePart[])[];
  readonly threshold: string;
  /** What to say when no topic is doubtful. */
  readonly undoubted: string;
  readonly doubtful: Shortened<DoubtfulRow>;
  readonly unclassified: Shortened<DoubtfulRow>;
  readonly diagnostics: readonly DiagnosticGroup[];
}

/** Beyond this a list ends with a number: a page of ten thousand rows serves nobody. */
const longestList = 200;

/** `prose`: title and description of content/pages/method.md. */
export function methodView(survey: Survey, prose: { title: string; description: string }): MethodView {
  const { papers, captures, urls } = survey;
  const review = papersToReview(papers);
  const merged = papers.filter((paper) => paper.sources.length > 1);
  const conflicting = papers.filter((paper) => paper.conflicts.length > 0);
  const shown = [...review, ...merged, ...conflicting].map((paper) => paper.title.html);
  return {
    frame: pageFrame(survey, { ...prose, path: urls.method(), kind: { kind: 'page' }, hasMath: hasMath(...shown) }),
    title: prose.title,
    stages: stagesOf(survey),
    captures: captures.map((capture) => captureRow(capture, survey)),
    merges: shortened(merged, (paper) => mergeRow(paper, survey)),
    conflicts: shortened(conflicting.flatMap(conflictsOf), (conflict) => conflictRow(conflict, survey)),
    coverage: coverageOf(papers),
    boundaries: survey.taxonomy.boundaries.map((rule) => ruleParts(rule, survey)),
    threshold: reviewThreshold.toFixed(2),
    undoubted: noDoubt(survey),
    doubtful: shortened(review.filter(hasTopic), (paper) => doubtfulRow(paper, survey)),
    unclassified: shortened(
      review.filter((paper) => !hasTopic(paper)),
      (paper) => doubtfulRow(paper, survey),
    ),
    diagnostics: diagnosticGroups(survey),
  };
}

function shortened<Item, Entry>(items: readonly Item[], entryOf: (item: Item) => Entry): Shortened<Entry> {
  const shown = items.slice(0, longestList).map(entryOf);
  const left = items.length - shown.length;
  return { shown, more: left === 0 ? null : `${formatCount(left)} more` };
}

function noDoubt({ counts }: Survey): string {
  if (counts.byRules === 0) return 'No topic was chosen automatically.';
  return `Every topic that was chosen automatically has a confidence of at least ${reviewThreshold.toFixed(2)}.`;
}

function hasTopic({ topic }: Paper): boolean {
  return topic !== null;
}

function stagesOf({ counts }: Survey): Stage[] {
  const { captures, records, merged, removed, papers, curated, byRules, unclassified } = counts;
  return [
    { label: 'Captures', count: formatCount(captures), note: 'listings saved as text, never edited' },
    { label: 'Records', count: formatCount(records), note: 'entries recognised in the captures' },
    { label: 'Merged', count: formatCount(merged), note: 'records of a paper that another record already gave' },
    ...(removed === 0
      ? []
      : [{ label: 'Removed', count: formatCount(removed), note: 'records of papers taken out of the survey' }]),
    {
      label: 'Papers',
      count: formatCount(papers),
      note: removed === 0 ? 'records less those merged' : 'records less those merged or removed',
    },
    { label: 'Topic chosen by a curator', count: formatCount(curated), note: 'stated in content/curation.yaml' },
    {
      label: 'Topic chosen automatically',
      count: formatCount(byRules),
      note: 'by the terms of content/taxonomy.yaml and what curated papers teach',
    },
    { label: 'Unclassified', count: formatCount(unclassified), note: 'no topic fits well enough' },
  ];
}

function referenceTo(paper: Paper, { urls }: Survey): PaperReference {
  return { titleHtml: paper.title.html, href: urls.paper(paper.id) };
}

function mergeRow(paper: Paper, survey: Survey): MergeRow {
  return {
    paper: referenceTo(paper, survey),
    reason: paper.mergedBy === null ? '' : describeMerge(paper.mergedBy),
    sources: paper.sources.map((source) => ({ label: describeSource(source), href: recordHref(source, survey) })),
  };
}

interface PaperConflict extends Conflict {
  readonly paper: Paper;
}

function conflictsOf(paper: Paper): PaperConflict[] {
  return paper.conflicts.map((conflict) => ({ ...conflict, paper }));
}

function conflictRow({ paper, field, kept, dropped }: PaperConflict, survey: Survey): ConflictAccount {
  return {
    paper: referenceTo(paper, survey),
    field: fieldLabel(field),
    kept: `${kept.value} (${describeProvenance(kept.provenance)})`,
    dropped: `${dropped.value} (${describeProvenance(dropped.provenance)})`,
  };
}

function coverageOf(papers: readonly Paper[]): Coverage[] {
  const known: [field: string, has: (paper: Paper) => boolean][] = [
    ['Date', (paper) => paper.published !== null],
    ['Date to the day', (paper) => paper.published?.precision === 'day'],
    ['Date with an inferred year', (paper) => paper.published?.yearInferred === true],
    ['Authors', (paper) => paper.authors !== null],
    ['Full author list', (paper) => paper.authors !== null && paper.authorsComplete],
    ['arXiv id', (paper) => paper.arxiv !== null],
    ['Venue', (paper) => paper.venue !== null],
    ['Category', (paper) => paper.category !== null],
    ['Code', (paper) => paper.code.length > 0],
  ];
  return known.map(([field, has]) => {
    const count = papers.filter(has).length;
    const share = papers.length === 0 ? 0 : Math.round((count / papers.length) * 100);
    return { field, count: formatCount(count), share: `${share} %` };
  });
}

function doubtfulRow(paper: Paper, survey: Survey): DoubtfulRow {
  return {
    paper: referenceTo(paper, survey),
    confidence: paper.confidence.toFixed(2),
    candidates: paper.candidates.slice(0, 2).flatMap(({ topic, score }) => {
      const link = topicLink(topic, survey);
      return link === null ? [] : [{ topic: link, score: score.toFixed(1) }];
    }),
  };
}

/** Topic ids stand in backquotes: every second part. */
function ruleParts(rule: string, survey: Survey): RulePart[] {
  return rule
    .split('`')
    .map((text, index) => {
      const link = index % 2 === 0 ? null : topicLink(text, survey);
      return link === null ? { text, href: null } : { text: link.label, href: link.href };
    })
    .filter(({ text }) => text !== '');
}

const severities: readonly Severity[] = ['error', 'warning', 'note'];

function diagnosticGroups({ diagnostics }: Survey): DiagnosticGroup[] {
  const groups = [...Map.groupBy(diagnostics, ({ code }) => code)].map(([code, members]) => ({
    ...diagnosticKinds[code],
    code,
    count: counted(members.length, 'time'),
    rows: shortened(members, diagnosticRow),
  }));
  return severities.flatMap((severity) => groups.filter((group) => group.severity === severity));
}
