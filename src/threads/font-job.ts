/** Cuts font files to the characters that a site shows. */
import { readFile } from 'node:fs/promises';
import subsetFont from 'subset-font';
import { z } from 'zod';
import { takeOrders } from './job-thread.ts';

const orderSchema = z.object({
  /** The font file. */
  source: z.string(),
  characters: z.string(),
  options: z.object({
    targetFormat: z.literal('woff2'),
    /** A value pins an axis, a range narrows it. */
    variationAxes: z
      .record(z.string(), z.union([z.number(), z.object({ min: z.number(), max: z.number(), default: z.number() })]))
      .default({}),
    /** OpenType features; all when not given. */
    keepFeatures: z.array(z.string()).exactOptional(),
    noHinting: z.boolean().default(false),
  }),
});

export type FontOrder = z.input<typeof orderSchema>;

takeOrders(orderSchema, async ({ source, characters, options }) =>
  subsetFont(await readFile(source), characters, options),
);
