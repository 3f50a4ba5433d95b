import type { Column } from './column.ts';
import { findColumn } from './find-column.ts';
import { lineage } from './lineage.ts';
import type { NamedSample, Origin, Role } from './role.ts';
import { columnsOf, tableNames, type TableName } from './tables.ts';

const all: readonly (readonly [name: string, column: Column])[] = tableNames.flatMap((table) =>
  Object.entries(columnsOf(table))
);

const none: Role = {};

/** What a column is for; nothing for the name of none. */
export function roleOf(name: string): Role {
  return findColumn(name)?.column.role ?? none;
}

/** Names of the columns whose role fits, in the description's order. */
export function columnsWhere(fits: (role: Role) => boolean): readonly string[] {
  return all.flatMap(([name, { role }]) => (role && fits(role) ? [name] : []));
}

/** The column that flags a sample's rows of a table: its own, or that of the table above. */
export function sampleFlag(sample: NamedSample, table: TableName): string {
  const flags = columnsWhere((role) => role.sample === sample);
  for (const above of lineage(table)) {
    const flag = flags.find((name) => Object.hasOwn(columnsOf(above), name));
    if (flag !== undefined) return flag;
  }
  throw new RangeError(`No column of ${table} or above flags the sample ${sample}`);
}

/** The columns that readers split and narrow by most often, the most usual first; no more than `most`. */
export function usualColumns(most = Infinity): readonly string[] {
  return [...columnsWhere(({ usual }) => usual !== undefined)]
    .sort((a, b) => roleOf(a).usual! - roleOf(b).usual!)
    .slice(0, most);
}

/** The usual ways of grouping people, no more than `most`: by what they are, then by where they come from. */
export function usualOfPeople(most = Infinity): readonly string[] {
  const ofPeople = usualColumns(most).filter((name) => findColumn(name)!.table === 'participants');
  const isPlace = (name: string) => roleOf(name).origin !== undefined;
  return [...ofPeople.filter((name) => !isPlace(name)), ...ofPeople.filter(isPlace)];
}

/** The column that puts people into the shapes of a map. */
export function shapesColumn(origin: Origin, shapes: NonNullable<Role['shapes']>): string {
  return columnsWhere((role) => role.origin === origin && role.shapes === shapes)[0]!;
}

/** Columns that are the outcome a measure of this column has, as stored: those of one judgement together, any other alone. */
export function outcomesWith(column: string): readonly string[] {
  return roleOf(column).judgement ? columnsWhere(({ judgement }) => judgement === true) : [column];
}
