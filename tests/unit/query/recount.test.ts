import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { byGroup } from '../../../src/lib/charts/explore/by-group.ts';
import { comparison } from '../../../src/lib/charts/explore/comparison.ts';
import {
  dimensionsOf,
  findColumn,
  findMetric,
  isDimension,
  metrics,
  numbersOf
} from '../../../src/lib/dataset/index.ts';
import type { Database } from '../../../src/lib/database/database.ts';
import { openNode } from '../../../src/lib/database/node.ts';
import { facetCounts } from '../../../src/lib/figure/facet-counts.ts';
import { canonical, samples, turnChoices, type Selection } from '../../../src/lib/selection/index.ts';
import { madeRelease } from '../database/made-release.ts';
import { RandomSelections, answerable, metricNames } from '../selection/random-selection.ts';
import { readRows, recount, recountAnswers, type Rows } from './recount.ts';
import { recountSides } from './recount-sides.ts';

const shipped = 'static/data';
const releases = [
  ['a made release', 250, async () => madeRelease(250, 3)],
  ...(existsSync(`${shipped}/manifest.json`)
    ? [['the data of the site', 30, async () => ({ folder: shipped, remove: async () => {} })] as const]
    : [])
] as const;

const { vocabulary } = byGroup;

/** Selections that leave people over, with every kind of filter often enough. */
function selections(count: number, undocumented: Rows['undocumented']): Selection[] {
  const random = new RandomSelections(4711, undocumented);
  return Array.from({ length: count }, (_, i) => {
    const metric = findMetric(i % 2 === 0 ? metrics[(i / 2) % metrics.length]!.name : random.pick(metricNames))!;
    const by = random.pick([null, 'lm_usecases', ...dimensionsOf(metric.table)]);
    const dimension = random.pick(['lm_usecases', ...dimensionsOf('utterances')]);
    const numbers = random.pick(numbersOf('utterances'));
    const selection: Selection = {
      ...vocabulary.defaults,
      metric: metric.name,
      by,
      filters: canonical(
        random.integer(3) === 0 ? [] : [{ ...random.levelFilter(dimension), exclude: random.integer(2) === 0 }],
        random.integer(3) === 0 ? [random.rangeFilter(numbers, [0, 20, 33.4, 49.5, 66, 1000.29])] : [],
        undocumented
      ),
      sample: random.pick(['all', 'all', ...samples]),
      turns: random.pick(turnChoices)
    };
    return answerable(selection);
  });
}

describe.each(releases)('the sums, on %s', (_, count, make) => {
  let database: Database;
  let rows: Rows;
  let remove: () => Promise<void>;

  beforeAll(async () => {
    const release = await make();
    remove = release.remove;
    database = await openNode(release.folder);
    rows = await readRows(release.folder);
  }, 60_000);

  afterAll(async () => {
    await database.close();
    await remove();
  });

  it(`of answers are those of a recount, for ${count / 2} selections`, { timeout: 60_000 }, async () => {
    for (const [i, selection] of selections(count / 2, rows.undocumented).entries()) {
      const { metric: name, by, filters, sample, turns } = selection;
      const { column, table } = findMetric(name)!;
      const others = dimensionsOf(table).filter((other) => other !== by);
      const counted = i % 3 === 0 ? others[i % others.length]! : column;
      const bounds = isDimension(findColumn(counted)!.column) || i % 2 === 0 ? null : [0, 1, 6, 50, 51, 100];
      const query = { kind: 'answers', metric: name, by: by === null ? [] : [by], column: counted } as const;
      const [found] = await database.answer([{ ...query, filters, sample, turns, ...(bounds ? { bounds } : {}) }]);
      const expected = recountAnswers(rows, selection, counted, bounds);
      const given = found!.map(({ g0, bin, ...sums }) => [`${g0 ?? 'all'} ${bin}`, sums] as const);
      expect(new Map(given), JSON.stringify({ selection, counted, bounds })).toEqual(expected);
    }
  });

  it(`are those of a recount, row by row, for ${count} selections`, { timeout: 60_000 }, async () => {
    let counted = 0;
    for (const selection of selections(count, rows.undocumented)) {
      const { all: asked, groups: grouped } = byGroup.queries(selection);
      const answers = await database.answer(grouped ? [asked, grouped] : [asked]);
      const { all, groups } = recount(rows, selection);
      expect(answers[0], JSON.stringify(selection)).toEqual([all]);
      const expected = [...groups].sort(([a], [b]) => a - b).map(([g0, sums]) => ({ g0, ...sums }));
      expect(answers[1] ?? [], JSON.stringify(selection)).toEqual(expected);
      if (all.people! > 0) counted++;
    }
    expect(counted).toBeGreaterThan(count / 2);
  });

  it('and so are those of comparisons, on every scale', { timeout: 60_000 }, async () => {
    const random = new RandomSelections(99, rows.undocumented);
    let counted = 0;
    for (const one of selections(count, rows.undocumented)) {
      const table = findMetric(one.metric)!.table;
      const side = () => [
        { ...random.levelFilter(random.pick(dimensionsOf(table))), exclude: random.integer(3) === 0 }
      ];
      const b = random.integer(2) === 0 ? null : canonical(side(), [], rows.undocumented);
      const compare = { a: canonical(side(), [], rows.undocumented), b };
      const selection = answerable({ ...one, compare });
      if (selection.compare === null) continue;
      const queries = Object.values(comparison.queries(selection));
      const answers = await database.answer(queries);
      for (const [i, query] of queries.entries()) {
        if (query.kind !== 'sides') continue;
        const { all, groups } = recountSides(rows, { ...selection, metric: query.metric, compare: query.compare });
        const expected =
          query.by.length === 0
            ? [all]
            : [...groups].sort(([one], [other]) => one - other).map(([g0, sums]) => ({ g0, ...sums }));
        expect(answers[i], JSON.stringify(query)).toEqual(expected);
        if (all.people_a! > 0 && all.people_b! > 0) counted++;
      }
    }
    expect(counted).toBeGreaterThan(count / 3);
  });

  it(`and so are the people each level would leave, of several columns at once`, { timeout: 60_000 }, async () => {
    const random = new RandomSelections(12, rows.undocumented);
    for (const selection of selections(Math.ceil(count / 5), rows.undocumented)) {
      const reaching = dimensionsOf(findMetric(selection.metric)!.table);
      const filtered = selection.filters.map(({ column }) => column).filter((column) => reaching.includes(column));
      const columns = [...new Set([...filtered, 'lm_usecases', random.pick(reaching), random.pick(reaching)])];
      const counts = await facetCounts(columns, selection, database);
      for (const column of columns) {
        const filters = selection.filters.filter((filter) => filter.column !== column);
        const { groups } = recount(rows, { ...selection, by: column, filters });
        const counted = [...counts.get(column)!].filter(([, people]) => people > 0);
        const expected = [...groups].map(([code, { people }]) => [code, people!] as const);
        expect(new Map(counted), JSON.stringify({ column, selection })).toEqual(
          new Map(expected.filter(([, people]) => people > 0))
        );
      }
    }
  });
});
