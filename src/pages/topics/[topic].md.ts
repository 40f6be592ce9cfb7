import type { APIRoute } from 'astro';
import { readSurvey } from '../../data/survey.ts';
import { topicMarkdown } from '../../exports/topic-markdown.ts';
import { markdownTopic } from '../../site/markdown-views.ts';
import type { TopicEntry } from '../../site/survey.ts';

export async function getStaticPaths() {
  const { topics } = await readSurvey();
  return topics.map((entry) => ({ params: { topic: entry.topic.id }, props: { entry } }));
}

export const GET: APIRoute<{ entry: TopicEntry }> = async ({ props }) =>
  new Response(topicMarkdown(markdownTopic(props.entry, await readSurvey())));
