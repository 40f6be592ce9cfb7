/** The survey as something to cite, and the box that says how. */
import { type SurveyCitation, surveyBibtex, surveyReference } from '../exports/survey-citation.ts';
import type { SiteConfig } from './config.ts';
import type { Urls } from './urls.ts';
import { formatDate } from './wording.ts';

export interface CiteSurveyView {
  readonly reference: string;
  readonly bibtex: string;
  /** "Version 1.2.0 of 21 November 2026"; null before the first. */
  readonly edition: string | null;
}

interface Source {
  readonly site: SiteConfig;
  readonly urls: Urls;
  /** Newest first. */
  readonly versions: readonly { readonly version: string; readonly date: string }[];
}

/** The last published version of the survey. */
export function surveyCitation({ site, urls, versions }: Source): SurveyCitation {
  const [newest] = versions;
  return {
    title: site.title,
    authors: site.authors,
    edition: newest === undefined ? null : { version: newest.version, date: newest.date },
    url: urls.absolute(urls.home()),
    repository: site.repository,
  };
}

/** Everything the box shows. */
export function citeSurveyView(source: Source): CiteSurveyView {
  const citation = surveyCitation(source);
  const { edition } = citation;
  return {
    reference: surveyReference(citation),
    bibtex: surveyBibtex(citation).trimEnd(),
    edition: edition === null ? null : `Version ${edition.version} of ${formatDate({ value: edition.date })}`,
  };
}
