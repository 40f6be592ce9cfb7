/** The survey as the site shows it: the corpus, sorted and indexed once. */
import type { Abbreviations } from '../corpus/abbreviations.ts';
import type { CaptureAccount, CorpusCounts } from '../corpus/corpus.ts';
import type { Diagnostic } from '../corpus/diagnostics.ts';
import { type Discussion, discussionsByPaper } from '../corpus/discussions.ts';
import type { VersionChanges } from '../corpus/history.ts';
import { compareText } from '../corpus/ordering.ts';
import type { Paper } from '../corpus/paper.ts';
import { countRelated } from '../corpus/related-counts.ts';
import type { ProsePage } from '../corpus/prose.ts';
import type { RemovedPaper } from '../corpus/removed.ts';
import type { Area, Taxonomy, Topic } from '../corpus/taxonomy.ts';
import type { SiteConfig } from './config.ts';
import { paperDescriptions } from './descriptions.ts';
import { type Facets, gatherFacets } from './facets.ts';
import type { SurveyFonts } from './fonts.ts';
import type { Urls } from './urls.ts';

export interface TopicEntry {
  readonly topic: Topic;
  readonly area: Area;
  /** Papers whose primary topic this is, newest first. */
  readonly papers: readonly Paper[];
  /** Papers that belong here too, newest first. */
  readonly alsoPapers: readonly Paper[];
}

export interface AreaEntry {
  readonly area: Area;
  readonly topics: readonly TopicEntry[];
  /** Number of papers whose primary topic lies in this area. */
  readonly paperCount: number;
}

export interface Survey {
  readonly site: SiteConfig;
  readonly urls: Urls;
  readonly fonts: SurveyFonts;
  readonly taxonomy: Taxonomy;
  /** What a search for one form finds as well. */
  readonly abbreviations: Abbreviations;
  /** Sorted by id. */
  readonly papers: readonly Paper[];
  readonly paperById: ReadonlyMap<string, Paper>;
  /** In the order of the taxonomy. */
  readonly areas: readonly AreaEntry[];
  readonly topics: readonly TopicEntry[];
  readonly topicById: ReadonlyMap<string, TopicEntry>;
  /** Papers by platform, modality, contribution, year and author, newest first. */
  readonly facets: Facets;
  /** Papers without a topic, newest first. */
  readonly unsorted: readonly Paper[];
  readonly captures: readonly CaptureAccount[];
  readonly counts: CorpusCounts;
  /** Sorted by kind and id. */
  readonly prose: readonly ProsePage[];
  /** For each paper the places of the prose that discuss it. */
  readonly discussions: ReadonlyMap<string, readonly Discussion[]>;
  /** What the page of each paper says of itself to search engines and previews. */
  readonly descriptions: ReadonlyMap<string, string>;
  /** For each paper, how many others it is related to: those it names and those that name it. */
  readonly relatedCounts: ReadonlyMap<string, number>;
  readonly diagnostics: readonly Diagnostic[];
  /** The published versions and what each changed, newest first. */
  readonly versions: readonly VersionChanges[];
  /** Day of the version that last changed `papers/<id>`, `topics/<id>` or `areas/<id>`. */
  readonly changedOn: ReadonlyMap<string, string>;
  /** Papers taken out of the survey, sorted by id. */
  readonly removed: readonly RemovedPaper[];
  /** Published paths, without the base, and where they are found now. */
  readonly moves: readonly { readonly from: string; readonly to: string }[];
}

/** What the collections hold, in any order. */
export type SurveyParts = Pick<
  Survey,
  | 'site'
  | 'urls'
  | 'fonts'
  | 'taxonomy'
  | 'abbreviations'
  | 'papers'
  | 'captures'
  | 'counts'
  | 'prose'
  | 'diagnostics'
  | 'versions'
  | 'changedOn'
  | 'removed'
  | 'moves'
>;

/** The survey from its parts: sorted, indexed, papers put under their topics. */
export function assembleSurvey(parts: SurveyParts): Survey {
  const papers = parts.papers.toSorted(byId);
  const prose = parts.prose.toSorted((a, b) => compareText(a.kind, b.kind) || compareText(a.id, b.id));
  const areas = areaEntries(parts.taxonomy, papers);
  const topics = areas.flatMap((area) => area.topics);
  return {
    ...parts,
    papers,
    paperById: new Map(papers.map((paper) => [paper.id, paper])),
    areas,
    topics,
    topicById: new Map(topics.map((entry) => [entry.topic.id, entry])),
    facets: gatherFacets(parts.taxonomy, papers.toSorted(newestFirst)),
    unsorted: papers.filter((paper) => paper.topic === null).sort(newestFirst),
    captures: parts.captures.toSorted((a, b) => compareText(a.seed, b.seed)),
    prose,
    discussions: discussionsByPaper(prose),
    descriptions: paperDescriptions(papers),
    relatedCounts: countRelated(papers),
  };
}

/** By date, papers without one last, then by id. */
export function newestFirst(a: Paper, b: Paper): number {
  return compareText(b.published?.value ?? '', a.published?.value ?? '') || byId(a, b);
}

function byId(a: Paper, b: Paper): number {
  return compareText(a.id, b.id);
}

function areaEntries(taxonomy: Taxonomy, papers: readonly Paper[]): AreaEntry[] {
  const primary = Map.groupBy(papers, (paper) => paper.topic);
  const also = new Map<string, Paper[]>();
  for (const paper of papers) {
    for (const topic of paper.also) also.set(topic, [...(also.get(topic) ?? []), paper]);
  }
  return taxonomy.areas.map((area) => {
    const topics = area.topics.map((topic) => ({
      topic,
      area,
      papers: (primary.get(topic.id) ?? []).toSorted(newestFirst),
      alsoPapers: (also.get(topic.id) ?? []).toSorted(newestFirst),
    }));
    return { area, topics, paperCount: topics.reduce((sum, entry) => sum + entry.papers.length, 0) };
  });
}
