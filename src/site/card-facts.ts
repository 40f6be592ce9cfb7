/** What cards say of papers beyond their citations, for cards that the browser draws. */
import type { CardFactsFile } from '../client/card-facts.ts';
import { paperEntry } from './paper-entry.ts';
import type { Survey } from './survey.ts';

type FactsSource = Pick<Survey, 'papers' | 'urls' | 'topicById' | 'areas' | 'facets'>;

/** Papers without a platform and without a result are left out. */
export function cardFacts(survey: FactsSource): CardFactsFile {
  const entries = survey.papers
    .map((paper) => paperEntry(paper, survey, false))
    .filter(({ platforms, result }) => platforms.length > 0 || result !== null);
  return {
    schema: 1,
    cards: Object.fromEntries(entries.map(({ id, platforms, result }) => [id, { platforms: [...platforms], result }])),
  };
}
