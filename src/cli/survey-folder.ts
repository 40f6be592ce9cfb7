/** A survey in a folder of its own, beside this repository: `DIR/seeds`, `DIR/content`, built into `DIR/dist`. */
import { cpSync, existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export interface SurveyFolder {
  readonly seeds: string;
  readonly content: string;
  readonly site: string;
  readonly cache: string;
}

/** A message for the person at the command line, not a fault of the program. */
export class SurveyFolderError extends Error {}

/** The parts of a survey's folder. A relative name counts from where npm was called. */
export function surveyFolder(name: string, environment: NodeJS.ProcessEnv = process.env): SurveyFolder {
  const folder = resolveFolder(name, environment);
  const content = path.join(folder, 'content');
  if (!existsSync(path.join(content, 'site.yaml'))) {
    throw new SurveyFolderError(
      `${name} is no survey: there is no content/site.yaml in it. \`npm run survey -- new ${name}\` makes one.`,
    );
  }
  return {
    seeds: path.join(folder, 'seeds'),
    content,
    site: path.join(folder, 'dist'),
    cache: path.join(folder, '.cache'),
  };
}

/** Points everything that reads the environment at a survey's folder; what is set already stays. */
export function useSurveyFolder(name: string, environment: NodeJS.ProcessEnv = process.env): SurveyFolder {
  const folder = surveyFolder(name, environment);
  environment['SEEDS_DIR'] ||= folder.seeds;
  environment['CONTENT_DIR'] ||= folder.content;
  environment['OUT_DIR'] ||= folder.site;
  environment['CACHE_DIR'] ||= folder.cache;
  return folder;
}

const starter = fileURLToPath(new URL('./starter/', import.meta.url));

/** Sets up a new survey in a folder that does not exist yet or is empty; returns the folder. */
export function newSurvey(name: string, environment: NodeJS.ProcessEnv = process.env): string {
  const folder = resolveFolder(name, environment);
  if (existsSync(folder)) {
    if (!statSync(folder).isDirectory())
      throw new SurveyFolderError(`${name} is a file, expected a new or empty folder.`);
    const [first] = readdirSync(folder).sort();
    if (first !== undefined) {
      throw new SurveyFolderError(`${name} is not empty (it holds ${first}), expected a new or empty folder.`);
    }
  }
  cpSync(starter, folder, { recursive: true });
  return folder;
}

function resolveFolder(name: string, environment: NodeJS.ProcessEnv): string {
  return path.resolve(environment['INIT_CWD'] ?? process.cwd(), name);
}
