import type { CsvForm } from '../csv-text.ts';
import type { DictionaryEntry } from '../dictionary.ts';

/** Longest label that Stata keeps. */
const STATA_LABEL = 80;

const isNumber = ({ kind }: DictionaryEntry) => kind !== 'word' && kind !== 'flag';
const plain = (text: string) => text.replaceAll('`', '');

/** R code that reads the file and labels its columns. */
export function rLabels(columns: readonly DictionaryEntry[], file: string, { separator }: CsvForm): string {
  const quoted = (text: string) => `"${plain(text).replace(/["\\]/g, '\\$&')}"`;
  return [
    `data <- read.csv${separator === ';' ? '2' : ''}("${file}", fileEncoding = "UTF-8-BOM", na.strings = "")`,
    'labels <- c(',
    columns.map(({ name, says }) => `  ${name} = ${quoted(says)}`).join(',\n'),
    ')',
    'for (name in names(labels)) attr(data[[name]], "label") <- labels[[name]]',
    ''
  ].join('\n');
}

/** Stata code that reads the file and labels its columns; what a label has no room for is a note. */
export function stataLabels(columns: readonly DictionaryEntry[], file: string, { separator }: CsvForm): string {
  const quoted = (text: string) => `\`"${plain(text).replaceAll('"', "'")}"'`;
  const words = columns.flatMap((one, i) => (isNumber(one) ? [] : [i + 1]));
  const numbers = columns.filter(isNumber).map(({ name }) => name);
  return [
    `import delimited using "${file}", delimiters("${separator}") varnames(1) case(preserve) encoding("UTF-8") bindquote(strict) stringcols(${separator === ';' ? '_all' : words.join(' ')}) clear`,
    ...(separator === ';' ? [`destring ${numbers.join(' ')}, replace dpcomma`] : []),
    ...columns.flatMap(({ name, says }) => [
      `label variable ${name} ${quoted([...plain(says)].slice(0, STATA_LABEL).join(''))}`,
      ...([...says].length > STATA_LABEL ? [`notes ${name}: ${plain(says)}`] : [])
    ]),
    ''
  ].join('\n');
}

/** SPSS syntax that reads the file and labels its columns. */
export function spssLabels(columns: readonly DictionaryEntry[], file: string, { separator, decimal }: CsvForm): string {
  const quoted = (text: string) => `'${plain(text).replaceAll("'", "''")}'`;
  const format = (one: DictionaryEntry) => (isNumber(one) ? 'F20.12' : one.kind === 'flag' ? 'A5' : 'A2000');
  return [
    'SET UNICODE=ON.',
    `SET DECIMAL=${decimal === ',' ? 'COMMA' : 'DOT'}.`,
    `GET DATA /TYPE=TXT /FILE='${file}' /ENCODING='UTF8' /ARRANGEMENT=DELIMITED /DELCASE=LINE /FIRSTCASE=2 /DELIMITERS="${separator}" /QUALIFIER='"'`,
    '  /VARIABLES=',
    ...columns.map((one, i) => `    ${one.name} ${format(one)}${i === columns.length - 1 ? '.' : ''}`),
    'VARIABLE LABELS',
    ...columns.map(({ name, says }, i) => `  ${name} ${quoted(says)}${i === columns.length - 1 ? '.' : ''}`),
    'EXECUTE.',
    ''
  ].join('\n');
}
