/** The survey for programs that read text: topics as Markdown, and llms.txt, which leads to them. */
import { arxivAbstractUrl } from '../corpus/identifiers.ts';
import type { Paper } from '../corpus/paper.ts';
import { escapedMarkdown } from '../exports/markdown.ts';
import { partReference } from '../exports/survey-citation.ts';
import type { MarkdownPaper, MarkdownTopic } from '../exports/topic-markdown.ts';
import { citationLabel, referencesOf } from './references.ts';
import { surveyCitation } from './survey-citation.ts';
import type { Survey, TopicEntry } from './survey.ts';
import { abbreviateAuthors, counted } from './wording.ts';

/** A topic as its Markdown twin shows it; addresses are absolute where the site has one. */
export function markdownTopic({ topic, area, papers, alsoPapers }: TopicEntry, survey: Survey): MarkdownTopic {
  const prose = survey.prose.find(({ kind, id }) => kind === 'topic' && id === topic.id);
  const references = prose === undefined ? [] : referencesOf(prose, survey);
  const paperOf = (paper: Paper): MarkdownPaper => markdownPaper(paper, survey);
  return {
    title: topic.title,
    definition: topic.definition,
    place: `${area.title} · ${survey.site.title}`,
    page: addressOf(survey.urls.topic(topic.id), survey),
    reference: partReference(topic.title, null, surveyCitation(survey)),
    prose: prose?.markdown ?? null,
    cited: new Map(references.map(({ paper, label, href }) => [paper, { label, page: addressOf(href, survey) }])),
    papers: papers.map(paperOf),
    also: alsoPapers.map(paperOf),
  };
}

function markdownPaper(paper: Paper, survey: Survey): MarkdownPaper {
  const { id, title, authors, authorsComplete, venue, year, arxiv } = paper;
  const published = [venue, year === null || venue?.includes(String(year)) ? null : String(year)];
  return {
    id,
    title: title.plain,
    label: citationLabel(paper),
    authors: authors === null ? null : abbreviateAuthors(authors, authorsComplete),
    published: published.filter((part) => part !== null).join(', ') || null,
    page: addressOf(survey.urls.paper(id), survey),
    source: arxiv === null ? null : arxivAbstractUrl(arxiv),
  };
}

/** What the survey is and where its topics are, as https://llmstxt.org describes it. */
export function llmsText(survey: Survey): string {
  const { site, urls, areas, counts } = survey;
  const sections = areas.flatMap(({ area, topics }) => [
    `## ${escapedMarkdown(area.title)}`,
    [
      `- [${escapedMarkdown(area.title)}](${addressOf(urls.area(area.id), survey)}): ${escapedMarkdown(area.summary)}`,
      ...topics.map(({ topic, papers }) => {
        const address = addressOf(urls.topicMarkdown(topic.id), survey);
        const definition = escapedMarkdown(topic.definition);
        return `- [${escapedMarkdown(topic.title)}](${address}): ${definition} ${counted(papers.length, 'paper')}.`;
      }),
    ].join('\n'),
  ]);
  const also = [
    `- [All papers](${addressOf(urls.data('papers.json'), survey)}): everything the survey knows, as JSON`,
    `- [Method](${addressOf(urls.method(), survey)}): how the papers were gathered and classified`,
    `- [Changes](${addressOf(urls.changes(), survey)}): what each version changed`,
  ];
  return `${[
    `# ${escapedMarkdown(site.title)}`,
    `> ${escapedMarkdown(site.description)}`,
    `${counted(counts.papers, 'paper')}. Listing is not endorsement; abstracts belong to their authors.`,
    ...sections,
    '## Optional',
    also.join('\n'),
  ].join('\n\n')}\n`;
}

/** What robots may read: everything; and where the sitemap is. */
export function robotsText({ urls }: Pick<Survey, 'urls'>): string {
  const sitemap = urls.absolute(urls.asset('sitemap-index.xml'));
  return ['User-agent: *', 'Allow: /', ...(sitemap === null ? [] : ['', `Sitemap: ${sitemap}`]), ''].join('\n');
}

function addressOf(path: string, { urls }: Pick<Survey, 'urls'>): string {
  return urls.absolute(path) ?? path;
}
