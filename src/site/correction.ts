/** "Suggest a correction": a new issue at the survey's repository, filled in with what the page says now. */
import type { Paper } from '../corpus/paper.ts';
import type { Survey, TopicEntry } from './survey.ts';
import { abbreviateAuthors, counted } from './wording.ts';

export interface IssueText {
  readonly title: string;
  readonly body: string;
}

type CorrectionSource = Pick<Survey, 'site' | 'urls' | 'topicById'>;

/** Forges refuse addresses of more than about 8,000 characters, some proxies of more than 4,000. */
const longestAddress = 4000;
const longestTitle = 120;

/** For a paper; null where the survey names no repository. */
export function paperCorrectionHref(paper: Paper, { site, urls, topicById }: CorrectionSource): string | null {
  const topic = paper.topic === null ? 'none' : (topicById.get(paper.topic)?.topic.title ?? paper.topic);
  const authors = paper.authors === null ? null : abbreviateAuthors(paper.authors, paper.authorsComplete, 8);
  const path = urls.paper(paper.id);
  return issueHref(site.repository, {
    title: `Correction: ${paper.title.plain}`,
    body: issueBody([
      ['Page', urls.absolute(path) ?? path],
      ['Paper id', paper.id],
      ['Title', paper.title.plain],
      ['Authors', authors ?? 'not in the sources'],
      ['Date', paper.published?.value ?? 'not in the sources'],
      ['Topic', topic],
      ['Sources', paper.sources.map(({ seed, line }) => `${seed}:${line}`).join(', ')],
    ]),
  });
}

/** For a topic; null where the survey names no repository. */
export function topicCorrectionHref(
  { topic, area, papers }: TopicEntry,
  { site, urls }: CorrectionSource,
): string | null {
  const path = urls.topic(topic.id);
  return issueHref(site.repository, {
    title: `Correction: ${topic.title}`,
    body: issueBody([
      ['Page', urls.absolute(path) ?? path],
      ['Topic id', topic.id],
      ['Title', topic.title],
      ['Area', area.title],
      ['Definition', topic.definition],
      ['Papers', counted(papers.length, 'paper')],
    ]),
  });
}

// Indented: text from a capture is neither markup nor a mention of anybody in the issue.
function issueBody(data: readonly (readonly [name: string, value: string])[]): string {
  const lines = data.map(([name, value]) => `    ${name}: ${value.replace(/\s+/g, ' ').trim()}`);
  return [
    'What is wrong, and what is right? Where does that stand?',
    '',
    '',
    '',
    'What the survey says now:',
    '',
    ...lines,
  ].join('\n');
}

/**
 * The address that opens a new issue with this text, as GitHub, GitLab, Forgejo and Gitea understand it; cut at its end
 * where it would be too long. Null without a repository.
 */
export function issueHref(repository: string | null, { title, body }: IssueText): string | null {
  if (repository === null) return null;
  const url = new URL(repository);
  const isGitLab = url.hostname.split('.').includes('gitlab');
  const project = url.pathname.replace(/\/+$/, '').replace(/\.git$/, '');
  const address = `${url.origin}${project}${isGitLab ? '/-' : ''}/issues/new?`;
  const [titleName, bodyName] = isGitLab ? ['issue[title]', 'issue[description]'] : ['title', 'body'];
  const withBody = (text: string): string =>
    address + String(new URLSearchParams({ [titleName]: cutAt(title, longestTitle), [bodyName]: text }));
  return withBody(longestFitting(body, (text) => withBody(text).length <= longestAddress));
}

/** The longest beginning of a text that fits, by whole characters; an ellipsis says that there was more. */
function longestFitting(text: string, fits: (text: string) => boolean): string {
  if (fits(text)) return text;
  const characters = Array.from(text);
  const start = (length: number): string => `${characters.slice(0, length).join('')}…`;
  let [fitting, tooLong] = [0, characters.length];
  while (tooLong - fitting > 1) {
    const middle = Math.floor((fitting + tooLong) / 2);
    if (fits(start(middle))) fitting = middle;
    else tooLong = middle;
  }
  return start(fitting);
}

function cutAt(text: string, length: number): string {
  const characters = Array.from(text);
  return characters.length <= length ? text : `${characters.slice(0, length - 1).join('')}…`;
}
