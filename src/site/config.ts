/** What content/site.yaml says about the survey as a publication. */
import { z } from 'zod';

// Not any URL: a script can be written as one.
const webAddress = z.url({ protocol: /^https?$/, error: 'an address that begins with https://' });

export const siteConfigSchema = z.strictObject({
  title: z.string().min(1),
  /** One line under the title on the home page. */
  tagline: z.string().min(1),
  /** One or two sentences for search engines and link previews. */
  description: z.string().min(1),
  /** BCP 47 language tag of the whole site. */
  language: z.string().default('en'),
  /** Public address (origin, without the base path); null leaves out every tag that needs one. */
  url: webAddress.nullable().default(null),
  /** Where the sources live and corrections are made. */
  repository: webAddress.nullable().default(null),
  /** Mail address or page for questions and removal requests. */
  contact: z.string().nullable().default(null),
  licence: z.string().min(1),
  /** Who is to be cited for the survey; none: it is cited by its title. */
  authors: z.array(z.string().min(1)).default([]),
  /**
   * Names the survey in the identifiers of its feeds (RFC 4151): a domain or mail address and a day or year on which it
   * was the publisher's, "example.org,2026". Never to be changed. Made from the title where it is not given.
   */
  tagAuthority: z
    .string()
    .regex(/^[a-z0-9.@_-]+,\d{4}(-\d{2}(-\d{2})?)?$/, 'a domain and a year: "example.org,2026"')
    .optional(),
});
export type SiteConfig = z.infer<typeof siteConfigSchema>;
