/** The social card of each page that has one: in words; src/cards draws it. */
import type { Card } from '../cards/card.ts';
import { type AreaColours, areaColour } from './area-colours.ts';
import type { CardKind } from './urls.ts';
import { publishedIn } from './references.ts';
import { resultText, wordResult } from './result-wording.ts';
import type { AreaEntry, Survey, TopicEntry } from './survey.ts';
import { tellingResult } from './telling-result.ts';
import type { Paper } from '../corpus/paper.ts';
import { abbreviateAuthors, counted, excerptAtWord } from './wording.ts';

/** Longer titles would be too small to read. */
const longestTitle = 240;
const longestResult = 48;

export interface SocialCard {
  readonly kind: CardKind;
  /** Id of the area, topic or paper; empty for the home page. */
  readonly id: string;
  readonly card: Card;
}

/** All cards of the survey: home page, areas, topics, papers. */
export function socialCards(survey: Survey, colours: AreaColours): SocialCard[] {
  return [
    { kind: 'home', id: '', card: homeCard(survey, colours) },
    ...survey.areas.map((entry) => ({
      kind: 'area' as const,
      id: entry.area.id,
      card: areaCard(entry, survey, colours),
    })),
    ...survey.topics.map((entry) => ({
      kind: 'topic' as const,
      id: entry.topic.id,
      card: topicCard(entry, survey, colours),
    })),
    ...survey.papers.map((paper) => ({
      kind: 'paper' as const,
      id: paper.id,
      card: paperCard(paper, survey, colours),
    })),
  ];
}

function homeCard({ site, papers, topics, areas }: Survey, colours: AreaColours): Card {
  return {
    eyebrow: 'Research survey',
    title: site.title,
    byline: site.tagline,
    facts: `${counted(papers.length, 'paper')}  ·  ${counted(topics.length, 'topic')}  ·  ${counted(areas.length, 'area')}`,
    result: null,
    site: '',
    colour: areaColour(colours, null),
  };
}

function areaCard({ area, topics, paperCount }: AreaEntry, { site, areas }: Survey, colours: AreaColours): Card {
  return {
    eyebrow: 'Area',
    title: area.title,
    byline: topics.map(({ topic }) => topic.title).join(', '),
    facts: `${counted(topics.length, 'topic')}  ·  ${counted(paperCount, 'paper')}`,
    result: null,
    site: site.title,
    colour: areaColour(
      colours,
      areas.findIndex((entry) => entry.area.id === area.id),
    ),
  };
}

function topicCard({ topic, area, papers }: TopicEntry, { site, areas }: Survey, colours: AreaColours): Card {
  const years = papers.flatMap(({ year }) => (year === null ? [] : [year]));
  const [first, last] = [Math.min(...years), Math.max(...years)];
  const span = years.length === 0 ? null : first === last ? String(first) : `${first}–${last}`;
  return {
    eyebrow: area.title,
    title: topic.title,
    byline: topic.definition,
    facts: [counted(papers.length, 'paper'), span].filter((part) => part !== null).join('  ·  '),
    result: null,
    site: site.title,
    colour: areaColour(
      colours,
      areas.findIndex((entry) => entry.area.id === area.id),
    ),
  };
}

function paperCard(paper: Paper, { site, areas, topicById }: Survey, colours: AreaColours): Card {
  const entry = paper.topic === null ? undefined : topicById.get(paper.topic);
  const claim = tellingResult(paper);
  return {
    eyebrow: entry === undefined ? 'Paper' : `${entry.area.title}  ·  ${entry.topic.title}`,
    title: excerptAtWord(paper.title.plain, longestTitle),
    byline: paper.authors === null ? null : abbreviateAuthors(paper.authors, paper.authorsComplete),
    facts: publishedIn(paper),
    result: claim === null ? null : excerptAtWord(resultText(wordResult(claim)), longestResult),
    site: site.title,
    colour: areaColour(colours, entry === undefined ? null : areas.findIndex(({ area }) => area.id === entry.area.id)),
  };
}
