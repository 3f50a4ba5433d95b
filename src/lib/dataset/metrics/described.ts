import { levelKey } from '../column.ts';
import { decapitalise } from '../format.ts';
import { doing, nouns, pronouns } from '../kept.ts';
import { findColumn, tables, type TableName } from '../tables.ts';
import type { Metric } from './metric.ts';

/** Columns of which the replies to each message have the same share by construction. */
const relative = new Set(['if_chosen']);

/**
 * A metric straight from the description: the mean of a number column, or the share of one level of a dimension among
 * the rows that were asked. Undefined for any other name.
 */
export function described(name: string): Metric | undefined {
  const [columnName = '', key, ...rest] = name.split('.');
  const found = findColumn(columnName);
  if (!found || rest.length > 0) return undefined;
  const { table, column } = found;
  const label = decapitalise(column.label);
  const noted = column.note === undefined ? {} : { note: column.note };
  if (column.kind === 'number' && key === undefined) {
    const { mean = { question: `What is the mean ${label}`, phrase: `the ${label}`, axis: `Mean, ${column.unit}` } } =
      column;
    return { name, table, column: columnName, label: column.label, ...mean, ...noted };
  }
  if ((column.kind !== 'category' && column.kind !== 'many') || key === undefined) return undefined;
  const levels = column.kind === 'many' ? column.levels : [...column.levels, ...column.missing];
  const level = levels.find((one) => levelKey(one) === key);
  if (!level || level.value === null) return undefined;
  const rows = nouns[table];
  const asked = column.missing.some(({ value }) => value === null) && table === 'participants';
  const words = doing(column, [level]);
  return {
    name,
    table,
    column: columnName,
    level: level.value,
    label: `${column.label}: ${level.label}`,
    phrase: `the share of ${asked ? 'the people asked' : rows} ${pronouns[table]} ${words}`,
    question: `What share of ${asked ? 'the people asked' : rows} ${words}`,
    axis: `Share of ${asked ? 'people asked' : rows}`,
    ...noted,
    ...(relative.has(columnName) ? { relative: 'message' } : {})
  };
}

/** Every name that `described` knows in a table: number columns, and dimensions by their first level. */
export function describedIn(table: TableName): readonly string[] {
  return Object.entries(tables[table].columns).flatMap(([name, column]) => {
    if (column.kind === 'number') return [name];
    if (column.kind !== 'category' && column.kind !== 'many') return [];
    const first = column.levels[0];
    return first ? [`${name}.${levelKey(first)}`] : [];
  });
}
