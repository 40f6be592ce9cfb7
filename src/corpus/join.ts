/** Joins what the captures say about a paper with the bibliography and the curation. */
import { type Bibliography, type BibliographyEntry, provenanceOfStated } from './bibliography.ts';
import type { Corrections, Curation } from './curation.ts';
import { monthsBetween } from './dates.ts';
import { type Diagnostic, diagnosticAt } from './diagnostics.ts';
import { arxivMonth } from './identifiers.ts';
import { checkEntries } from './known-papers.ts';
import { formatText } from './latex.ts';
import { mergeRecords, sameSpelling, unitedValues } from './merge.ts';
import { familyKey } from './names.ts';
import { compareText } from './ordering.ts';
import type { FormattedText, PaperDraft, Provenance, PublicationDate, SourcedField } from './paper.ts';
import { type CapturePath, type IdentifiedGroup, positionOfSource } from './record-group.ts';
import { excerptOf, type Position } from './source-text.ts';
import { systemNameOf } from './titles.ts';

export interface JoinInput {
  readonly bibliography: Bibliography;
  readonly curation: Curation;
  readonly pathOf: CapturePath;
}

/** A capture's date and the month of an arXiv id may lie this far apart: papers are listed after they appear. */
const tolerableMonths = 2;

/**
 * Merges every group and completes it: the bibliography fills what the captures leave open, the
 * corrections of the curation overrule both, and dates and counts are derived where none is stated.
 * Sorted by id. Diagnostics: `merge-conflict`, `unknown-paper` or `borrowed-content`,
 * `author-count-mismatch`, `arxiv-date-mismatch`, `arxiv-conflict`, `unmatched-math`.
 */
export function joinDrafts(
  groups: readonly IdentifiedGroup[],
  input: JoinInput,
): { drafts: PaperDraft[]; diagnostics: Diagnostic[] } {
  const joined = groups.toSorted((a, b) => compareText(a.id, b.id)).map((group) => joinGroup(group, input));
  const drafts = joined.map(({ draft }) => draft);
  const diagnostics = joined.flatMap((one) => one.diagnostics);
  return { drafts, diagnostics: [...checkEntries(groups, input), ...diagnostics, ...arxivConflicts(drafts, input)] };
}

function joinGroup(group: IdentifiedGroup, input: JoinInput): { draft: PaperDraft; diagnostics: Diagnostic[] } {
  const { fields, diagnostics } = mergeRecords(group, input.pathOf);
  const draft: PaperDraft = { id: group.id, ...fields, year: null };
  const corrections = input.curation.papers.get(group.id)?.corrections ?? {};
  const unsettled = diagnostics.filter(({ field }) => !isSettled(corrections, field));
  const join = new Join(
    draft,
    input,
    unsettled.map(({ diagnostic }) => diagnostic),
  );
  // The bibliography may know the paper by the id of any of its records.
  const entryIds = [group.id, ...group.otherIds].filter((id) => input.bibliography.papers.has(id));
  for (const id of entryIds) join.complete(id);
  join.correct();
  join.derive(entryIds);
  join.check();
  return { draft: join.draft, diagnostics: join.diagnostics };
}

/** Whether a person has decided what the field holds, so that no disagreement about it is left to report. */
function isSettled(corrections: Corrections, field: SourcedField): boolean {
  return Object.hasOwn(corrections, field);
}

/** One paper on its way from merged records to a draft. */
class Join {
  draft: PaperDraft;
  readonly diagnostics: Diagnostic[];
  readonly #input: JoinInput;
  readonly #corrections: Corrections;

  constructor(draft: PaperDraft, input: JoinInput, diagnostics: Diagnostic[]) {
    this.draft = draft;
    this.#input = input;
    this.#corrections = input.curation.papers.get(draft.id)?.corrections ?? {};
    this.diagnostics = diagnostics;
  }

  /** Fills from the bibliography what is not known yet. */
  complete(id: string): void {
    const entry = this.#input.bibliography.papers.get(id);
    if (entry === undefined) return;
    const { draft } = this;
    this.#completeAuthors(id, entry);
    if (entry.arxiv !== undefined) {
      if (draft.arxiv === null) this.#set('arxiv', entry.arxiv.value, this.#stated(entry.arxiv));
      else if (draft.arxiv !== entry.arxiv.value) this.#disagree(id, 'arxiv', draft.arxiv, entry.arxiv.value);
    }
    if (entry.venue !== undefined) {
      if (draft.venue === null) this.#set('venue', entry.venue.value, this.#stated(entry.venue));
      else if (!sameSpelling(draft.venue, entry.venue.value))
        this.#disagree(id, 'venue', draft.venue, entry.venue.value);
    }
    if (entry.code !== undefined) {
      const provenance = draft.provenance.code ?? this.#stated(entry.code);
      this.#set('code', unitedValues([...draft.code, ...entry.code.value]), provenance);
    }
  }

