/** Diagnostics for programs. */
import { type Diagnostic, diagnosticKinds } from '../corpus/diagnostics.ts';

/** A JSON array of the diagnostics in the order given, each with the help of its code. */
export function formatAsJson(diagnostics: readonly Diagnostic[]): string {
  const entries = diagnostics.map((diagnostic) => ({ ...diagnostic, help: diagnosticKinds[diagnostic.code].help }));
  return JSON.stringify(entries, null, 2);
}
