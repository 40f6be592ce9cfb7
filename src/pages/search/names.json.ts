/** The titles of all papers, shown to a search while the index is on its way. */
import type { TitleNames } from '../../client/title-names.ts';
import { irregularIds } from '../../client/title-data.ts';
import { readSurvey } from '../../data/survey.ts';

export async function GET(): Promise<Response> {
  const { papers } = await readSurvey();
  const titles = papers.map(({ title }) => title.plain);
  const ids = irregularIds(
    titles,
    papers.map(({ id }) => id),
  );
  return Response.json({ titles, ids } satisfies TitleNames);
}
