import { baseOf, findColumn, type Dimension, type TableName } from '../../dataset/index.ts';

/** A field of the release's files: where it lies, and how it is read. */
export interface Field {
  /** Its name in the code. */
  readonly name: string;
  readonly table: TableName;
  /** Dotted path in a row of the table's file. */
  readonly path: string;
  /** As words; as `true` or `false`, in words; as a number; as the number of characters of a text. */
  readonly as: 'words' | 'flag' | 'number' | 'characters';
  /** How many of the smallest unit make one unit shown: 100 for seconds with two decimals. */
  readonly perUnit: number;
}

/** A column cannot be read from the files in a line of code. */
export class NotInFiles extends Error {
  constructor(label: string) {
    super(
      `“${label}” is not in the official files as it stands: the Atlas works it out from them, and code for that is not written yet`
    );
  }
}

/** Texts of which a column is the length. */
const LENGTHS: Readonly<Record<string, string>> = {
  opening_prompt_length: 'opening_prompt',
  response_length: 'model_response'
};

const named = (text: string) => text.replace(/[^A-Za-z0-9]+/g, '_');

/**
 * The field of a column that is no list of boxes to tick.
 *
 * @throws NotInFiles where no field holds it
 */
export function fieldOf(columnName: string): Field {
  const name = baseOf(columnName);
  const { table, column } = findColumn(name)!;
  const length = LENGTHS[name];
  if (length !== undefined) return { name, table, path: length, as: 'characters', perUnit: 1 };
  if (typeof column.source !== 'string' || column.kind === 'many') throw new NotInFiles(column.label);
  const at = { name: named(name), table, path: column.source };
  if (column.kind === 'number') return { ...at, as: 'number', perUnit: column.perUnit };
  if (column.kind !== 'category') throw new NotInFiles(column.label);
  const flag = [...column.levels, ...column.missing].some(({ value }) => typeof value === 'boolean');
  return { ...at, as: flag ? 'flag' : 'words', perUnit: 1 };
}

/** The fields of a list of boxes to tick, one for each of its answers. */
export function boxesOf(columnName: string): readonly Field[] {
  const name = baseOf(columnName);
  const { table, column } = findColumn(name)!;
  if (column.kind !== 'many' || typeof column.source !== 'string') throw new NotInFiles(column.label);
  return (findColumn(name)!.column as Dimension).levels.map(({ value }) => ({
    name: named(`${name}_${String(value)}`),
    table,
    path: `${column.source as string}.${String(value)}`,
    as: 'number',
    perUnit: 1
  }));
}
