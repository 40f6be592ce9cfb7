/** Says on standard error what long work is doing; silent when nobody watches. */

/** Reports that `what` is done and took `milliseconds`. */
export type StageReporter = (what: string, milliseconds: number) => void;

/** Whether progress would only be noise: in CI, or when npm or the command was told to be silent. */
export function isQuiet(environment: NodeJS.ProcessEnv = process.env, args: readonly string[] = process.argv): boolean {
  return Boolean(environment['CI']) || environment['npm_config_loglevel'] === 'silent' || args.includes('--silent');
}

/** A reporter that prints one line a stage, or nothing when quiet. */
export function stageReporter(quiet: boolean = isQuiet()): StageReporter {
  if (quiet) return () => undefined;
  return (what, milliseconds) => process.stderr.write(`${formatDuration(milliseconds).padStart(8)}  ${what}\n`);
}

/** "840 ms" below a second, "3.2 s" above. */
export function formatDuration(milliseconds: number): string {
  return milliseconds < 1000 ? `${Math.round(milliseconds)} ms` : `${(milliseconds / 1000).toFixed(1)} s`;
}
