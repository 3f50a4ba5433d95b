import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { byGroup } from '../../../src/lib/charts/explore/by-group.ts';
import {
  allLevels,
  columnsOf,
  dimensionsOf,
  findColumn,
  findMetric,
  isDimension,
  metrics,
  numbersOf,
  tableNames,
  tables
} from '../../../src/lib/dataset/index.ts';
import type { Database } from '../../../src/lib/database/database.ts';
import { openNode } from '../../../src/lib/database/node.ts';
import {
  ABSENT,
  type Answer,
  type AnswersQuery,
  type ArraysQuery,
  type Columns,
  type ColumnsQuery,
  type PeopleQuery,
  type Query
} from '../../../src/lib/query/index.ts';
import type { Comparison, Selection } from '../../../src/lib/selection/index.ts';
import { madeRelease } from '../database/made-release.ts';
import { openColumns } from '../database/columns-in-node.ts';
import { openPageEngine } from '../database/page-engine.ts';
import { momentsOfPeople, peopledGroups } from './people-sums.ts';
import { kinds, randomQueries } from './random-queries.ts';
import { RandomSelections, metricNames } from '../selection/random-selection.ts';

/** The data of the site, when it has been built, and a release in which everything occurs. */
const shipped = 'static/data';
const releases = [
  ['a made release', 80, async () => madeRelease(150)],
  ...(existsSync(`${shipped}/manifest.json`)
    ? [['the data of the site', 30, async () => ({ folder: shipped, remove: async () => {} })] as const]
    : [])
] as const;

const everything = { filters: [], sample: 'all', turns: 'all' } as const;
/** A column’s profile has a mean, which is no integer, and a test of its own. */
const sums = kinds.filter((kind) => kind !== 'profile');

const opened = ['utterance_id', 'user_id', 'interaction_id', 'model', 'score', 'if_chosen', 'age', 'topic'];

/** Every value is a number as JavaScript has them, whole and exact: no BigInt, no decimal, no 128-bit object. */
function onlyExactIntegers(answer: Answer): boolean {
  return answer.every((row) => Object.values(row).every((value) => Number.isSafeInteger(value)));
}

