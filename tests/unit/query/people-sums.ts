import type { Answer, Columns } from '../../../src/lib/query/index.ts';

const SUMS = ['people', 'x', 'y', 'xx', 'xy', 'yy'] as const;
type SumsOfGroup = Record<string, number>;

/** What moments tell, as an answer of people does, of the groups in which somebody has a value. */
export const peopledGroups = (moments: Answer): SumsOfGroup[] =>
  moments
    .filter(({ people }) => people! > 0)
    .map((row) =>
      Object.fromEntries(Object.entries(row).filter(([name]) => /^g\d$/.test(name) || SUMS.some((sum) => sum === name)))
    );

/** The moments that an answer of people comes to, in the order of the groups' codes. */
export function momentsOfPeople(columns: Columns): SumsOfGroup[] {
  const names = Object.keys(columns).filter((name) => /^g\d$/.test(name));
  const groups = new Map<number, SumsOfGroup>();
  // Millionths of a standard deviation, squared and summed, may be past 2^53.
  const exactly = new Map<number, Record<(typeof SUMS)[number], bigint>>();
  columns.x!.forEach((x, row) => {
    const codes = names.map((name) => columns[name]![row]!);
    const key = codes.reduce((sum, code) => 1000 * sum + code, 0);
    const sums: SumsOfGroup = groups.get(key) ?? {
      ...Object.fromEntries(names.map((name, i) => [name, codes[i]!])),
      ...Object.fromEntries(SUMS.map((name) => [name, 0]))
    };
    groups.set(key, sums);
    const [n, y] = [BigInt(x), BigInt(columns.y![row]!)];
    const own = { people: 1n, x: n, y, xx: n * n, xy: n * y, yy: y * y };
    const exact = exactly.get(key) ?? { people: 0n, x: 0n, y: 0n, xx: 0n, xy: 0n, yy: 0n };
    exactly.set(key, exact);
    for (const name of SUMS) exact[name] += own[name];
  });
  for (const [key, sums] of groups) for (const name of SUMS) sums[name] = Number(exactly.get(key)![name]);
  return [...groups].sort(([a], [b]) => a - b).map(([, sums]) => sums);
}
