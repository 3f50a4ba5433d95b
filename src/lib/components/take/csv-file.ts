import type { Figure } from '../../charts/chart.ts';
import { BYTE_ORDER_MARK, csvText, type FileCell } from '../../take/csv-text.ts';
import { fileName } from '../../take/file-name.ts';
import type { MadeFile } from './taking.svelte.ts';

/** Lines of a figure's numbers as a file. */
export const csvFile = (figure: Figure, lines: readonly (readonly FileCell[])[], extension: string): MadeFile => ({
  blob: new Blob([BYTE_ORDER_MARK, csvText(lines)], { type: 'text/csv;charset=utf-8' }),
  name: fileName(figure, extension)
});
