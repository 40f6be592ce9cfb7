/** The layout of data/papers.json. Its descriptions are the documentation of the fields. */
import { z } from 'zod';
import { basisSchema, claimSchema, paperSchema, publicationDateSchema, reasonSchema } from '../corpus/paper.ts';

const { shape } = paperSchema;
const dateText = publicationDateSchema.shape.value;

export const publicPaperSchema = z.strictObject({
  id: shape.id.describe('Permanent id; the last part of the address of its page.'),
  url: z.string().describe('Its page in this survey: an address, or a path where the site has no address.'),
  citeKey: shape.citeKey.describe('Citation key, unique in the survey.'),
  title: z.string().describe('Title, plain Unicode.'),
  titleLatex: z.string().describe('Title in LaTeX: special characters escaped, formulas in dollars.'),
  abstract: z
    .string()
    .describe('Abstract, plain Unicode, repaired where the listing had damaged it; empty where no capture has it.'),
  abstractRaw: z.string().describe('Abstract exactly as captured.'),
  authors: shape.authors.describe('Names as printed, in order; null where no source names any.'),
  authorsComplete: shape.authorsComplete.describe('False where the list is only a beginning, or not known.'),
  authorCount: shape.authorCount.describe('Number of authors, where a source tells it.'),
  published: dateText
    .nullable()
    .describe('Date of first publication as exactly as it is known: YYYY, YYYY-MM or YYYY-MM-DD.'),
  year: shape.year.describe('Year of first publication.'),
  arxiv: shape.arxiv.describe('arXiv id without version.'),
  doi: z.string().optional().describe('DOI of the published version, where a source names it.'),
  venue: shape.venue.describe('Conference, workshop or journal, with its year where a source tells it.'),
  category: shape.category.describe('arXiv category as the listing prints it, often without its archive.'),
  organizations: shape.organizations.describe('Affiliations that the listing names.'),
  code: shape.code.describe('Addresses of code.'),
  links: shape.links.describe('Other addresses in the abstract or the capture.'),
  comments: shape.comments.describe('Number of comments the listing counted on the day of its capture.'),
  area: shape.area.describe('Id of the area; null for an unsorted paper.'),
  topic: shape.topic.describe('Id of the first topic; null for an unsorted paper.'),
  also: shape.also.describe('Ids of further topics, at most two.'),
  basis: basisSchema.describe('Who chose the topic: a curator, the rules, or nobody.'),
  confidence: shape.confidence.describe('How sure the choice is, 0 to 1; 1 for a curator’s.'),
  reasons: z.array(reasonSchema).describe('The evidence for the topic: term, where it stands, and its weight.'),
  platforms: shape.platforms.describe('Ids of platforms.'),
  modalities: shape.modalities.describe('Ids of modalities.'),
  contributions: shape.contributions.describe('Ids of kinds of contribution.'),
  claims: z
    .array(claimSchema)
    .describe('Results that the abstract reports: the quoted words, value, metric, numbers in the unit given.'),
  related: shape.related.describe('The most similar papers: id, cosine similarity 0 to 1, shared terms.'),
  sources: z
    .array(z.strictObject({ seed: z.string(), line: z.int().positive() }))
    .min(1)
    .describe('The captures it stands in: file and line.'),
  provenance: z.record(z.string(), z.string()).describe('Where the value of each field comes from.'),
});
/** One paper as published. */
export type PublicPaper = z.infer<typeof publicPaperSchema>;

/** Version of the layout; raised when a field changes its meaning or goes. */
export const schemaVersion = 1;

export const papersFileSchema = z
  .strictObject({ schema: z.literal(schemaVersion), papers: z.array(publicPaperSchema) })
  .meta({ title: 'Papers of a survey' });

/** The layout as JSON Schema (draft 7); ends in a newline. */
export function papersSchemaJson(): string {
  return `${JSON.stringify(z.toJSONSchema(papersFileSchema, { target: 'draft-7' }), null, 1)}\n`;
}

export interface DocumentedField {
  readonly name: string;
  readonly description: string;
}

/** The fields of a paper in their order, each with what it means. */
export function paperFields(): DocumentedField[] {
  return Object.entries(publicPaperSchema.shape).map(([name, field]) => ({
    name,
    description: field.description ?? '',
  }));
}
