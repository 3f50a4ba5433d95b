import { DataType, type Table } from 'apache-arrow';
import type { SqlResult } from './database.ts';

type Value = SqlResult['rows'][number][number];

/**
 * The engine's result with values as JavaScript has them: an integer as a number where that is exact, else as a bigint;
 * dates and times as ISO 8601; what has parts of its own as text.
 */
export function sqlResultOf(table: Table): SqlResult {
  const columns = table.schema.fields.map(({ name }) => name);
  const read = table.schema.fields.map(({ type }, i) => {
    const vector = table.getChildAt(i)!;
    const plain = plainOf(type);
    return (row: number): Value => {
      const value: unknown = vector.get(row);
      return value === null || value === undefined ? null : plain(value);
    };
  });
  const rows = Array.from({ length: table.numRows }, (_, row) => read.map((column) => column(row)));
  return { columns, rows };
}

function plainOf(type: DataType): (value: unknown) => Value {
  if (DataType.isTimestamp(type) || DataType.isDate(type)) {
    const end = DataType.isDate(type) ? 10 : 19;
    return (value) => new Date(value as number).toISOString().slice(0, end);
  }
  return (value) => {
    switch (typeof value) {
      case 'number':
      case 'boolean':
      case 'string':
        return value;
      case 'bigint':
        return Number.isSafeInteger(Number(value)) ? Number(value) : value;
      default:
        return String(value);
    }
  };
}
