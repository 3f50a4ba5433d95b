import { notShipped } from '../dataset/not-shipped.ts';
import { columnsOf, storedColumn, tables, type TableName } from '../dataset/tables.ts';
import { texts } from '../dataset/texts.ts';
import type { RowShape } from './shape.ts';

/** A field of a table's rows as released. */
interface Field {
  /** Dotted path; the last part is `*` where the keys are the answers to a question. */
  readonly path: string;
  /** Names of the keys under the path, where the field is an object with a key for each answer. */
  readonly answers?: readonly string[];
  readonly optional?: boolean;
}

/** The keys that a row holds for the answers to a many-valued column; none for other columns. */
function answersTo(name: string): readonly string[] | undefined {
  const column = storedColumn(name)?.column;
  return column?.kind === 'many' ? column.levels.map(({ value }) => String(value)) : undefined;
}

/** Every field of a table's rows: what its columns are read from, its texts, and what is not shipped. */
function fieldsOf(table: TableName): readonly Field[] {
  const columns = Object.entries(columnsOf(table)).flatMap(([name, { source, mayLack = false }]): Field[] => {
    if (typeof source !== 'string') return source.of === undefined ? [] : [{ path: source.of }];
    const answers = answersTo(name);
    return [{ path: source, optional: mayLack, ...(answers && { answers }) }];
  });
  const written = Object.values(texts).filter(({ of }) => (of === 'interactions' ? 'utterances' : of) === table);
  const left = notShipped
    .filter(({ release }) => release === tables[table].release)
    .map(({ field, answersTo: name }): Field => {
      const answers = name === undefined ? undefined : answersTo(name);
      return { path: field.replace(/\.\*$/, ''), ...(answers && { answers }) };
    });
  return [...columns, ...written.map(({ source }) => ({ path: source })), ...left];
}

/** The keys that the rows of a table have as released, by the description. */
export function releasedShape(table: TableName): RowShape {
  const keys = new Set<string>();
  const optional = new Set<string>();
  const nullable = new Set<string>();
  const nested: Record<string, { keys: string[]; optional: string[] }> = {};
  for (const { path, answers, optional: mayLack } of fieldsOf(table)) {
    const [key, inner] = path.split('.') as [string, string?];
    keys.add(key);
    if (inner !== undefined || answers) {
      const own = (nested[key] ??= { keys: [], optional: [] });
      own.keys.push(...(answers ?? [inner!]));
      if (mayLack && inner !== undefined) own.optional.push(inner);
    } else if (mayLack) optional.add(key);
    // Nothing is asked of some people.
    if (answers) nullable.add(key);
  }
  return { keys: [...keys], nested, optional: [...optional], nullable: [...nullable] };
}
