import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { csvParse } from 'd3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exploreCharts, exploreVocabulary } from '../../../src/lib/charts/explore/index.ts';
import { chartShowing } from '../../../src/lib/charts/choose.ts';
import type { Figure, Row } from '../../../src/lib/charts/index.ts';
import type { Database } from '../../../src/lib/database/database.ts';
import { openNode } from '../../../src/lib/database/node.ts';
import { levelKey, levelsOf } from '../../../src/lib/dataset/index.ts';
import { answer } from '../../../src/lib/figure/answer.ts';
import type { DatabaseChart } from '../../../src/lib/charts/chart.ts';
import { parse } from '../../../src/lib/selection/index.ts';
import { pythonCode } from '../../../src/lib/take/code/python.ts';
import { rCode } from '../../../src/lib/take/code/r.ts';
import { sqlCode } from '../../../src/lib/take/code/sql.ts';
import { codeRecipeOf } from '../../../src/lib/take/code/recipe-of.ts';
import type { CodeRecipe } from '../../../src/lib/take/code/recipe.ts';
import { nameOfGroup } from '../../../src/lib/take/code/tests-of.ts';
import { writeStatic } from '../../variants/write.ts';

const run = promisify(execFile);

/** Views of every kind: means and shares of each table, groupings, filters, samples, sides. */
const links = [
  '',
  'by=gender&and=age',
  'metric=score&by=model',
  'metric=score&by=special_region&turns=all&sample=balanced',
  'metric=lm_usecases.research&by=religion',
  'metric=stated_values&by=lm_usecases',
  'metric=lm_familiarity.very-familiar&by=age.under-35.rest',
  'metric=performance_helpfulness&by=conversation_type&not.lm_frequency_use=not-asked',
  'metric=conversation_type.controversy-guided&by=gender&conversation_turns.from=2&conversation_turns.to=6',
  'metric=if_chosen.chosen&by=model_provider&lm_usecases=research&lm_usecases=asked-nothing-ticked',
  'metric=stated_safety&by=none&a.gender=female',
  'metric=score&by=conversation_type&a.model=command&b.model=claude-2',
  'metric=score&by=conversation_type&a.model=command&b.model=claude-2&estimand=within',
  'metric=lm_familiarity.very-familiar&by=lm_usecases&a.gender=female&b.gender=male',
  'metric=conversation_type.unguided&by=none&a.conversation_turns.to=5'
];

let folder: string;
let database: Database;
const made: { link: string; figure: Figure; r: string; python: string }[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'code-'));
  await writeStatic(folder, [], 120);
  database = await openNode(join(folder, 'static', 'data'));
  const extra = database.manifest.undocumented;
  for (const link of links) {
    const { selection, dropped } = parse(new URLSearchParams(link), exploreVocabulary, extra);
    expect([link, dropped]).toEqual([link, []]);
    const figure = await answer(chartShowing(exploreCharts, selection) as DatabaseChart, selection, database);
    const recipe = codeRecipeOf(figure, extra);
    if ('reason' in recipe) throw new Error(`${link}: ${recipe.reason}`);
    const address = 'https://atlas.example/explore/';
    made.push({ link, figure, r: rCode(figure, recipe, address), python: pythonCode(figure, recipe, address) });
  }
}, 60_000);

afterAll(async () => {
  await database.close();
  await rm(folder, { recursive: true, force: true });
});

/** What the code should print of a row: the names of its groups, the estimate and its interval. */
function expected({ figure }: { figure: Figure }, extra: Readonly<Record<string, readonly string[]>>) {
  const { by, and } = figure.selection;
  const nameOf = (column: string | null, key: string | undefined) =>
    column === null || key === undefined
      ? ''
      : nameOfGroup(
          column,
          levelsOf(column, extra).findIndex((level) => levelKey(level) === key),
          extra
        );
  return (row: Row, whole: boolean) => {
    const pair = row as Row & { first?: { key: string }; second?: { key: string } };
    const keys = whole ? [] : and === null ? [row.key] : [pair.first?.key, pair.second?.key];
    return [nameOf(by, keys[0]), nameOf(and, keys[1])].join(' / ');
  };
}

