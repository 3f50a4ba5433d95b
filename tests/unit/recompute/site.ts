import type { DatabaseChart, Row, Total } from '../../../src/lib/charts/chart.ts';
import type { ComparisonFields } from '../../../src/lib/charts/explore/comparison-rows.ts';
import { comparison } from '../../../src/lib/charts/explore/comparison.ts';
import { differenceMap } from '../../../src/lib/charts/explore/difference-map.ts';
import { exploreVocabulary } from '../../../src/lib/charts/explore/explore-vocabulary.ts';
import { chartFor } from '../../../src/lib/charts/index.ts';
import { leaderboard } from '../../../src/lib/charts/models/leaderboard.ts';
import { robustnessByGroup } from '../../../src/lib/charts/models/robustness-by-group.ts';
import type { Database } from '../../../src/lib/database/database.ts';
import { levelKey, levelsOf } from '../../../src/lib/dataset/index.ts';
import type { Estimate } from '../../../src/lib/estimate/index.ts';
import { answer } from '../../../src/lib/figure/answer.ts';
import { canBeOnBoth, type Selection } from '../../../src/lib/selection/index.ts';

/** Numbers of one group by name, as the site has them; those it does not show are absent. */
export type Numbers = Readonly<Record<string, number>>;

function ofRow({ estimate }: Row): Numbers {
  const { people, conversations, ratings } = estimate;
  if (!estimate.shown) return { people, conversations, ratings };
  const { value, low, high, se, df } = estimate;
  return { people, conversations, ratings, value, low, high, ...(se === undefined ? {} : { se, df: df! }) };
}

/** The figure of a selection without comparison, by the keys of its rows; all rows together under the empty key. */
export async function figureNumbers(selection: Selection, database: Database): Promise<Map<string, Numbers>> {
  const chart = chartFor(exploreVocabulary, selection) as DatabaseChart;
  const figure = await answer(chart, selection, database);
  const groups = selection.by === null ? [] : figure.rows.map((row) => [row.key, ofRow(row)] as const);
  return new Map([['', ofRow(figure.overall!)], ...groups]);
}

/** The ranking of models under a selection, by the keys of its rows; values of those it shows. */
export async function standingNumbers(selection: Selection, database: Database): Promise<Map<string, Numbers>> {
  const { rows } = await answer(leaderboard, selection, database);
  return new Map(
    rows.map(({ key, estimate }) => {
      const { people, ratings } = estimate;
      return [key, { people, ratings, ...(estimate.shown ? { value: estimate.value } : {}) }];
    })
  );
}

/** The numbers of an estimate that is shown, under names with a prefix. */
function named(estimate: Estimate | undefined, prefix: string): Numbers {
  if (!estimate?.shown) return {};
  const { value, low, high, se, df, people } = estimate;
  const numbers = { value, low, high, people, ...(se === undefined ? {} : { se, df: df! }) };
  return Object.fromEntries(Object.entries(numbers).map(([name, number]) => [prefix + name, number]));
}

/**
 * The figures of a comparison: both differences with the people they rest on, by the keys of their rows; all rows together
 * under the empty key, unless they are the same on both sides by construction. The difference within people is asked for
 * where somebody can be on both sides.
 */
export async function comparedNumbers(selection: Selection, database: Database): Promise<Map<string, Numbers>> {
  const found = new Map<string, Numbers>();
  for (const estimand of ['between', 'within'] as const) {
    const asked: Selection = { ...selection, params: { ...selection.params, estimand } };
    if (estimand === 'within' && !canBeOnBoth(asked)) continue;
    const chart = asked.params.view === 'map' ? differenceMap : comparison;
    const figure = await answer(chart, asked, database);
    const grouped = selection.by !== null || selection.params.view === 'map';
    const rows = grouped ? figure.rows.map((row) => [row.key, row] as const) : [];
    for (const [key, { estimate, p, sides }] of [['', figure.overall] as const, ...rows].filter(hasRow)) {
      found.set(key, {
        ...found.get(key),
        people_a: sides!.a,
        people_b: sides!.b,
        ...named(estimate, `${estimand}_`),
        ...(estimate.shown ? { [`${estimand}_p`]: p! } : {})
      });
    }
  }
  return found;
}

type Difference = Total<ComparisonFields>;

const hasRow = (entry: readonly [string, Difference | null]): entry is readonly [string, Difference] =>
  entry[1] !== null;

/** What the site says becomes of a group's order in each way of looking that it shows, by the way's key. */
export async function heldNumbers(
  selection: Selection,
  group: string,
  database: Database
): Promise<Map<string, { people: number; first: string | undefined; pairs?: number; turned?: number }>> {
  const figure = await answer(robustnessByGroup, selection, database);
  const models = levelsOf('model', database.manifest.undocumented);
  return new Map(
    figure.rows
      .filter((row) => row.group === group)
      .map(({ key, estimate, first, pairs }) => [
        // Before it stands the group's place.
        key.slice(key.indexOf('.') + 1),
        {
          people: estimate.people,
          ...(estimate.shown
            ? { first: levelKey(models.find(({ label }) => label === first)!), pairs: pairs!, turned: estimate.value }
            : { first: undefined })
        }
      ])
  );
}
