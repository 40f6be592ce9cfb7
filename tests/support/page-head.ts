/** The tags that every page has for link previews, for fabricated pages. */
export function previewTags(title: string, type: 'article' | 'website' = 'website'): string {
  const tags = { title, description: `About ${title}`, type, site_name: 'Kettles', locale: 'en' };
  const metas = Object.entries(tags).map(([name, content]) => `<meta property="og:${name}" content="${content}">`);
  return `${metas.join('')}<meta name="twitter:card" content="summary">`;
}
