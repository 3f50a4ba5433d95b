import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dimensionsOf, findMetric } from '../../../src/lib/dataset/index.ts';
import type { Database } from '../../../src/lib/database/database.ts';
import { stepsOf } from '../../../src/lib/estimate/sums/steps.ts';
import { ABSENT, type MediansQuery } from '../../../src/lib/query/index.ts';
import { openColumns } from '../database/columns-in-node.ts';
import { madeRelease } from '../database/made-release.ts';
import { RandomSelections } from '../selection/random-selection.ts';

let database: Database;
let remove: () => Promise<void>;

beforeAll(async () => {
  const release = await madeRelease(150);
  remove = release.remove;
  database = await openColumns(release.folder);
});

afterAll(async () => {
  await database.close();
  await remove();
});

const numbers = ['survey_timing_duration_s', 'conversation_timing_duration_s', 'score', 'stated_factuality'];

describe.each(numbers)('medians of %s', (metric) => {
  it('and their sums are those of the single rows, group by group', async () => {
    const { table, column } = findMetric(metric)!;
    const random = new RandomSelections(7, database.manifest.undocumented);
    const by = random.pick(dimensionsOf(table).filter((name) => name !== 'lm_usecases'));
    const narrowed = { filters: [], sample: 'all', turns: 'all' } as const;
    const query: MediansQuery = { kind: 'medians', metric, by: [by], ...narrowed };
    const [answer] = await database.answer([query]);
    const [rows] = await database.columns([{ kind: 'columns', table, columns: ['user_id', by, column], ...narrowed }]);
    const [person, group, value] = ['user_id', by, column].map((name) => rows![name]!);
    const present = [...new Set(group!.filter((_, row) => value![row] !== ABSENT))].sort((a, b) => a - b);
    expect([...new Set(answer!.map(({ g0 }) => g0))]).toEqual(present);
    for (const code of present) {
      const found = answer!.filter(({ g0 }) => g0 === code);
      const own = [...group!.keys()].filter((row) => group![row] === code && value![row] !== ABSENT);
      const steps = stepsOf({ person: own.map((row) => person![row]!), value: own.map((row) => value![row]!) });
      expect(found.map(({ bin }) => bin)).toEqual(steps.values);
      expect(found.map((row) => row.rows)).toEqual(steps.rows);
      const { median, people, x, xx, y, xy, yy, z, xz, zz } = found[0]!;
      const sums = { people, x, xx };
      expect(steps.upTo).toMatchObject({ ...sums, y, xy, yy });
      expect(steps.below).toMatchObject({ ...sums, y: z, xy: xz, yy: zz });
      const sorted = own.map((row) => value![row]!).sort((a, b) => a - b);
      expect(median).toBe(sorted[Math.ceil(sorted.length / 2) - 1]);
    }
  });
});

it('nobody has no median', async () => {
  const filters = [{ column: 'score', from: 101, to: null }];
  const [answer] = await database.answer([
    { kind: 'medians', metric: 'score', by: [], filters, sample: 'all', turns: 'all' }
  ]);
  expect(answer).toEqual([]);
});
