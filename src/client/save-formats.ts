/** In which formats a list of papers can be saved from its page; kept apart from the writers, which load on first use. */
import type { ExportFormat } from '../exports/formats.ts';

export const saveFormats = ['bibtex', 'ris', 'csv'] as const satisfies readonly ExportFormat[];