describe.each(releases)('all answerers, on %s', (name, count, make) => {
  /** DuckDB in Node: the others must give what it gives. */
  let build: Database;
  let others: Record<'columns' | 'DuckDB-WASM', Database>;
  let remove: () => Promise<void>;

  beforeAll(async () => {
    const release = await make();
    remove = release.remove;
    build = await openNode(release.folder);
    others = { columns: await openColumns(release.folder), 'DuckDB-WASM': await openPageEngine(release.folder) };
  }, 60_000);

  afterAll(async () => {
    await build.close();
    for (const other of Object.values(others)) await other.close();
    await remove();
  });

  async function allAnswer(queries: readonly Query[]): Promise<Answer[]> {
    const answers = await build.answer(queries);
    for (const [which, other] of Object.entries(others)) expect(await other.answer(queries), which).toEqual(answers);
    // Millionths of a standard deviation, squared and summed, may be past 2^53: then they are the nearest double.
    const short = answers.filter((_, i) => !('metric' in queries[i]!) || queries[i].metric !== 'score_z');
    expect(short.filter((answer) => !onlyExactIntegers(answer))).toEqual([]);
    return answers;
  }

  async function allGive(queries: readonly ArraysQuery[]): Promise<Columns[]> {
    const one = await build.columns(queries);
    // Element by element a matcher would take a minute.
    const bytes = (columns: Columns) =>
      Object.entries(columns).map(([name, values]) => [name, Buffer.from(values.buffer).toString('base64')]);
    for (const [which, other] of Object.entries(others)) {
      const given = await other.columns(queries);
      one.forEach((columns, i) =>
        expect(bytes(given[i]!), `${which}: ${JSON.stringify(queries[i])}`).toEqual(bytes(columns))
      );
    }
    return one;
  }

  it.each(metrics)('answer $name by every dimension alike', { timeout: 120_000 }, async ({ name: metric, table }) => {
    // On the data of the site, one metric of each table shows what all do: the same rows, joined in the same way.
    const whole = name === 'a made release' || metrics.find((one) => one.table === table)!.name === metric;
    const groupings = whole ? dimensionsOf(table) : new RandomSelections(3).shuffled(dimensionsOf(table)).slice(0, 6);
    const queries = groupings.map((by): Query => ({ kind: 'moments', metric, by: [by], ...everything }));
    const answers = await allAnswer([...queries, { kind: 'moments', metric, by: [], ...everything }]);
    const people = groupings.map((by): PeopleQuery => ({ kind: 'people', metric, by: [by], ...everything }));
    (await allGive(people)).forEach((columns, i) =>
      expect(momentsOfPeople(columns), groupings[i]).toEqual(peopledGroups(answers[i]!))
    );
    const total = answers.pop()!;
    expect(total).toHaveLength(1);
    expect(total[0]!.people).toBeGreaterThan(0);
    answers.forEach((answer, i) => {
      expect(answer.length, groupings[i]).toBeGreaterThan(0);
      expect(Object.keys(answer[0]!)).toEqual(['g0', ...Object.keys(total[0]!)]);
      const codes = answer.map((row) => row.g0!);
      expect(codes).toEqual([...new Set(codes)].sort((a, b) => a - b));
      if (groupings[i] === 'lm_usecases') return;
      for (const sum of ['x', 'y', 'absent'] as const) {
        expect(answer.reduce((all, row) => all + row[sum]!, 0)).toBe(total[0]![sum]);
      }
    });
  });

  // The other data would say nothing new, in twice the time.
  const everyMeasure = name === 'a made release' ? it : () => {};
  everyMeasure('answer every number and level as a measure alike', { timeout: 120_000 }, async () => {
    const random = new RandomSelections(17);
    const queries = metricNames.flatMap((metric, i): Query[] => {
      const { table, kind } = findMetric(metric)!;
      const by = kind === 'mean' || i % 8 === 0 ? [random.pick(dimensionsOf(table))] : [];
      return [{ kind: 'moments', metric, by, ...everything }];
    });
    const answers = await allAnswer(queries);
    expect(answers).toHaveLength(metricNames.length);
    for (const row of answers.flat()) expect(row.xx! >= row.x! && row.x! >= row.people!).toBe(true);
  });

  it.each(sums)('answer random queries of %s alike', { timeout: 120_000 }, async (kind) => {
    const draw: () => Query = randomQueries(20240424, build.manifest.undocumented)[kind];
    const answers = await allAnswer(Array.from({ length: count / 2 }, draw));
    expect(answers.filter((answer) => answer.length > 0).length).toBeGreaterThan(count / 8);
  });

  it(`answer ${count} random filters, samples and turns alike`, { timeout: 120_000 }, async () => {
    const random = new RandomSelections(20240424, build.manifest.undocumented);
    const selections = Array.from({ length: count }, () => random.selection(byGroup.vocabulary));
    const answers = await allAnswer(selections.flatMap((selection) => Object.values(byGroup.queries(selection))));
    expect(answers.filter((answer) => (answer[0]?.people ?? 0) > 0).length).toBeGreaterThan(count / 3);
  });

  it('answer random comparisons alike, and the rest is what side a leaves', { timeout: 120_000 }, async () => {
    const random = new RandomSelections(77, build.manifest.undocumented);
    const { vocabulary } = byGroup;
    const compared: (Selection & { compare: Comparison })[] = [];
    while (compared.length < count / 4) {
      const selection = random.selection(vocabulary);
      if (selection.compare) compared.push({ ...selection, compare: selection.compare });
    }
    for (const { metric, by, filters, sample, turns, compare } of compared) {
      const rows = { metric, filters, sample, turns, by: by === null ? [] : [by] };
      const [sides, moments] = await allAnswer([
        { kind: 'sides', ...rows, compare },
        { kind: 'moments', ...rows }
      ]);
      const all = new Map(moments!.map((row) => [row.g0, row]));
      for (const row of sides!) {
        const total = all.get(row.g0)!;
        expect(row.people_either).toBe(row.people_a! + row.people_b! - row.people_shared!);
        if (compare.b !== null) continue;
        expect(row.people_either).toBe(total.people);
        for (const sum of ['x', 'y', 'ratings'] as const) expect(row[`${sum}_a`]! + row[`${sum}_b`]!).toBe(total[sum]);
        for (const [square, ends] of [
          ['xx', ['xaxb']],
          ['xy', ['xayb', 'yaxb']],
          ['yy', ['yayb']]
        ] as const) {
          const across = ends.reduce((sum, end) => sum + row[end]!, 0) * (ends.length === 1 ? 2 : 1);
          expect(row[`${square}_a`]! + row[`${square}_b`]! + across).toBe(total[square]);
        }
      }
    }
  });

  it('answer how many people each level of every dimension would leave alike', { timeout: 120_000 }, async () => {
    await allAnswer([{ kind: 'facets', metric: 'score', columns: dimensionsOf('utterances'), ...everything }]);
  });

  it('answer how rows fall over answers alike, and all of them fall somewhere', { timeout: 120_000 }, async () => {
    const random = new RandomSelections(99, build.manifest.undocumented);
    const queries = Array.from({ length: count }, (_, i): [AnswersQuery, Query] => {
      const { name, table, column, kind } = findMetric(i % 2 === 0 ? random.pick(metrics).name : random.metric())!;
      const by = random.pick([[], [random.pick(dimensionsOf(table))]]);
      const { filters, sample, turns } = random.selection(byGroup.vocabulary);
      const rows = { metric: name, by, filters, sample, turns };
      const counted = i % 3 === 0 || kind === 'share' ? random.pick([column, ...dimensionsOf(table)]) : column;
      const bounds = random.pick([undefined, [0, 1, 6, 50, 100], [-3000, 0, 500, 100_000]]);
      const dimension = isDimension(findColumn(counted)!.column) ? counted : column;
      return [
        {
          kind: 'answers',
          ...rows,
          column: dimension,
          ...(bounds && kind === 'mean' && dimension === column ? { bounds } : {})
        },
        { kind: 'moments', ...rows }
      ];
    }).filter(([{ by, column }]) => !by.includes(column));
    const answers = await allAnswer(queries.flat());
    queries.forEach(([query], i) => {
      const [fallen, moments] = [answers[2 * i]!, answers[2 * i + 1]!];
      if (findColumn(query.column)!.column.kind === 'many') return;
      const totals = new Map<number | undefined, number>();
      for (const { g0, y } of fallen) totals.set(g0, (totals.get(g0) ?? 0) + y!);
      for (const { g0, x } of moments) expect(totals.get(g0) ?? 0).toBe(x);
    });
  });

  it('answer bounds at the ends of what can be said alike', { timeout: 120_000 }, async () => {
    const queries = ['conversation_timing_duration_s', 'stated_other', 'score'].flatMap((column) =>
      [0, -0.25, 0.29, 1.1, 1e-7, 33.333, 1e6, -Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER].flatMap((bound) =>
        [
          { column, from: bound, to: null },
          { column, from: null, to: bound }
        ].map((filter): Query => ({ kind: 'moments', metric: 'score', by: [], ...everything, filters: [filter] }))
      )
    );
    await allAnswer(queries);
  });

  it('answer sums past what a double holds exactly alike', { timeout: 120_000 }, async () => {
    const { folder, remove } = await madeRelease(60, 4, { most: 200_000 });
    const databases = [await openNode(folder), await openColumns(folder), await openPageEngine(folder)];
    const metric = 'conversation_timing_duration_s';
    const rows = { metric, by: ['age'], ...everything };
    const queries: Query[] = [
      { kind: 'moments', ...rows },
      { kind: 'sides', ...rows, compare: { a: [new RandomSelections(1).levelFilter('gender')], b: null } }
    ];
    const [one, ...rest] = await Promise.all(databases.map((database) => database.answer(queries)));
    for (const other of rest) expect(other).toEqual(one);
    for (const answer of one!) expect(onlyExactIntegers(answer)).toBe(false);
    for (const database of databases) await database.close();
    await remove();
  });

  it('give single rows alike', { timeout: 120_000 }, async () => {
    const random = new RandomSelections(11, build.manifest.undocumented);
    const queries = Array.from({ length: 30 }, (_, i): ColumnsQuery => {
      const { filters, sample, turns } = i === 0 ? everything : random.selection(byGroup.vocabulary);
      const table = i === 0 ? 'utterances' : random.pick(tableNames);
      const columns = i === 0 ? opened : [tables[table].key, random.pick(dimensionsOf(table)), ...numbersOf(table)];
      return { kind: 'columns', table, columns, filters, sample, turns };
    });
    const one = await allGive(queries);
    expect(Object.keys(one[0]!)).toEqual(opened);
    expect(one[0]!.user_id).toHaveLength(build.manifest.counts.utterances!);
    one.forEach((columns, i) => {
      const [key, ...rest] = Object.values(columns);
      expect(key).toBeInstanceOf(Int32Array);
      expect(key!.every((id, row) => row === 0 || id > key![row - 1]!)).toBe(true);
      for (const column of rest) expect(column.length, queries[i]!.columns.join()).toBe(key!.length);
    });
    const all = await build.columns([{ ...queries[0]!, columns: ['utterance_id', 'lm_usecases', 'score'] }]);
    expect(all[0]!.lm_usecases!.includes(ABSENT)).toBe(true);
    expect(all[0]!.score!.includes(ABSENT)).toBe(false);
  });

  it('give random people alike', { timeout: 120_000 }, async () => {
    const { people } = randomQueries(20240424, build.manifest.undocumented);
    const queries = Array.from({ length: count / 2 }, people);
    const given = await allGive(queries);
    expect(given.filter(({ x }) => x!.length > 0).length).toBeGreaterThan(count / 8);
    const moments = await build.answer(queries.map((query): Query => ({ ...query, kind: 'moments' })));
    given.forEach((columns, i) => {
      expect(momentsOfPeople(columns)).toEqual(peopledGroups(moments[i]!));
      const { person } = columns;
      expect(person!.every((one, row) => [0, 1].includes(one - (person![row - 1] ?? 0)))).toBe(true);
    });
  });

  it('describe every column alike', { timeout: 120_000 }, async () => {
    const columns = tableNames.flatMap((table) => Object.entries(columnsOf(table)));
    const queries = columns.map(([column]): Query => ({ kind: 'profile', column }));
    const one = await build.answer(queries);
    const close = (answer: Answer) =>
      answer.map((row) => Object.fromEntries(Object.entries(row).map(([key, n]) => [key, n?.toPrecision(12) ?? n])));
    for (const [which, other] of Object.entries(others)) {
      const answers = await other.answer(queries);
      columns.forEach(([name], i) => expect(close(answers[i]!), `${which}: ${name}`).toEqual(close(one[i]!)));
    }
    columns.forEach(([, column], i) => {
      if (column.kind === 'many') {
        for (const row of one[i]!) expect(row.code).toBeLessThan(allLevels(column).length);
      }
    });
  });
});