async function compare(outputs: readonly string[]) {
  const extra = database.manifest.undocumented;
  for (const [i, one] of made.entries()) {
    const name = expected(one, extra);
    const lines = new Map(csvParse(outputs[i]!).map((line) => [`${line.by_1} / ${line.by_2}`, line]));
    const { rows, overall } = one.figure;
    const all = [...rows.map((row) => [row, false] as const), ...(overall ? [[overall as Row, true] as const] : [])];
    let shown = 0;
    for (const [row, whole] of all) {
      const alone = one.figure.selection.by === null;
      const line = lines.get(name(row, whole || alone));
      if (!row.estimate.shown) {
        expect(['', 'NA', undefined], `${one.link} ${row.key}`).toContain(line?.estimate);
        continue;
      }
      shown++;
      const { value, low, high, people } = row.estimate;
      const found = [line!.estimate, line!.low, line!.high, line!.people].map(Number);
      for (const [j, number] of [value, low, high, people].entries())
        expect(
          Math.abs(found[j]! - number) / Math.max(1, Math.abs(number)),
          `${one.link} ${row.key} ${j}: ${found[j]} ${number}`
        ).toBeLessThan(1e-6);
    }
    expect(shown, one.link).toBeGreaterThan(0);
  }
}

describe('code that reruns a figure from the files of a release says the same', () => {
  it('in R', { timeout: 60_000 }, async () => {
    const scripts = await Promise.all(
      made.map(async ({ r }, i) => {
        await writeFile(join(folder, `${i}.R`), r);
        return `sink("${join(folder, `${i}.R.csv`)}"); source("${join(folder, `${i}.R`)}", local = new.env()); sink()`;
      })
    );
    await writeFile(join(folder, 'all.R'), scripts.join('\n'));
    await run('Rscript', ['--vanilla', join(folder, 'all.R'), join(folder, 'raw', 'data')]);
    await compare(await Promise.all(made.map((_, i) => readFile(join(folder, `${i}.R.csv`), 'utf8'))));
  });

  it('in Python', { timeout: 60_000 }, async () => {
    await Promise.all(made.map(({ python }, i) => writeFile(join(folder, `${i}.py`), python)));
    const all = `import contextlib, runpy, sys
for i in range(${made.length}):
    with open(f"${folder}/{i}.py.csv", "w") as file, contextlib.redirect_stdout(file):
        runpy.run_path(f"${folder}/{i}.py")
`;
    await writeFile(join(folder, 'all.py'), all);
    await run('/usr/bin/python3', [join(folder, 'all.py'), join(folder, 'raw', 'data')]);
    await compare(await Promise.all(made.map((_, i) => readFile(join(folder, `${i}.py.csv`), 'utf8'))));
  });

  it('in SQL, where that has the quantiles', { timeout: 60_000 }, async () => {
    const instance = await DuckDBInstance.create(':memory:');
    const connection = await instance.connect();
    const there = join(folder, 'static', 'data');
    let [compared, exact] = [0, 0];
    for (const one of made) {
      const { figure } = one;
      const chart = chartShowing(exploreCharts, figure.selection) as DatabaseChart;
      const { manifest } = database;
      const recipe = codeRecipeOf(figure, manifest.undocumented) as CodeRecipe;
      const code = sqlCode(chart, figure, recipe, manifest, '');
      if (typeof code !== 'string') {
        expect(figure.selection.compare).not.toBeNull();
        continue;
      }
      const lines = new Map<string, Record<string, unknown>>();
      for (const text of code.replaceAll("read_parquet('", `read_parquet('${there}/`).split(/;\n/)) {
        if (!/^(?!--)\S/m.test(text)) continue;
        const rows = (await connection.runAndReadAll(text)).getRowObjectsJS();
        for (const row of rows) if ('estimate' in row) lines.set(`${row.by_1 ?? ''} / ${row.by_2 ?? ''}`, row);
      }
      await connection.run(
        'drop table student; drop table participants; drop table conversations; drop table utterances'
      );
      for (const view of await viewsIn(connection)) await connection.run(`drop view "${view}"`);
      const name = expected(one, manifest.undocumented);
      for (const row of figure.rows) {
        if (!row.estimate.shown) continue;
        const line = lines.get(name(row, figure.selection.by === null))!;
        const near = (found: unknown, number: number) =>
          expect(Math.abs(Number(found) - number), `${one.link} ${row.key}`).toBeLessThan(
            1e-6 * Math.max(1, Math.abs(number))
          );
        near(line.estimate, row.estimate.value);
        if (line.low === null) exact++;
        else {
          compared++;
          near(line.low, row.estimate.low);
          near(line.high, row.estimate.high);
        }
      }
    }
    connection.closeSync();
    instance.closeSync();
    expect(compared).toBeGreaterThan(4 * exact);
  });
});

async function viewsIn(connection: DuckDBConnection): Promise<string[]> {
  const found = await connection.runAndReadAll('select view_name from duckdb_views() where not internal');
  return found.getRowsJS().map(([name]) => String(name));
}
