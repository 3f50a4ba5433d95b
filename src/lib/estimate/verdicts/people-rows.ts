/**
 * What people add to groups: a row for each person and group in which they have a value. Rows of one person stand together.
 * Typed data only: it is posted to a worker.
 */
export interface PeopleRows {
  readonly person: Int32Array;
  /** Code of the group. */
  readonly group: Int32Array;
  /** The person's rows with a value in the group, and the sum of these: whole numbers. */
  readonly x: Int32Array;
  readonly y: Int32Array;
}

/** Those of some rows that `keep` wants, with what `code` makes of their groups. */
export function rowsWhere(
  rows: PeopleRows,
  keep: (row: number) => boolean,
  code = (group: number) => group
): PeopleRows {
  const kept = Int32Array.from(rows.group.keys()).filter(keep);
  const pick = (values: Int32Array) => kept.map((row) => values[row]!);
  return { person: pick(rows.person), group: pick(rows.group).map(code), x: pick(rows.x), y: pick(rows.y) };
}

/** How many people have a row, and whether one of them has several. */
export function peopleOf({ person }: PeopleRows): { readonly people: number; readonly shared: boolean } {
  let people = 0;
  for (let row = 0; row < person.length; row++) if (row === 0 || person[row] !== person[row - 1]) people++;
  return { people, shared: people < person.length };
}