  #completeAuthors(id: string, { authors }: BibliographyEntry): void {
    if (authors === undefined) return;
    const { draft } = this;
    const { names, complete } = withoutEtAl(authors.value);
    if (draft.authors === null || (!draft.authorsComplete && begins(names, draft.authors))) {
      if (draft.authors !== null && !complete && names.length <= draft.authors.length) return;
      this.#set('authors', names, this.#stated(authors));
      this.draft = { ...this.draft, authorsComplete: complete };
    } else if (!draft.authorsComplete || !sameNames(draft.authors, names, complete)) {
      this.#disagree(id, 'authors', draft.authors.join(', '), names.join(', '));
    }
  }

  /** Overrules with the curation. */
  correct(): void {
    const provenance: Provenance = { kind: 'curation' };
    const { title, abstract, authors, published, code, links, organizations } = this.#corrections;
    if (title !== undefined) this.#set('title', this.#format('title', title), provenance);
    if (abstract !== undefined) this.#set('abstract', this.#format('abstract', abstract), provenance);
    if (authors !== undefined) {
      this.#set('authors', authors, provenance);
      this.draft = { ...this.draft, authorsComplete: authors !== null };
      this.#set('authorCount', null, provenance);
    }
    if (published !== undefined) this.#set('published', published === null ? null : statedDate(published), provenance);
    if (code !== undefined) this.#set('code', code, provenance);
    if (links !== undefined) this.#set('links', links, provenance);
    if (organizations !== undefined) this.#set('organizations', organizations, provenance);
    for (const field of ['arxiv', 'venue', 'category'] as const) {
      const value = this.#corrections[field];
      if (value !== undefined) this.#set(field, value, provenance);
    }
  }

  #format(field: 'title' | 'abstract', raw: string): FormattedText {
    const { text, problems } = formatText(raw, { systemName: systemNameOf(this.draft.title.plain) });
    for (const { message } of problems) {
      this.diagnostics.push(diagnosticAt('unmatched-math', this.#curationPosition(field), message));
    }
    // The evidence stays what the capture says.
    return { ...text, raw: this.draft[field].raw };
  }

  /** Derives the date from the arXiv id or the bibliography's year, then year and number of authors. */
  derive(entryIds: readonly string[]): void {
    const { draft } = this;
    const month = draft.arxiv === null ? null : arxivMonth(draft.arxiv);
    if (draft.published === null && !isSettled(this.#corrections, 'published')) {
      const year = entryIds.flatMap((id) => this.#input.bibliography.papers.get(id)?.year ?? [])[0];
      if (month !== null) this.#set('published', statedDate(month), { kind: 'derived', from: 'arxiv' });
      else if (year !== undefined) this.#set('published', statedDate(String(year.value)), this.#stated(year));
    }
    const { published, authors, authorsComplete, authorCount } = this.draft;
    if (published !== null) this.#set('year', Number(published.value.slice(0, 4)), derivedFrom('published'));
    if (authorCount === null && authors !== null && authorsComplete) {
      this.#set('authorCount', authors.length, derivedFrom('authors'));
    }
  }

  /** Reports what does not fit together. */
  check(): void {
    const { published, arxiv, authors, authorsComplete, authorCount, provenance } = this.draft;
    const month = arxiv === null ? null : arxivMonth(arxiv);
    const distance = month === null || published === null ? null : monthsBetween(published.value, month);
    const isChecked = isSettled(this.#corrections, 'published') || isSettled(this.#corrections, 'arxiv');
    if (distance !== null && distance > tolerableMonths && published !== null && !isChecked) {
      const message = `${this.#title()}: ${published.value} is ${distance} months from arXiv:${String(arxiv)} (${String(month)})`;
      this.diagnostics.push(diagnosticAt('arxiv-date-mismatch', this.#placeOf('published'), message));
    }
    if (authors !== null && authorsComplete && authorCount !== null && authorCount !== authors.length) {
      const where = provenance.authors?.kind === 'capture' ? 'the capture' : 'the list found';
      const message = `${this.#title()}: ${authorCount} authors are stated, ${where} has ${authors.length}`;
      this.diagnostics.push(diagnosticAt('author-count-mismatch', this.#placeOf('authorCount'), message));
    }
  }

  #set<F extends SourcedField>(field: F, value: PaperDraft[F], provenance: Provenance): void {
    const others = Object.fromEntries(Object.entries(this.draft.provenance).filter(([name]) => name !== field));
    // A field without a value comes from nowhere.
    const known = value === null ? others : { ...others, [field]: provenance };
    this.draft = { ...this.draft, [field]: value, provenance: known };
  }

  #stated(stated: { readonly from: string; readonly agree?: number | undefined }): Provenance {
    return provenanceOfStated(this.#input.bibliography, stated);
  }

  #disagree(id: string, field: 'authors' | 'arxiv' | 'venue', kept: string, dropped: string): void {
    const { provenance } = this.draft;
    const stated = this.#input.bibliography.papers.get(id)?.[field];
    const from = provenance[field];
    if (stated === undefined || from === undefined) return;
    const conflict = { value: dropped, provenance: this.#stated(stated) };
    const conflicts = [...this.draft.conflicts, { field, kept: { value: kept, provenance: from }, dropped: conflict }];
    this.draft = { ...this.draft, conflicts };
    if (isSettled(this.#corrections, field)) return;
    const position = this.#input.bibliography.locate?.positionOf(['papers', id, field]) ?? this.#placeOf(field);
    const message = `${this.#title()}: ${field} "${excerptOf(dropped)}" differs from "${excerptOf(kept)}", which was kept`;
    this.diagnostics.push(diagnosticAt('merge-conflict', position, message));
  }

  #title(): string {
    return `"${excerptOf(this.draft.title.plain)}"`;
  }

  #placeOf(field: SourcedField): Position {
    return placeOfField(this.draft, field, this.#input);
  }

  #curationPosition(field: SourcedField): Position {
    const path = ['papers', this.draft.id, 'corrections', field];
    return this.#input.curation.locate?.positionOf(path) ?? this.#placeOf(field);
  }
}

/** Where the value of a field stands in the input; the first record where it stands nowhere. */
function placeOfField(draft: PaperDraft, field: SourcedField, { bibliography, curation, pathOf }: JoinInput): Position {
  const [first] = draft.sources;
  const provenance = draft.provenance[field];
  const source = provenance?.kind === 'capture' ? draft.sources.find((one) => isAt(one, provenance)) : undefined;
  const content = provenance?.kind === 'bibliography' ? bibliography.locate : null;
  if (content !== null && bibliography.papers.has(draft.id)) return content.positionOf(['papers', draft.id, field]);
  if (provenance?.kind === 'curation' && curation.locate !== null) {
    return curation.locate.positionOf(['papers', draft.id, 'corrections', field]);
  }
  return positionOfSource(source ?? first ?? { seed: '', line: 1, endLine: 1 }, pathOf);
}

function isAt(a: { seed: string; line: number }, b: { seed: string; line: number }): boolean {
  return a.seed === b.seed && a.line === b.line;
}

function statedDate(value: string): PublicationDate {
  const precision = value.length === 4 ? 'year' : value.length === 7 ? 'month' : 'day';
  return { value, precision, yearInferred: false };
}

function derivedFrom(from: 'published' | 'authors'): Provenance {
  return { kind: 'derived', from };
}

function withoutEtAl(names: readonly string[]): { names: string[]; complete: boolean } {
  const listed = names.filter((name) => !/^(et al\.?|others|and others)$/i.test(name.trim()));
  return { names: listed, complete: listed.length === names.length };
}

/** Whether two lists begin with the same person, by family name. */
function begins(names: readonly string[], captured: readonly string[]): boolean {
  return samePerson(names[0] ?? '', captured[0] ?? '');
}

function sameNames(captured: readonly string[], names: readonly string[], complete: boolean): boolean {
  if (complete && captured.length !== names.length) return false;
  return names.every((name, index) => samePerson(name, captured[index] ?? ''));
}

/** By family name, since given names are often abbreviated; family and given name may be interchanged. */
function samePerson(a: string, b: string): boolean {
  if (a === '' || b === '') return false;
  return sameSpelling(a, b) || (familyKey(a) !== '' && familyKey(a) === familyKey(b));
}

function arxivConflicts(drafts: readonly PaperDraft[], input: JoinInput): Diagnostic[] {
  const firsts = new Map<string, PaperDraft>();
  return drafts.flatMap((draft) => {
    if (draft.arxiv === null) return [];
    const first = firsts.get(draft.arxiv);
    if (first === undefined) firsts.set(draft.arxiv, draft);
    if (first === undefined) return [];
    const message = `"${draft.id}" has the arXiv id ${draft.arxiv} of "${first.id}"`;
    return [diagnosticAt('arxiv-conflict', placeOfField(draft, 'arxiv', input), message, 'an id of its own')];
  });
}
