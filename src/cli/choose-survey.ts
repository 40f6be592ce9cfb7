/** Which survey a command is about: `--survey DIR` or `DIR`, else the one the environment names, else this repository's. */
import { parseArgs } from 'node:util';
import { SurveyFolderError, useSurveyFolder } from './survey-folder.ts';

/** Points the environment at the survey named on the command line, if any; ends the process when there is none such. */
export function chooseSurvey(args: readonly string[]): void {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { survey: { type: 'string' } },
    });
    const name = values.survey ?? positionals[0];
    if (name !== undefined) useSurveyFolder(name);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(error instanceof SurveyFolderError ? 1 : 2);
  }
}
