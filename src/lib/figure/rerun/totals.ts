import { ABSENT, type Answer, type Columns } from '../../query/index.ts';

/** What single rows come to, as `totalsSql` counts them: how many values each column has, and their sum. */
export function totalsOf(columns: Columns): Answer {
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
