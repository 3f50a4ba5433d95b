import { levelsOf } from '../../src/lib/dataset/index.ts';
import {
  STANDING_RESAMPLES,
  computeHere,
  seeded,
  type StandingMethod,
  type StandingsTask
} from '../../src/lib/estimate/index.ts';
import type { Columns, ColumnsQuery } from '../../src/lib/query/index.ts';
import { splittingLines } from './splitting.ts';
import { openColumns } from '../unit/database/columns-in-node.ts';
import { lineTable, median, type Line, type Section } from './report.ts';

const REPEATS = 5;
const SEED = 1;

/** Milliseconds that a ranking of one slice may take with all its resamples. */
const BUDGET = 300;

const methods: readonly (readonly [StandingMethod, string])[] = [
  ['mean', 'mean score'],
  ['win-rate', 'win rate'],
  ['rank-centrality', 'rank centrality'],
  ['bradley-terry', 'Bradley–Terry']
];

const slices: readonly (readonly [name: string, filters: ColumnsQuery['filters']])[] = [
  ['everyone', []],
  ['women', [{ column: 'gender', exclude: false, keys: ['female'] }]]
];

const items = levelsOf('model').length;

function taskOf(rows: Columns, method: StandingMethod): StandingsTask {
  const { user_id: person, interaction_id: interaction, model: item, score } = rows;
  return {
    kind: 'standings',
    seed: SEED,
    resamples: STANDING_RESAMPLES,
    fewest: 10,
    fewestRanked: 30,
    items,
    replies: { person: person!, interaction: interaction!, item: item!, score: score! },
    columns: { score: score! },
    slices: [{ method, value: { column: 'score' }, tie: 5 }]
  };
}

/** The same number of resamples as plain loops: every reply’s score is added to its model’s sum as often as its person is taken. */
function plainResamples({ user_id, model, score }: Columns): number {
  const random = seeded(SEED);
  const people = [...new Set(user_id!)];
  const place = new Map(people.map((id, i) => [id, i]));
  const person = user_id!.map((id) => place.get(id)!);
  const weights = new Uint16Array(people.length);
  const sums = new Float64Array(items);
  const clock = performance.now();
  for (let resample = 0; resample < STANDING_RESAMPLES; resample++) {
    weights.fill(0);
    sums.fill(0);
    for (let i = 0; i < people.length; i++) weights[random.integer(people.length)]!++;
    for (let i = 0; i < person.length; i++) sums[model![i]!]! += weights[person[i]!]! * score![i]!;
  }
  return performance.now() - clock;
}

async function timed(work: () => unknown): Promise<number> {
  const clock = performance.now();
  await work();
  return performance.now() - clock;
}

async function repeated(measure: () => Promise<number>): Promise<number> {
  const times: number[] = [];
  for (let i = 0; i < REPEATS; i++) times.push(await measure());
  return median(times);
}

/** Rankings of models with intervals from resampled participants. */
export async function modelsSection(data: string): Promise<Section> {
  const database = await openColumns(data);
  const lines: Line[] = [];
  for (const [name, filters] of slices) {
    const query: ColumnsQuery = {
      kind: 'columns',
      table: 'utterances',
      columns: ['user_id', 'interaction_id', 'model', 'score'],
      filters,
      sample: 'all',
      turns: 'opener'
    };
    const [rows] = await database.columns([query]);
    const asked = await repeated(() => timed(() => database.columns([query])));
    lines.push({ what: `${name}: rows from the tables`, unit: 'ms', measured: asked });
    const floor = await repeated(async () => plainResamples(rows!));
    for (const [method, words] of methods) {
      const measured = await repeated(() => timed(() => computeHere(taskOf(rows!, method))));
      lines.push({
        what: `${name}: ${words}, ${STANDING_RESAMPLES} resamples`,
        unit: 'ms',
        measured,
        floor,
        budget: BUDGET
      });
    }
  }
  const splitting = await splittingLines(database, slices);
  await database.close();
  return {
    title: 'Models',
    tables: [
      lineTable(
        'Resampling participants',
        `Standings of ${items} models on opening replies with ${STANDING_RESAMPLES} resamples of participants, as the page’s worker makes them, here in Node; median of ${REPEATS}. Floor: as many resamples as plain loops over the same replies, which add up scores and estimate nothing.`,
        lines
      ),
      splitting
    ]
  };
}
