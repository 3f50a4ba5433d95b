/**
 * For each id the row of `keys` that holds it.
 *
 * @throws RangeError when none does: `table` says where it was looked for
 */
export function positions(ids: Int32Array, keys: Int32Array, table: string): Int32Array {
  const rowOf = new Map<number, number>();
  keys.forEach((key, row) => rowOf.set(key, row));
  const found = new Int32Array(ids.length);
  for (let i = 0; i < ids.length; i++) {
    // Rows are mostly in the order of the table above.
    const row = i > 0 && ids[i] === ids[i - 1] ? found[i - 1] : rowOf.get(ids[i]!);
    if (row === undefined) throw new RangeError(`${table} has no row ${ids[i]}`);
    found[i] = row;
  }
  return found;
}
