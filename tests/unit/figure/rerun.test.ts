import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DatabaseChart, Figure } from '../../../src/lib/charts/chart.ts';
import { byGroup } from '../../../src/lib/charts/explore/by-group.ts';
import { charts } from '../../../src/lib/charts/index.ts';
import { leaderboard } from '../../../src/lib/charts/models/leaderboard.ts';
import type { Database, SqlResult } from '../../../src/lib/database/database.ts';
import { answer } from '../../../src/lib/figure/answer.ts';
import { rerun } from '../../../src/lib/figure/rerun/rerun.ts';
import { scriptOf } from '../../../src/lib/figure/rerun/script.ts';
import { statementsOf } from '../../../src/lib/figure/rerun/statements.ts';
import { fewWords, groupWords, notRemade, outcomeWords } from '../../../src/lib/figure/rerun/words.ts';
import type { Columns } from '../../../src/lib/query/index.ts';
import type { Selection } from '../../../src/lib/selection/index.ts';
import { openColumns } from '../database/columns-in-node.ts';
import { madeRelease, type MadeRelease } from '../database/made-release.ts';
import { openPageEngine } from '../database/page-engine.ts';
import { variantsOf } from './invented.ts';

let release: MadeRelease;
/** The page: its own answers from its columns, SQL from its engine. */
let page: Database;
let close: () => Promise<void>;

beforeAll(async () => {
  release = await madeRelease(60);
  const own = await openColumns(release.folder);
  const engine = await openPageEngine(release.folder);
  page = { ...own, run: engine.run };
  close = async () => {
    await own.close();
    await engine.close();
    await release.remove();
  };
}, 60_000);

afterAll(() => close());

const figureOf = async (chart: DatabaseChart, selection: Selection): Promise<Figure> =>
  JSON.parse(JSON.stringify(await answer(chart, selection, page)));

/** What a figure is to a rerun of a chart whose resampling takes a second or two. */
const unresampled = (chart: DatabaseChart, selection: Selection) =>
  ({ selection, chart: chart.name, provenance: { version: release.manifest.version } }) as unknown as Figure;

/** Whether a figure is made of single rows, and not of sums that can be worked out once more. */
const isOfRows = (chart: DatabaseChart, selection: Selection) =>
  chart.task?.columns(selection).some(({ kind }) => kind === 'columns') ?? false;

const shown = (chart: DatabaseChart, selection: Selection) =>
  isOfRows(chart, selection) ? unresampled(chart, selection) : figureOf(chart, selection);

async function rerunOf(chart: DatabaseChart, selection: Selection, database = page) {
  const statements = statementsOf(chart, selection, release.manifest.undocumented);
  return rerun(chart, await shown(chart, selection), statements, database);
}

const fromDatabase = charts.filter((chart) => chart.source === 'database');

const peopleRowsOf = ({ person, g0, x, y }: Columns) => ({ person: person!, group: g0 ?? person!, x: x!, y: y! });

/** The result of each statement of a script, in a DuckDB of its own beside the files. */
async function runScript(script: string): Promise<unknown[]> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const there = script.replaceAll("read_parquet('", `read_parquet('${release.folder}/`);
  const results: unknown[] = [];
  for (const statement of there.split(/;\n/).filter((text) => /^(?!--)\S/m.test(text)))
    results.push((await connection.runAndReadAll(statement)).getRowsJS());
  connection.closeSync();
  instance.closeSync();
  return results;
}

