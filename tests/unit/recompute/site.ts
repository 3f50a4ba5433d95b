import type { DatabaseChart, Row } from '../../../src/lib/charts/chart.ts';
import { exploreVocabulary } from '../../../src/lib/charts/explore-vocabulary.ts';
import { chartFor } from '../../../src/lib/charts/index.ts';
import type { Database } from '../../../src/lib/database/database.ts';
import { findColumn, findMetric, levelKey, levelsOf, type NumberColumn } from '../../../src/lib/dataset/index.ts';
import { differenceOfMeans, differenceOfShares, withinPersonDifference } from '../../../src/lib/estimate/index.ts';
import type { CrossMoments, Interval, Moments, Sums, Unestimated } from '../../../src/lib/estimate/estimate.ts';
import { answer } from '../../../src/lib/figure/answer.ts';
import type { AnswerRow } from '../../../src/lib/query/index.ts';
import type { Selection } from '../../../src/lib/selection/index.ts';

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

/** Keys of the group that a row of an answer is about. */
function groupOf(row: AnswerRow, by: readonly string[], database: Database): string {
  return by.map((name, i) => levelKey(levelsOf(name, database.manifest.undocumented)[row[`g${i}`]!]!)).join('.');
}

const rowsOf = ({ metric, filters, sample, turns }: Selection) => ({ metric, filters, sample, turns });

const sums = (row: AnswerRow, before: string, side: string): Sums => {
  const at = (name: string) => row[`${before}${name}${side}`]!;
  return { x: at('x'), y: at('y'), xx: at('xx'), xy: at('xy'), yy: at('yy') };
};

const moments = (row: AnswerRow, side: string): Moments => ({
  ...sums(row, '', side),
  people: row[`people${side}`]!,
  conversations: row[`conversations${side}`]!,
  ratings: row[`ratings${side}`]!
});

const cross = (row: AnswerRow): CrossMoments => ({
  people: row.people_shared!,
  a: sums(row, 'shared_', '_a'),
  b: sums(row, 'shared_', '_b'),
  xaxb: row.xaxb!,
  xayb: row.xayb!,
  yaxb: row.yaxb!,
  yayb: row.yayb!
});

/** The numbers of an estimate under names with a prefix; none where there is no estimate. */
function named(found: Interval | Unestimated, prefix = ''): Numbers {
  if ('reason' in found) return {};
  const { df, ...rest } = found;
  const numbers = found.se === undefined ? rest : { ...rest, df: df! };
  return Object.fromEntries(Object.entries(numbers).map(([name, value]) => [prefix + name, value]));
}

function measured(metric: string): { isShare: boolean; perUnit: number } {
  const { column, level } = findMetric(metric)!;
  if (level !== undefined) return { isShare: true, perUnit: 1 };
  return { isShare: false, perUnit: (findColumn(column)!.column as NumberColumn).perUnit };
}

/** Both differences of a comparison with their denominators, by the keys of its groups. */
export async function comparedNumbers(selection: Selection, database: Database): Promise<Map<string, Numbers>> {
  const by = selection.by === null ? [] : [selection.by];
  const { isShare, perUnit } = measured(selection.metric);
  const query = { kind: 'sides', ...rowsOf(selection), compare: selection.compare! } as const;
  const [all, groups] = await database.answer(
    by.length === 0
      ? [{ ...query, by }]
      : [
          { ...query, by: [] },
          { ...query, by }
        ]
  );
  const numbers = (row: AnswerRow): Numbers => {
    const [a, b] = [moments(row, '_a'), moments(row, '_b')];
    const between = isShare ? differenceOfShares(a, b, cross(row)) : differenceOfMeans(a, b, cross(row), perUnit);
    const within = withinPersonDifference(cross(row), isShare ? 'share' : 'mean', perUnit);
    return { people_a: a.people, people_b: b.people, ...named(between, 'between_'), ...named(within, 'within_') };
  };
  return new Map([
    ['', numbers(all![0]!)],
    ...(groups ?? []).map((row) => [groupOf(row, by, database), numbers(row)] as const)
  ]);
}
