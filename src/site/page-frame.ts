/** What surrounds the content of every page: head, navigation, breadcrumbs, footer. */
import { citationOf } from '../exports/citation.ts';
import { coins } from '../exports/coins.ts';
import type { ExportLink } from './export-links.ts';
import type { PageFonts } from './fonts.ts';
import { type Crumb, type HeadTags, headTags, type PageDescription, pageExports, type PageKind } from './metadata.ts';
import type { Survey } from './survey.ts';

export interface NavigationLink extends Crumb {
  /** `page`: the link leads to this very page; `true`: to the section it belongs to. */
  readonly current: 'page' | 'true' | undefined;
}

export interface PageFrame {
  readonly language: string;
  /** The page is opened as a file: what needs a server is not shown. */
  readonly offline: boolean;
  readonly head: HeadTags;
  readonly siteTitle: string;
  readonly homeHref: string;
  readonly iconHref: string;
  readonly searchHref: string;
  /** The reading list. */
  readonly listHref: string;
  readonly navigation: readonly NavigationLink[];
  readonly breadcrumbs: readonly Crumb[];
  /** The papers of this page as files; empty on pages that stand for no papers. */
  readonly exports: readonly ExportLink[];
  /** The listed papers for reference managers; empty on the page of a paper, which speaks for itself. */
  readonly coins: readonly string[];
  readonly footer: {
    readonly links: readonly Crumb[];
    readonly licence: string;
    readonly repository: string | null;
  };
  readonly fonts: PageFonts;
  /** The stylesheet of the math font, on pages that set formulas. */
  readonly mathStylesheet: string | null;
}

export interface PageContent extends Pick<PageDescription, 'title' | 'description' | 'path' | 'alternates'> {
  /** The pages above this one, without the home page. */
  readonly above?: readonly Crumb[];
  readonly kind: PageKind;
  readonly hasMath?: boolean;
  /** Whether the page has no running text, and so does without the face for it; its stylesheet says so too. */
  readonly isSansOnly?: boolean;
}

type FrameSource = Pick<Survey, 'site' | 'urls' | 'fonts'>;

/** The frame of one page of the survey. */
export function pageFrame({ site, urls, fonts }: FrameSource, content: PageContent): PageFrame {
  const { path, above = [], kind, hasMath = false, isSansOnly = false } = content;
  const breadcrumbs =
    kind.kind === 'home' ? [] : [{ label: 'Home', href: urls.home() }, ...above, { label: content.title, href: path }];
  const page: PageDescription = { ...content, breadcrumbs, page: kind };
  return {
    language: site.language,
    offline: urls.offline,
    head: headTags(page, { site, urls }),
    siteTitle: site.title,
    homeHref: urls.home(),
    iconHref: urls.asset('icon.svg'),
    searchHref: urls.search(),
    listHref: urls.list(),
    navigation: navigation(urls, path, above),
    breadcrumbs,
    exports: pageExports(kind, path, urls),
    coins: kind.kind === 'collection' ? (kind.papers ?? []).map((paper) => coins(citationOf(paper, urls))) : [],
    footer: {
      links: [
        { label: 'Topics', href: urls.topics() },
        { label: 'Papers by title', href: urls.papers() },
        { label: 'Papers by year', href: urls.papersByYear() },
        { label: 'Authors', href: urls.facets('author') },
        { label: 'Platforms', href: urls.facets('platform') },
        { label: 'Overview', href: urls.overview() },
        { label: 'Results', href: urls.results() },
        { label: 'Sources', href: urls.sources() },
        { label: 'Method', href: urls.method() },
        { label: 'Data', href: urls.data() },
        { label: 'Changes', href: urls.changes() },
        { label: 'About', href: urls.about() },
        ...footerFeed(urls),
      ],
      licence: site.licence,
      repository: site.repository,
    },
    fonts: isSansOnly ? fonts.sansOnly : fonts,
    mathStylesheet: hasMath ? urls.asset('fonts/math.css') : null,
  };
}

/** The feed of everything, where the site has an address and so has feeds. */
function footerFeed(urls: Survey['urls']): Crumb[] {
  return urls.absolute(urls.feed()) === null ? [] : [{ label: 'Feed', href: urls.feed() }];
}

function navigation(urls: Survey['urls'], path: string, above: readonly Crumb[]): NavigationLink[] {
  const links = [
    { label: 'Topics', href: urls.topics() },
    { label: 'Papers', href: urls.papers() },
    { label: 'Overview', href: urls.overview() },
    { label: 'Results', href: urls.results() },
    { label: 'Method', href: urls.method() },
    { label: 'About', href: urls.about() },
  ];
  return links.map((link) => ({ ...link, current: currentness(link.href, path, above) }));
}

function currentness(href: string, path: string, above: readonly Crumb[]): NavigationLink['current'] {
  if (href === path) return 'page';
  return above.some((crumb) => crumb.href === href) ? 'true' : undefined;
}

/** Whether a piece of safe HTML holds a formula. */
export function hasMath(...html: readonly string[]): boolean {
  return html.some((piece) => piece.includes('<math'));
}
