/** Diagnostics as workflow commands, which GitHub shows beside the lines of a change. */
import { type Diagnostic, diagnosticKinds, type Severity } from '../corpus/diagnostics.ts';

/** One command a line: `::error file=…,line=…,col=…,title=code::message`. */
export function formatForGithub(diagnostics: readonly Diagnostic[]): string {
  return diagnostics.map(formatCommand).join('\n');
}

function formatCommand(diagnostic: Diagnostic): string {
  const { code, severity, place, message, expected } = diagnostic;
  const properties = [`title=${code}`];
  if (place.kind !== 'unavailable') properties.unshift(`file=${escapeProperty(place.path)}`);
  if (place.kind === 'position') properties.splice(1, 0, `line=${place.line}`, `col=${place.column}`);
  const text = `${message}${expected === null ? '' : `, expected ${expected}`}. ${diagnosticKinds[code].help}`;
  return `::${commandOf(severity)} ${properties.join(',')}::${escapeData(text)}`;
}

function commandOf(severity: Severity): string {
  switch (severity) {
    case 'error':
    case 'warning':
      return severity;
    case 'note':
      return 'notice';
  }
}

// Escapes as the workflow-command syntax asks for.
function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
