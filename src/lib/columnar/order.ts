/** Rows so sorted that people follow one another, and within each their conversations; else in the order given. */
export function personByPerson(person: Int32Array, conversation: Int32Array | null): Int32Array {
  const rows = Int32Array.from({ length: person.length }, (_, row) => row);
  return sortedBy(conversation === null ? rows : sortedBy(rows, conversation), person);
}

/** Rows by ascending id; those of one id stay in the order given. */
export function sortedBy(rows: Int32Array, ids: Int32Array): Int32Array {
  let [highest, sorted] = [0, true];
  for (let i = 0; i < rows.length; i++) {
    const id = ids[rows[i]!]!;
    if (id > highest) highest = id;
    if (i > 0 && id < ids[rows[i - 1]!]!) sorted = false;
  }
  if (sorted) return rows;
  // Ids far apart would ask for more memory than there are rows.
  if (highest > 4 * rows.length + 1024) return rows.slice().sort((a, b) => ids[a]! - ids[b]!);
  const next = new Int32Array(highest + 2);
  for (const row of rows) next[ids[row]! + 1]!++;
  for (let id = 0; id <= highest; id++) next[id + 1]! += next[id]!;
  const found = new Int32Array(rows.length);
  for (const row of rows) found[next[ids[row]!]!++] = row;
  return found;
}
