import type { Chart, Figure } from '../../charts/chart.ts';
import { asShownLines } from '../as-shown.ts';
import { bibtex } from '../citation/bibtex.ts';
import { works, type Day } from '../citation/index.ts';
import { BYTE_ORDER_MARK, csvForms, csvText, type FileCell } from '../csv-text.ts';
import { csvLines } from '../csv.ts';
import { dictionary } from '../dictionary.ts';
import { rLabels, spssLabels, stataLabels } from './label-files.ts';
import { readMe } from './read-me.ts';

/** How the files of a package are written. */
export interface PackageSettings {
  /** What begins the fraction of a number: with a comma, semicolons stand between cells. */
  readonly decimals: keyof typeof csvForms;
  /** Whether the files of cells begin with the mark by which Excel knows UTF-8. */
  readonly mark: boolean;
}

/** A file by its name in the package. */
export interface PackedFile {
  readonly name: string;
  readonly text: string;
}

const DATA = 'data.csv';

/**
 * Everything about a figure's numbers, to be put into one archive: all columns, the table as shown, what each column holds,
 * label files for R, Stata and SPSS, citations, and a text that says what it is.
 *
 * @param address full address of the view
 * @param day the day on which it is taken
 */
export function packedFiles(
  chart: Chart,
  figure: Figure,
  address: string,
  { decimals, mark }: PackageSettings,
  day: Day
): PackedFile[] {
  const form = csvForms[decimals];
  const columns = dictionary(chart);
  const cells = (lines: readonly (readonly FileCell[])[]) => `${mark ? BYTE_ORDER_MARK : ''}${csvText(lines, form)}`;
  const described = [['name', 'kind', 'says'], ...columns.map(({ name, kind, says }) => [name, kind, says])];
  const files: [name: string, says: string, text: string][] = [
    [DATA, 'every number of the figure, unrounded, a line for each row of it', cells(csvLines(chart, figure, address))],
    ['as-shown.csv', 'its table as the page shows it', cells(asShownLines(chart, figure, address))],
    ['dictionary.csv', `what each column of ${DATA} holds`, cells(described)],
    ['labels.R', `reads ${DATA} into R and labels its columns`, rLabels(columns, DATA, form)],
    ['labels.do', `the same for Stata`, stataLabels(columns, DATA, form)],
    ['labels.sps', `the same for SPSS`, spssLabels(columns, DATA, form)],
    [
      'citations.bib',
      'what to cite',
      Object.values(works(figure, address, day))
        .map(bibtex)
        .join('\n')
    ]
  ];
  const listed = files.map(([name, says]) => [name, says] as const);
  return [
    { name: 'README.txt', text: readMe(figure, address, listed, day) },
    ...files.map(([name, , text]) => ({ name, text }))
  ];
}
