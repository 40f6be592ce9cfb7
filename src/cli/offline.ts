/**
 * `npm run offline`: the survey as a folder to open without a server, and the same folder as a zip file. They are
 * written below `offline/`, or what OUT_DIR names, and have the name of the survey.
 */
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'astro';
import { slugOfTitle } from '../corpus/titles.ts';
import { zipFolder } from '../integrations/site-zip.ts';
import { readSiteConfig } from '../loaders/site-config.ts';
import { locationFromEnvironment } from '../loaders/survey-files.ts';
import { describeFailure } from '../reporters/failure.ts';
import { stageReporter } from '../reporters/progress.ts';

const { config } = await readSiteConfig(locationFromEnvironment());
const name = slugOfTitle(config?.title ?? '') || 'survey';
const folder = path.join(process.env['OUT_DIR'] ?? 'offline', name);
const archive = `${folder}.zip`;

// Social cards are for those who see a link, not for readers.
Object.assign(process.env, { OFFLINE: 'on', SOCIAL_CARDS: 'off', OUT_DIR: folder });
try {
  await build({ logLevel: 'warn' });
} catch (error) {
  process.stderr.write(`\n${describeFailure(error)}\n`);
  // At once: what else is under way works for a copy that will not be.
  process.exit(1);
}

const started = performance.now();
await zipFolder(folder, archive);
const { size } = await stat(archive);
stageReporter()(`packed it into ${archive} (${(size / 1e6).toFixed(1)} MB)`, performance.now() - started);
console.log(`Open ${path.join(folder, 'index.html')} in a browser, or send ${archive}.`);
