/** Builds the site that the environment describes; a failure is told shortly and ends the process. */
import './lean-start.ts';
import { build } from 'astro';
import { describeFailure } from '../reporters/failure.ts';

export async function buildSite(): Promise<void> {
  try {
    // Read by Node itself, not by a server that Astro starts for it; and only now, since it reads the environment.
    const { default: config } = await import('../../astro.config.ts');
    await build({ ...config, configFile: false, logLevel: 'warn' });
  } catch (error) {
    process.stderr.write(`\n${describeFailure(error)}\n`);
    // At once: what else is under way (the bundler, the search index) works for a site that will not be.
    process.exit(1);
  }
}
