/** Diagnostics for people: grouped by file, in the order of lines, with help once per code. */
import { type Diagnostic, diagnosticKinds, formatPlace, type Severity } from '../corpus/diagnostics.ts';

/** All diagnostics as text, sorted as given; the last line counts them. Empty input gives "no diagnostics". */
export function formatForTerminal(diagnostics: readonly Diagnostic[]): string {
  if (diagnostics.length === 0) return 'no diagnostics';
  const files = Map.groupBy(diagnostics, fileOf);
  const groups = [...files].map(([file, entries]) => [file, ...entries.map(formatEntry)].join('\n'));
  const codes = [...new Set(diagnostics.map((diagnostic) => diagnostic.code))].sort();
  const help = codes.map((code) => `  ${code}: ${diagnosticKinds[code].help}`);
  return [...groups, ['help', ...help].join('\n'), countDiagnostics(diagnostics)].join('\n\n');
}

/** "2 errors, 1 warning, 3 notes". */
export function countDiagnostics(diagnostics: readonly Diagnostic[]): string {
  const count = (severity: Severity): string => {
    const number = diagnostics.filter((diagnostic) => diagnostic.severity === severity).length;
    return `${number} ${severity}${number === 1 ? '' : 's'}`;
  };
  return [count('error'), count('warning'), count('note')].join(', ');
}

/** One line: `file:line:column: severity code: message, expected …`. */
export function formatDiagnostic(diagnostic: Diagnostic): string {
  const expected = diagnostic.expected === null ? '' : `, expected ${diagnostic.expected}`;
  return harmless(`${formatPlace(diagnostic.place)}: ${diagnostic.message}${expected}`);
}

/** Text from captures must not command a terminal or turn its line around: such characters are shown as their code. */
function harmless(text: string): string {
  return text.replace(
    /[\u0000-\u001F\u007F-\u009F\u200E\u200F\u202A-\u202E\u2066-\u2069]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

function formatEntry(diagnostic: Diagnostic): string {
  return `  ${formatDiagnostic(diagnostic)}  [${diagnostic.severity} ${diagnostic.code}]`;
}

function fileOf({ place }: Diagnostic): string {
  return place.kind === 'unavailable' ? '(no file)' : place.path;
}
