/** In which formats papers chosen on a page can be saved: all that lists have as files; kept apart from the writers, which load on first use. */
import type { ExportFormat } from '../exports/formats.ts';

export const saveFormats = ['bibtex', 'ris', 'csv', 'csl-json'] as const satisfies readonly ExportFormat[];