describe('rerun in SQL', () => {
  it.each(fromDatabase)(
    'gives the numbers of $name, in each of its ways of looking',
    { timeout: 60_000 },
    async (chart) => {
      for (const selection of variantsOf(chart)) {
        const { ran, equal, verdict } = await rerunOf(chart, selection);
        if (ran.every(({ compared }) => compared.groups.length === 0)) {
          // A model set against itself, or one it never met: nobody is in it, and it has no such fold.
          expect((await figureOf(chart, selection)).denominators.people).toBe(0);
          continue;
        }
        expect(verdict).toMatch(/^Equal: SQL gives the same/);
        expect(verdict.includes('Worked out from them once more')).toBe(!isOfRows(chart, selection));
        expect(equal).toBe(true);
        for (const { statement, compared } of ran)
          for (const { key } of compared.groups)
            expect(groupWords(statement.asks, key, release.manifest.undocumented)).not.toMatch(/undefined|^\d+$|^$/);
      }
    }
  );

  const { defaults } = byGroup.vocabulary;

  /** SQL whose results are changed on their way. */
  const changed = (change: (result: SqlResult) => SqlResult): Database => ({
    ...page,
    run: async (...asked) => change(await page.run!(...asked))
  });

  it.each<[string, (result: SqlResult) => SqlResult, RegExp]>([
    [
      'a sum',
      ({ columns, rows }) => ({ columns, rows: rows.map((row) => [...row.slice(0, -1), Number(row.at(-1)) + 1]) }),
      /^Not equal: \d+ of \d+ numbers differ/
    ],
    ['a group left out', ({ columns, rows }) => ({ columns, rows: rows.slice(0, -1) }), /^Not equal/],
    [
      'a column left out',
      ({ columns, rows }) => ({ columns: columns.slice(0, -1), rows: rows.map((row) => row.slice(0, -1)) }),
      /^Not equal/
    ],
    [
      'two groups swapped',
      ({ columns, rows }) => ({ columns, rows: rows.map((row, i) => [row[0]!, ...(rows[i ^ 1] ?? row).slice(1)]) }),
      /^Not equal/
    ]
  ])('notices %s', async (_, change, words) => {
    const { equal, verdict } = await rerunOf(byGroup, defaults, changed(change));
    expect(verdict).toMatch(words);
    expect(equal).toBe(false);
  });

  it('notices a value of the figure that does not follow from its sums', async () => {
    const figure = await figureOf(byGroup, defaults);
    const statements = statementsOf(byGroup, defaults, release.manifest.undocumented);
    const row = figure.rows.find(({ estimate }) => estimate.shown)!;
    Object.assign(row.estimate, { value: (row.estimate as { value: number }).value + 0.001 });
    const { equal, verdict } = await rerun(byGroup, figure, statements, page);
    expect(equal).toBe(false);
    expect(verdict).toContain('But the values in the figure are not what follows from them');
  });

  it('takes no order of rows for a difference', async () => {
    const turned = changed(({ columns, rows }) => ({ columns, rows: [...rows].reverse() }));
    expect((await rerunOf(byGroup, defaults, turned)).equal).toBe(true);
  });

  it('notices a value of a single row', async () => {
    const one: Database = {
      ...page,
      async columns(...asked) {
        const answers = await page.columns(...asked);
        answers[0]!.score![3]! += 1;
        return answers;
      }
    };
    const { ran, equal } = await rerunOf(leaderboard, leaderboard.vocabulary.defaults, one);
    expect(equal).toBe(false);
    expect(ran.map(({ compared }) => compared.unequal)).toEqual([...ran.slice(1).map(() => 0), 1]);
    expect(outcomeWords(ran.at(-1)!.compared)).toMatch(/^\d+ numbers, 1 not equal$/);
  });

  /** The same figure with a test of whether its groups differ, for which it asks for people. */
  const tested: DatabaseChart = {
    ...({ ...byGroup, verdict: undefined } as unknown as DatabaseChart),
    task: {
      columns: ({ metric, by, filters, sample, turns }) => [
        { kind: 'people', metric, by: by === null ? [] : [by], filters, sample, turns }
      ],
      of: ([people]) => ({
        ...{ kind: 'verdict', measured: 'mean', perUnit: 1, ordered: false, refusals: [], fewest: 2, seed: 1 },
        ...{ permutations: 99, groups: [...new Set(people!.g0)], rows: peopleRowsOf(people!) }
      })
    }
  };

  it('sets what people add to groups beside SQL, and works the figure out once more', async () => {
    const statements = statementsOf(tested, defaults, release.manifest.undocumented);
    expect(statements.at(-1)!.name).toMatch(/, person by person, by /);
    const { ran, equal, verdict } = await rerunOf(tested, defaults);
    expect(verdict).toContain('Worked out from them once more');
    expect(equal).toBe(true);
    const { groups } = ran.at(-1)!.compared;
    expect(groups.length).toBeGreaterThan(2);
    for (const { sums } of groups) expect(sums.map(({ name }) => name)).toEqual(['people', 'x', 'y']);
    const alone = { ...defaults, by: null };
    expect((await rerunOf(tested, alone)).ran.at(-1)!.compared).toMatchObject({ numbers: 3, unequal: 0 });
  });

  it('notices the sum of a person', async () => {
    const one: Database = {
      ...page,
      async columns(...asked) {
        const answers = await page.columns(...asked);
        answers[0]!.y![3]! += 1;
        return answers;
      }
    };
    const { ran, equal } = await rerunOf(tested, defaults, one);
    expect(equal).toBe(false);
    expect(ran.at(-1)!.compared.unequal).toBe(1);
  });

  it('marks groups of fewer than ten people, and no others', async () => {
    const { ran } = await rerunOf(byGroup, { ...defaults, by: 'birth_country' });
    const groups = ran.flatMap(({ compared }) => compared.groups);
    expect(groups.some(({ few }) => few)).toBe(true);
    expect(groups.some(({ few }) => !few)).toBe(true);
    for (const { few, sums } of groups) expect(few).toBe(sums.find(({ name }) => name === 'people')!.own! < 10);
    expect(fewWords(1)).toBe('1 person: too few for a finding');
    expect(fewWords(9)).toBe('9 people: too few for a finding');
  });

  it('compares no figure of another release', async () => {
    const statements = statementsOf(byGroup, defaults, {});
    const figure = await figureOf(byGroup, defaults);
    const other = { ...figure, provenance: { ...figure.provenance, version: 'older' } };
    await expect(rerun(byGroup, other, statements, page)).rejects.toThrow('was made from data version older');
  });

  it('gives up when told', async () => {
    const controller = new AbortController();
    const slow: Database = {
      ...page,
      run: async (statement, signal) => {
        controller.abort();
        signal!.throwIfAborted();
        return page.run!(statement);
      }
    };
    const statements = statementsOf(byGroup, defaults, {});
    const running = rerun(byGroup, await figureOf(byGroup, defaults), statements, slow, controller.signal);
    await expect(running).rejects.toThrow(expect.objectContaining({ name: 'AbortError' }));
  });

  it('gives a script that remakes the same numbers in DuckDB elsewhere, from the files alone', async () => {
    for (const chart of [byGroup, leaderboard]) {
      const statements = statementsOf(chart, chart.vocabulary.defaults, release.manifest.undocumented);
      const results = await runScript(scriptOf(release.manifest, statements));
      const here = await Promise.all(statements.map(async ({ text }) => (await page.run!(text)).rows));
      expect(results.slice(-statements.length)).toEqual(here);
    }
  });

  it('says which numbers SQL does not remake', async () => {
    const method = '95 % intervals from 1,000 resamples of people';
    expect(notRemade(leaderboard, { method })).toMatch(/cannot be remade in SQL.*1,000 resamples/);
    expect(notRemade(byGroup, { method: '95 % intervals, clustered by person' })).toMatch(/follow from these sums/);
  });
});
