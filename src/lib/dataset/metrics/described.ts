import { levelKey, type Dimension, type Level, type NumberColumn } from '../column.ts';
import { decapitalise } from '../format.ts';
import { doing } from '../kept.ts';
import { storedColumn, tables, type TableName } from '../tables.ts';
import type { Metric, MetricWords } from './metric.ts';

/**
 * The mean of a number column, or the share of one level of a dimension among the rows that were asked; in these words,
 * or, when there are none, in those of the description. Undefined for a name that is neither.
 *
 * @param name the column, or `column.level`
 */
export function described(name: string, words?: MetricWords): Metric | undefined {
  const [columnName = '', key, ...rest] = name.split('.');
  const found = storedColumn(columnName);
  if (!found || rest.length > 0) return undefined;
  const { table, column } = found;
  const { relative } = column.role ?? {};
  const measured = { name, table, column: columnName, ...(relative && { relative }) };
  if (column.kind === 'number' && key === undefined) {
    const { domain, perUnit, scale = 'score', heavy } = column;
    const own = words ?? wordsOfMean(column);
    return { ...measured, kind: 'mean', ...own, scale, perUnit, domain, ...(heavy && { heavy }) };
  }
  if ((column.kind !== 'category' && column.kind !== 'many') || key === undefined) return undefined;
  const missing = column.kind === 'many' ? column.missing.filter(({ value }) => value === null) : column.missing;
  const level = [...column.levels, ...missing].find((one) => levelKey(one) === key);
  if (!level) return undefined;
  const own = words ?? wordsOfShare(table, column, level);
  return { ...measured, kind: 'share', level: level.value, ...own, scale: 'share', perUnit: 1 };
}

const noteOf = ({ note }: NumberColumn | Dimension) => (note === undefined ? {} : { note });

function wordsOfMean(column: NumberColumn): MetricWords {
  const label = decapitalise(column.label);
  const { mean = { question: `What is the mean ${label}`, phrase: `the ${label}`, axis: `Mean, ${column.unit}` } } =
    column;
  return { label: column.label, ...mean, ...noteOf(column) };
}

function wordsOfShare(table: TableName, column: Dimension, level: Level): MetricWords {
  const { noun, pronoun } = tables[table];
  const unasked = column.missing.some(({ value }) => value === null);
  const asked = unasked && level.value !== null && table === 'participants';
  const words = doing(column, [level]);
  return {
    label: `${column.label}: ${level.label}`,
    phrase: `the share of ${asked ? 'the people asked' : noun[1]} ${pronoun} ${words}`,
    question: `What share of ${asked ? 'the people asked' : noun[1]} ${words}`,
    axis: `Share of ${asked ? 'people asked' : noun[1]}`,
    ...noteOf(column)
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
