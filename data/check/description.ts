import { allLevels, isDimension, type Column } from '../../src/lib/dataset/column.ts';
import { columnsOf, parentOf, tableNames, tables, type TableName } from '../../src/lib/dataset/tables.ts';
import { MISSING } from '../../src/lib/release/table-builder.ts';
import type { ShippedData } from './shipped-data.ts';

/** Where the shipped files and the description part. */
export interface Disagreement {
  readonly table: TableName;
  readonly column: string;
  readonly expected: string;
  readonly found: string;
}

/** Holds the shipped tables against the description: columns, codes, ranges, keys, parents. */
export function disagreements(data: ShippedData): Disagreement[] {
  return tableNames.flatMap((table) => [...columnDisagreements(data, table), ...keyDisagreements(data, table)]);
}

function columnDisagreements(data: ShippedData, table: TableName): Disagreement[] {
  const described = columnsOf(table);
  const shipped = data.tables[table];
  const wrong: Disagreement[] = [];
  for (const name of Object.keys(shipped)) {
    if (!Object.hasOwn(described, name)) wrong.push({ table, column: name, expected: 'no such column', found: 'one' });
  }
  for (const [name, column] of Object.entries(described)) {
    const values = shipped[name];
    if (values === undefined) {
      wrong.push({ table, column: name, expected: 'a column of integers', found: 'none' });
      continue;
    }
    const expected = rangeOf(name, column, data);
    const outside = values.filter((value) => !expected.holds(value));
    if (outside.length > 0) {
      const example = outside[0] === MISSING ? 'null' : String(outside[0]);
      wrong.push({
        table,
        column: name,
        expected: expected.words,
        found: `${outside.length} values such as ${example}`
      });
    }
  }
  return wrong;
}

interface Range {
  readonly words: string;
  holds(value: number): boolean;
}

function between(least: number, most: number, nullable: boolean): Range {
  return {
    words: `${least} to ${most}${nullable ? ', or null' : ''}`,
    holds: (value) => (value === MISSING ? nullable : value >= least && value <= most)
  };
}

function rangeOf(name: string, column: Column, data: ShippedData): Range {
  if (column.kind === 'many') return between(0, 2 ** column.levels.length - 1, true);
  if (isDimension(column)) {
    const known = allLevels(column).length + (data.manifest.undocumented[name]?.length ?? 0);
    return between(0, known - 1, false);
  }
  if (column.kind === 'number') {
    const [least, most] = column.domain;
    return between(
      least === null ? 1 - 0x8000_0000 : least * column.perUnit,
      most === null ? 0x7fff_ffff : most * column.perUnit,
      column.missing !== undefined
    );
  }
  return between(0, 0x7fff_ffff, false);
}

function keyDisagreements(data: ShippedData, table: TableName): Disagreement[] {
  const { key } = tables[table];
  const keys = data.tables[table][key] ?? new Int32Array();
  const wrong: Disagreement[] = [];
  const distinct = new Set(keys).size;
  if (distinct !== keys.length) {
    wrong.push({ table, column: key, expected: 'every id once', found: `${keys.length - distinct} repeated` });
  }
  const falling = keys.findIndex((id, row) => row > 0 && id < (keys[row - 1] ?? 0));
  if (falling >= 0)
    wrong.push({ table, column: key, expected: 'rising ids', found: `${keys[falling]} in row ${falling}` });
  const parent = parentOf(table);
  if (parent) {
    const above = new Set(data.tables[parent.table][parent.via]);
    const orphans = [...(data.tables[table][parent.via] ?? [])].filter((id) => !above.has(id)).length;
    if (orphans > 0) {
      wrong.push({ table, column: parent.via, expected: `rows of ${parent.table}`, found: `${orphans} orphans` });
    }
  }
  return wrong;
}
