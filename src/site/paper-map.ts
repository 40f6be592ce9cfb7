/** A map on which like papers stand near each other. */
import { keepApart, type LetterSize, placeLabels } from '../charts/map-labels.ts';
import { type Edge, layOutNeighbours, type Point } from '../charts/neighbour-layout.ts';
import { type Box, separate } from '../charts/separate.ts';
import type { Paper } from '../corpus/paper.ts';
import { areaClass } from './area-class.ts';
import type { Survey, TopicEntry } from './survey.ts';
import { formatCount } from './wording.ts';

/** A paper on the map; places are percentages of its width and height. */
export interface MapDot {
  readonly x: number;
  readonly y: number;
  readonly href: string;
  readonly title: string;
}

export interface MapArea {
  readonly label: string;
  /** Null for papers without a topic. */
  readonly href: string | null;
  readonly areaClass: string;
  readonly dots: readonly MapDot[];
}

export interface MapLabel {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  /** Whether there is room for it on a phone too. */
  readonly fitsNarrow: boolean;
}

export interface MapLink {
  readonly label: string;
  readonly href: string;
}

/** A topic of the map as text. */
export interface MapRow {
  readonly topic: MapLink;
  readonly papers: readonly MapLink[];
  /** The topics whose most central papers are nearest to its own. */
  readonly nearest: readonly string[];
}

export interface PaperMapView {
  /** What the map shows, for those who do not see it. */
  readonly description: string;
  /** Of a dot, in pixels. */
  readonly radius: number;
  readonly areas: readonly MapArea[];
  readonly labels: readonly MapLabel[];
  readonly rows: readonly MapRow[];
  /** Which papers are shown when not all are; null when all are. */
  readonly note: string | null;
}

/** A page with more dots would weigh too much, and they would be too small to hit. */
const mostDots = 1200;
/** Neighbours of other areas attract by this share: areas hold together as far as likeness allows. */
const acrossAreas = 0.2;

/** The map at its smallest, on a phone of 320 px, and as wide as it first is beside margins on a tablet; in pixels. */
const narrow: Box = { width: 288, height: 384 };
const wide: Box = { width: 592, height: 444 };
const letter: LetterSize = { width: 6.6, height: 17 };

interface Placed extends Point {
  readonly paper: Paper;
}

/** All papers, or as many as a map can hold. */
export function paperMap(survey: Survey): PaperMapView {
  const places = layOutNeighbours(survey.papers.length, edgesOf(survey.papers));
  const shown = sampleOf(survey);
  const radius = radiusFor(shown.size);
  const chosen = survey.papers.flatMap((paper, index) => (shown.has(paper) ? { paper, place: places[index] } : []));
  const inBox = chosen.map(({ place }) => scaled(place ?? { x: 0.5, y: 0.5 }, narrow));
  const dots = separate(inBox, 2 * radius + 0.6, narrow).map((point, index): Placed[] => {
    const paper = chosen[index]?.paper;
    return paper === undefined ? [] : [{ paper, x: point.x / narrow.width, y: point.y / narrow.height }];
  });
  return mapOf(dots.flat(), radius, survey);
}

function mapOf(dots: readonly Placed[], radius: number, survey: Survey): PaperMapView {
  const { papers, urls } = survey;
  const isPart = dots.length < papers.length;
  const topics = middlesOf(dots, survey);
  return {
    description: `Map of ${formatCount(dots.length)} papers; like papers stand near each other, and each dot leads to its paper`,
    radius,
    areas: areasOf(dots, survey),
    labels: labelsOf(topics, dots),
    rows: topics.map(({ entry, middle, members }) => ({
      topic: { label: entry.topic.title, href: urls.topic(entry.topic.id) },
      papers: members.map(({ paper }) => ({ label: paper.title.plain, href: urls.paper(paper.id) })),
      nearest: nearestTopics(middle, topics)
        .filter((other) => other !== entry)
        .slice(0, nearestShown)
        .map(({ topic }) => topic.short ?? topic.title),
    })),
    note: isPart
      ? `Shown are ${formatCount(dots.length)} of ${formatCount(papers.length)} papers, of each topic the same share; all of them took part in the layout.`
      : null,
  };
}

/** Each paper's related papers; likeness is measured by that of the nearest, for some papers are like none. */
function edgesOf(papers: readonly Paper[]): Edge[] {
  const indexOf = new Map(papers.map(({ id }, index) => [id, index]));
  return papers.flatMap((paper, from) => {
    const best = Math.max(...paper.related.map(({ score }) => score));
    return paper.related.flatMap(({ id, score }): Edge[] => {
      const to = indexOf.get(id);
      const other = to === undefined ? undefined : papers[to];
      if (to === undefined || other === undefined || score === 0) return [];
      const isAcross = paper.area !== null && other.area !== null && paper.area !== other.area;
      return [{ from, to, weight: (score / best) * (isAcross ? acrossAreas : 1) }];
    });
  });
}

