/** `npm run build`: astro build with this project's own progress instead of a line per page. */
import { build } from 'astro';
import { describeFailure } from '../reporters/failure.ts';

try {
  await build({ logLevel: 'warn' });
} catch (error) {
  process.stderr.write(`\n${describeFailure(error)}\n`);
  // At once: what else is under way (the bundler, the search index) works for a site that will not be.
  process.exit(1);
}
