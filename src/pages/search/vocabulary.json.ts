/** The terms offered when a search finds nothing; loaded only then. */
import { readSurvey } from '../../data/survey.ts';
import { searchVocabulary } from '../../site/search-vocabulary.ts';

export async function GET(): Promise<Response> {
  const { papers, areas, topics } = await readSurvey();
  const terms = searchVocabulary({
    titles: papers.map((paper) => paper.title.plain),
    abstracts: papers.map((paper) => paper.abstract.plain),
    authors: papers.map((paper) => paper.authors ?? []),
    topics: [...areas.map(({ area }) => area.title), ...topics.map(({ topic }) => topic.title)],
  });
  return Response.json(terms);
}
