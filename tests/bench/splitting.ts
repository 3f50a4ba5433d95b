import { disagreement } from '../../src/lib/charts/scores/disagreement.ts';
import type { DatabaseChart } from '../../src/lib/charts/chart.ts';
import { tasteByGroup } from '../../src/lib/charts/scores/taste-by-group.ts';
import { whoseTaste } from '../../src/lib/charts/scores/whose-taste.ts';
import type { Database } from '../../src/lib/database/database.ts';
import { kernel } from '../../src/lib/estimate/task.ts';
import type { Columns, ColumnsQuery } from '../../src/lib/query/index.ts';
import { lineTable, median, type Line, type Table } from './report.ts';

const REPEATS = 3;

/** Milliseconds until the first figure of a slice, with an interval. */
const BUDGET = 1000;

const charts: readonly (readonly [DatabaseChart, string])[] = [
  [whoseTaste, 'whose taste'],
  [tasteByGroup, 'taste by group'],
  [disagreement, 'disagreement']
];

/** Milliseconds to what a chart shows first, and to its end. */
function timed(chart: DatabaseChart, columns: readonly Columns[], filters: ColumnsQuery['filters']) {
  const selection = { ...chart.vocabulary.defaults, filters };
  const clock = performance.now();
  const steps = kernel(chart.task!.of(columns, selection, {}, {}));
  let first: number | null = null;
  for (;;) {
    const { done, value } = steps.next();
    const now = performance.now() - clock;
    if (done) return { first: first ?? now, all: now };
    if (value) first ??= now;
  }
}

/** About as many as a climb to the estimate and the limits of its intervals take. */
const PASSES = 60;

/** As many passes over the rows, as plain loops: scores added up by person and model. */
function passes({ user_id, model, score }: Columns, count: number): number {
  const place = new Map([...new Set(user_id)].map((id, i) => [id, i]));
  const person = user_id!.map((id) => place.get(id)!);
  const clock = performance.now();
  for (let pass = 0; pass < count; pass++) {
    const sums = new Float64Array(place.size * 32);
    for (let i = 0; i < person.length; i++) sums[person[i]! * 32 + (model![i]! % 32)]! += score![i]!;
  }
  return performance.now() - clock;
}

/** Scores split into parts with intervals, for every slice. */
export async function splittingLines(
  engine: Pick<Database, 'columns'>,
  slices: readonly (readonly [name: string, filters: ColumnsQuery['filters']])[]
): Promise<Table> {
  const lines: Line[] = [];
  for (const [name, filters] of slices) {
    for (const [chart, words] of charts) {
      const columns = await engine.columns(chart.task!.columns({ ...chart.vocabulary.defaults, filters }));
      const times = Array.from({ length: REPEATS }, () => timed(chart, columns, filters));
      const floor = median(Array.from({ length: REPEATS }, () => passes(columns[0]!, PASSES)));
      const first = median(times.map((one) => one.first));
      const all = median(times.map((one) => one.all));
      lines.push(
        { what: `${name}: ${words}, first figure`, unit: 'ms', measured: first, budget: BUDGET },
        { what: `${name}: ${words}, all`, unit: 'ms', measured: all, floor }
      );
    }
  }
  return lineTable(
    'Splitting scores (REML)',
    `Variances of the scores of opening replies with their intervals, as the page’s worker makes them, here in Node; median of ${REPEATS}. Where people are grouped, the first figure shows one grouping. Floor: ${PASSES} passes over the same replies as plain loops, which add up scores and estimate nothing.`,
    lines
  );
}
