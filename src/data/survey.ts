/** The only door to the collections: read once, sorted, indexed. */
import { getCollection, getEntry } from 'astro:content';
import type { CaptureAccount, CorpusCounts } from '../corpus/corpus.ts';
import type { Diagnostic } from '../corpus/diagnostics.ts';
import type { Paper } from '../corpus/paper.ts';
import type { Area, Taxonomy, Topic } from '../corpus/taxonomy.ts';
import type { SiteConfig } from '../site/config.ts';
import { makeUrls, type Urls } from '../site/urls.ts';

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
  readonly taxonomy: Taxonomy;
  /** Sorted by id. */
  readonly papers: readonly Paper[];
  readonly paperById: ReadonlyMap<string, Paper>;
  /** In the order of the taxonomy. */
  readonly areas: readonly AreaEntry[];
  readonly topics: readonly TopicEntry[];
  readonly topicById: ReadonlyMap<string, TopicEntry>;
  /** Papers without a topic, newest first. */
  readonly unsorted: readonly Paper[];
  readonly captures: readonly CaptureAccount[];
  readonly counts: CorpusCounts;
  readonly diagnostics: readonly Diagnostic[];
}

let survey: Promise<Survey> | null = null;

/** The whole survey; read at the first call, shared by every page. */
export function readSurvey(): Promise<Survey> {
  survey ??= loadSurvey();
  return survey;
}

async function loadSurvey(): Promise<Survey> {
  const [build, site] = await Promise.all([getEntry('build', 'build'), getEntry('site', 'site')]);
  if (build === undefined || site === undefined) throw new Error('The corpus was not loaded: see the messages of the content stage.');
  const papers = (await getCollection('papers')).map((entry) => entry.data).sort(byId);
  const captures = (await getCollection('captures')).map((entry) => entry.data);
  const { taxonomy, counts, diagnostics } = build.data;
  const areas = areaEntries(taxonomy, papers);
  const topics = areas.flatMap((area) => area.topics);
  return {
    site: site.data,
    urls: makeUrls(import.meta.env.BASE_URL, site.data.url),
    taxonomy,
    papers,
    paperById: new Map(papers.map((paper) => [paper.id, paper])),
    areas,
    topics,
    topicById: new Map(topics.map((entry) => [entry.topic.id, entry])),
    unsorted: papers.filter((paper) => paper.topic === null).sort(newestFirst),
    captures: captures.sort((a, b) => compareText(a.seed, b.seed)),
    counts,
    diagnostics,
  };
}

function areaEntries(taxonomy: Taxonomy, papers: readonly Paper[]): AreaEntry[] {
  const primary = Map.groupBy(papers, (paper) => paper.topic ?? '');
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

/** By date, papers without one last, then by id. */
function newestFirst(a: Paper, b: Paper): number {
  return compareText(b.published?.value ?? '', a.published?.value ?? '') || byId(a, b);
}

function byId(a: Paper, b: Paper): number {
  return compareText(a.id, b.id);
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
