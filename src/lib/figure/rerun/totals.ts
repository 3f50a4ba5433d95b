import { ABSENT, type Answer, type ArraysQuery, type Columns } from '../../query/index.ts';

/** What the answer to a query of arrays comes to, as `totalsSql` counts it. */
export const totalsOf = (asks: ArraysQuery, columns: Columns): Answer =>
  asks.kind === 'people' ? totalsOfPeople(asks.by.length, columns) : totalsOfColumns(columns);

/** By group, how many people are in it and what their counts and sums come to; one row where nothing is grouped. */
function totalsOfPeople(groupings: number, columns: Columns): Answer {
  const [x, y] = [columns.x!, columns.y!];
  const names = Array.from({ length: groupings }, (_, i) => `g${i}`);
  const found = new Map<string, Record<string, number>>();
  if (groupings === 0) found.set('', { people: 0, x: 0, y: 0 });
  for (let row = 0; row < x.length; row++) {
    const codes = names.map((name) => columns[name]![row]!);
    const key = codes.join();
    const group = found.get(key) ?? {
      ...Object.fromEntries(names.map((name, i) => [name, codes[i]!])),
      ...{ people: 0, x: 0, y: 0 }
    };
    found.set(key, group);
    group.people!++;
    group.x! += x[row]!;
    group.y! += y[row]!;
  }
  return [...found.values()];
}

/** How many values each column of single rows has, and their sum. */
function totalsOfColumns(columns: Columns): Answer {
  const all = Object.entries(columns);
  const rows = all[0]?.[1].length ?? 0;
  const { user_id: whose } = columns;
  const counts = { rows, ...(whose && { people: new Set(whose).size }) };
  const totals = all.map(([name, values]) => {
    let [present, sum] = [0, 0];
    for (const value of values) {
      if (value === ABSENT) continue;
      present++;
      sum += value;
    }
    return { name, present, sum };
  });
  return [
    { part: 0, ...counts, ...Object.fromEntries(totals.map(({ name, present }) => [name, present])) },
    { part: 1, ...counts, ...Object.fromEntries(totals.map(({ name, sum }) => [name, sum])) }
  ];
}
