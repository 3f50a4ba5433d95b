import type { Manifest, Remade } from '../../dataset/manifest.ts';
import { columnsOf, parentOf, tableNames, type TableName } from '../../dataset/tables.ts';
import { isRelative } from '../relative.ts';
import { MISSING, type BuiltColumns } from '../table-builder.ts';

/** Columns with higher values are no codes, and their values are not listed. */
const MOST_CODES = 1000;

/**
 * The values of a column by those of another; null when a value of that one goes with several, or none could be listed.
 * Values that do not occur have `MISSING`.
 */
function following(values: Int32Array, followed: Int32Array): number[] | null {
  const found: number[] = [];
  for (const [row, value] of values.entries()) {
    const by = followed[row]!;
    if (by < 0 || by > MOST_CODES || (found[by] ?? value) !== value) return null;
    found[by] = value;
  }
  return Array.from(found, (value) => value ?? MISSING);
}

/** Whether each row of a table has the value of its row in the table above. */
function isSame(
  values: Int32Array,
  ids: Int32Array,
  above: { readonly ids: Int32Array; readonly values: Int32Array }
): boolean {
  const valueOf = new Map(Array.from(above.ids, (id, row) => [id, above.values[row]]));
  return values.every((value, row) => valueOf.get(ids[row]!) === value);
}

/** The columns of a release that need not be shipped, as its manifest lists them. */
export function remadeOf(tables: Readonly<Record<TableName, BuiltColumns>>): NonNullable<Manifest['remade']> {
  const found: Partial<Record<TableName, Remade>> = {};
  for (const table of tableNames) {
    const parent = parentOf(table);
    const remade: Record<string, readonly number[] | null> = {};
    for (const [name, values] of Object.entries(tables[table])) {
      const { follows, sameAs } = columnsOf(table)[name] ?? {};
      if (isRelative(name)) remade[name] = null;
      else if (follows !== undefined) {
        const codes = following(values, tables[table][follows]!);
        if (codes !== null) remade[name] = codes;
      } else if (sameAs !== undefined && parent !== null) {
        const above = tables[parent.table];
        const same = { ids: above[parent.via]!, values: above[sameAs]! };
        if (isSame(values, tables[table][parent.via]!, same)) remade[name] = null;
      }
    }
    if (Object.keys(remade).length > 0) found[table] = remade;
  }
  return found;
}
