/** Pages whose content is prose: about, and the page for addresses that do not exist. */
import { z } from 'zod';
import type { SiteConfig } from './config.ts';
import { issueHref } from './correction.ts';
import type { LinkedText } from './paper-view.ts';
import { pageFrame, type PageFrame } from './page-frame.ts';
import { type CiteSurveyView, citeSurveyView } from './survey-citation.ts';
import type { Survey } from './survey.ts';

export interface AboutView {
  readonly frame: PageFrame;
  readonly title: string;
  readonly cite: CiteSurveyView;
  readonly licence: string;
  readonly repository: string | null;
  readonly contact: LinkedText;
}

export interface NotFoundView {
  readonly frame: PageFrame;
  readonly title: string;
  readonly lead: string;
  readonly links: readonly { readonly label: string; readonly href: string; readonly note: string }[];
}

type ProseSource = Pick<Survey, 'site' | 'urls' | 'fonts'>;

/** `prose`: title and description of content/pages/about.md. */
export function aboutView(
  survey: ProseSource & Pick<Survey, 'versions'>,
  prose: { title: string; description: string },
): AboutView {
  const { site, urls } = survey;
  return {
    frame: pageFrame(survey, { ...prose, path: urls.about(), kind: { kind: 'page' } }),
    title: prose.title,
    cite: citeSurveyView(survey),
    licence: site.licence,
    repository: site.repository,
    contact: contactOf(site),
  };
}

/** The page shown for an address that leads nowhere. */
export function notFoundView(survey: ProseSource): NotFoundView {
  const { urls } = survey;
  const title = 'Page not found';
  const lead = 'This address leads to no page of the survey.';
  return {
    frame: pageFrame(survey, {
      title,
      description: lead,
      path: urls.asset('404.html'),
      kind: { kind: 'unlisted' },
    }),
    title,
    lead,
    links: [
      { label: 'Topics', href: urls.topics(), note: 'all areas and topics of the survey' },
      { label: 'Papers by title', href: urls.papers(), note: 'every paper in alphabetical order' },
      { label: 'Papers by year', href: urls.papersByYear(), note: 'every paper, newest first' },
    ],
  };
}

/** Where questions and requests go: the contact, else the repository's issues; without both the page says so. */
function contactOf({ contact, repository }: SiteConfig): LinkedText {
  if (contact !== null) return contactLink(contact);
  if (repository === null)
    return { text: 'This copy of the survey names neither a contact nor a repository.', href: null };
  return { text: 'Open an issue at the repository', href: issueHref(repository, { title: '', body: '' }) };
}

/** A mail address or a page as a link; anything else is shown as it is written. */
export function contactLink(contact: string): LinkedText {
  if (/^https?:\/\//i.test(contact) && URL.canParse(contact)) return { text: contact, href: contact };
  return { text: contact, href: z.email().safeParse(contact).success ? `mailto:${contact}` : null };
}