/** Every so manieth paper in the order of topics. */
function sampleOf({ topics, unsorted, papers }: Survey): Set<Paper> {
  if (papers.length <= mostDots) return new Set(papers);
  const ordered = [...topics.flatMap((entry) => entry.papers), ...unsorted];
  const indices = Array.from({ length: mostDots }, (_, index) => Math.floor((index * ordered.length) / mostDots));
  return new Set(indices.flatMap((index) => ordered[index] ?? []));
}

/** Dots fill a fifth of the smallest map, and are no larger than looks well. */
function radiusFor(dots: number): number {
  const fitting = Math.sqrt((narrow.width * narrow.height * 0.2) / (Math.PI * Math.max(1, dots)));
  return rounded(Math.min(4, fitting));
}

function areasOf(dots: readonly Placed[], { areas, urls }: Survey): MapArea[] {
  const groups = Map.groupBy(dots, ({ paper }) => paper.area);
  const dotOf = ({ paper, x, y }: Placed): MapDot => ({
    x: percent(x),
    y: percent(y),
    href: urls.paper(paper.id),
    title: paper.title.plain,
  });
  const named = areas.map(({ area }, index) => ({
    label: area.title,
    href: urls.area(area.id),
    areaClass: areaClass(index),
    dots: (groups.get(area.id) ?? []).map(dotOf),
  }));
  const unsorted = {
    label: 'Unsorted',
    href: null,
    areaClass: areaClass(-1),
    dots: (groups.get(null) ?? []).map(dotOf),
  };
  return [...named, unsorted].filter((area) => area.dots.length > 0);
}

interface TopicMiddle {
  readonly entry: TopicEntry;
  /** The place of its most central paper. */
  readonly middle: Point;
  readonly members: readonly Placed[];
}

/** Topics with a paper on the map, in the order of the taxonomy. */
function middlesOf(dots: readonly Placed[], { topics }: Survey): TopicMiddle[] {
  const groups = Map.groupBy(dots, ({ paper }) => paper.topic);
  return topics.flatMap((entry) => {
    const members = groups.get(entry.topic.id);
    if (members === undefined) return [];
    return [{ entry, middle: middleOf(members), members }];
  });
}

/** The labels of large topics first. */
function labelsOf(topics: readonly TopicMiddle[], dots: readonly Placed[]): MapLabel[] {
  const bySize = topics.toSorted((a, b) => b.members.length - a.members.length);
  const labels = bySize.map(({ entry, middle }) => ({
    text: entry.topic.short ?? entry.topic.title,
    at: scaled(middle, wide),
  }));
  const inWide = dots.map((dot) => scaled(dot, wide));
  const placed = placeLabels(labels, inWide, letter, wide).map(({ x, y, index }) => ({
    index,
    text: labels[index]?.text ?? '',
    x: x / wide.width,
    y: y / wide.height,
  }));
  const fitting = new Set(
    keepApart(
      placed.map((label) => ({ ...label, ...scaled(label, narrow) })),
      letter,
      narrow,
    ),
  );
  return placed.map(({ index, text, x, y }) => ({
    text,
    x: percent(x),
    y: percent(y),
    fitsNarrow: fitting.has(index),
  }));
}

const nearestShown = 3;

function nearestTopics(to: Point, topics: readonly TopicMiddle[]): TopicEntry[] {
  return topics
    .map(({ entry, middle }) => ({ entry, distance: (middle.x - to.x) ** 2 + (middle.y - to.y) ** 2 }))
    .sort((a, b) => a.distance - b.distance)
    .map(({ entry }) => entry);
}

/** The place from which the way to all others is shortest; unlike a mean it lies among them. */
function middleOf(places: readonly Point[]): Point {
  const ways = places.map(({ x, y }) =>
    places.reduce((sum, other) => sum + Math.sqrt((other.x - x) ** 2 + (other.y - y) ** 2), 0),
  );
  const shortest = ways.reduce((best, way, index) => (way < (ways[best] ?? Infinity) ? index : best), 0);
  const { x, y } = places[shortest] ?? { x: 0.5, y: 0.5 };
  return { x, y };
}

function scaled({ x, y }: Point, { width, height }: Box): Point {
  return { x: x * width, y: y * height };
}

function percent(share: number): number {
  return rounded(share * 100);
}

function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}
