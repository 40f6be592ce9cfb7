/** Prose written in Markdown, ready to be shown. */
import { type CollectionEntry, getCollection, render } from 'astro:content';
import type { ProseKind } from '../corpus/prose-file.ts';

let entries: Promise<ReadonlyMap<string, CollectionEntry<'prose'>>> | null = null;

/** The rendered prose of a topic, area or page; null when nobody has written it. */
export async function findProse(kind: ProseKind, id: string) {
  entries ??= readEntries();
  const entry = (await entries).get(`${kind}/${id}`);
  if (entry === undefined) return null;
  const { Content } = await render(entry);
  return { title: entry.data.title, description: entry.data.description, Content };
}

async function readEntries(): Promise<Map<string, CollectionEntry<'prose'>>> {
  return new Map((await getCollection('prose')).map((entry) => [entry.id, entry]));
}

/** The prose of `content/pages/<id>.md`; throws when the file is missing, because a page would be empty. */
export async function readProse(id: 'about' | 'method') {
  const prose = await findProse('page', id);
  if (prose === null) throw new Error(`content/pages/${id}.md is missing: the /${id}/ page needs it.`);
  const { title, description, Content } = prose;
  if (title === null || description === null) throw new Error(`content/pages/${id}.md has no title or description.`);
  return { title, description, Content };
}
