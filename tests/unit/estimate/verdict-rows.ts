import type { PeopleRows } from '../../../src/lib/estimate/verdicts/people-rows.ts';
import { groupsWhere, type TestedGroups } from '../../../src/lib/estimate/verdicts/tested-groups.ts';
import { fixture, type Numbers, type Planted } from './reference-rows.ts';

type Column = 'score' | 'chosen' | 'even';
type Grouping = 'age' | 'topic' | 'turn';

interface Verdicts {
  readonly people: { person: number[]; age: number[]; conversations: number[] };
  readonly rows: Record<'person' | Grouping, number[]> & { opener: boolean[] } & Record<Column, (number | null)[]>;
  readonly apart: Readonly<Record<string, Numbers>>;
  readonly welch: Numbers;
  readonly slopes: Readonly<Record<string, Numbers>>;
  readonly permuted: Readonly<Record<string, Record<'overall' | 'trend', number>>>;
  readonly everyone: Numbers;
  readonly shared: Readonly<Record<string, Numbers>>;
  readonly rest: Readonly<Record<string, Numbers>>;
}

export const verdicts = fixture<Verdicts>('verdicts');

/** What people add to the groups of a column, only openers counting; with an error, if one is planted. */
function peopleIn(column: Column, by: Grouping, planted?: Planted): PeopleRows {
  const { rows, people } = verdicts;
  const found = new Map<string, { person: number; group: number; x: number; y: number }>();
  rows.person.forEach((person, row) => {
    if (!rows.opener[row] && planted !== 'filter dropped') return;
    const value = rows[column][row] ?? (planted === 'missing counted as zero' ? 0 : null);
    if (value === null) return;
    const who = planted === 'clusters ignored' ? row : person;
    const group = rows[by][row]!;
    const own = found.get(`${who} ${group}`) ?? { person: who, group, x: 0, y: 0 };
    own.x = planted === 'denominator from the wrong table' ? people.conversations[person - 1]! : own.x + 1;
    own.y += value;
    found.set(`${who} ${group}`, own);
  });
  const all = [...found.values()];
  const pick = (name: 'person' | 'group' | 'x' | 'y') => Int32Array.from(all, (one) => one[name]);
  return { person: pick('person'), group: pick('group'), x: pick('x'), y: pick('y') };
}

/** The groups of a column, however few people they have. */
export function groupsIn(column: Column, by: Grouping, planted?: Planted): TestedGroups {
  const codes = [...new Set(verdicts.rows[by])].sort((a, b) => a - b);
  return groupsWhere(peopleIn(column, by, planted), codes, () => true);
}
