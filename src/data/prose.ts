/** Pages written in Markdown, ready to be shown. */
import { getEntry, render } from 'astro:content';

/** The prose of `content/pages/<id>.md`; throws when the file is missing, because a page would be empty. */
export async function readProse(id: 'about' | 'method') {
  const entry = await getEntry('pages', id);
  if (entry === undefined) throw new Error(`content/pages/${id}.md is missing: the /${id}/ page needs it.`);
  const { Content } = await render(entry);
  return { ...entry.data, Content };
}
