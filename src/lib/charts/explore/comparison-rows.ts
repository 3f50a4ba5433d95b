import { findMetric, type Metric, type ScaleUse } from '../../dataset/index.ts';
import {
  benjaminiHochberg,
  standardDeviationWithin,
  withinPersonDifference,
  type Contrast,
  type Unestimated
} from '../../estimate/index.ts';
import type { Answer, AnswerRow, SidesQuery } from '../../query/index.ts';
import {
  SMALLEST_RANKED,
  canBeOnBoth,
  onScale,
  refusal,
  scaleOfComparison,
  scalesOf,
  type Comparison,
  type Selection
} from '../../selection/index.ts';
import type { Group, RawEstimate, RawRow, Total } from '../chart.ts';
import { levelFields } from '../forms/dumbbell.ts';
import { estimateOfMoments } from '../rows/metric-rows.ts';
import { crossOf, differenceOfSides, momentsOfSide, sumsOfSide, type ComparedSide } from '../rows/sides.ts';

/**
 * What a row that is a difference has besides: both sides' own values (`a`, `b`) and with their intervals (`levelA`,
 * `levelB`), the standard deviation of single values, the p-value and, where the row is among the tests, the adjusted one; the difference that is not the one estimated
 * (`between` or `within`), and the difference on the other scales of scores.
 */
export const comparisonFields = {
  a: 'value',
  b: 'value',
  ...levelFields,
  deviation: 'value',
  p: 'value',
  adjusted: 'value',
  between: 'estimate',
  within: 'estimate',
  raw: 'estimate',
  standardised: 'estimate',
  wins: 'estimate'
} as const;

export type ComparisonFields = typeof comparisonFields;

/** A selection that compares. */
export type Compared = Selection & { readonly compare: Comparison };

/** The two differences: between all of both sides, and within the people on both. */
export type Estimand = 'between' | 'within';

export const estimandOf = ({ params }: Selection): Estimand => (params.estimand === 'within' ? 'within' : 'between');

/** The metric that a comparison shows: of a score, the one of the chosen scale. */
export const metricOf = (selection: Selection): Metric =>
  findMetric(onScale(selection, scaleOfComparison(selection)).metric)!;

/**
 * The scales a comparison is answered on, the chosen one first: all there are where people are compared with themselves,
 * otherwise no more than the raw one beside another.
 */
export function scalesAnswered(selection: Selection): readonly ScaleUse[] {
  const chosen = scaleOfComparison(selection);
  const others = scalesOf(selection).filter((scale) => scale !== chosen);
  return [chosen, ...(canBeOnBoth(selection) ? others : others.filter((scale) => scale === 'raw'))];
}

/** Without the grouping a relative metric may be the same on both sides by construction. */
export const hasOverall = (selection: Selection, scale: ScaleUse): boolean =>
  refusal({ ...onScale(selection, scale), by: null }) === null;

/** What a comparison asks: on each scale the sums over all rows, and by the grouping where there is one. */
export type SidesAsked = Readonly<Partial<Record<ScaleUse | `${ScaleUse}Groups`, SidesQuery>>>;

/** The questions of a comparison, on each scale that it is answered on. */
export function sidesQueries(selection: Compared): SidesAsked {
  const { by } = selection;
  const asked = scalesAnswered(selection).flatMap((scale) => {
    const { metric, filters, sample, turns, compare } = onScale(selection, scale) as Compared;
    const rows = { kind: 'sides', metric, filters, sample, turns, compare } as const;
    const all = [scale, { ...rows, by: [] }] as const;
    return by === null ? [all] : [all, [`${scale}Groups`, { ...rows, by: [by] }] as const];
  });
  return Object.fromEntries(asked);
}

/** The answers to `sidesQueries`. */
export type SidesAnswers = Readonly<Partial<Record<keyof SidesAsked, Answer>>>;

/** The sums of one group on each scale that it has answers on. */
export type SumsByScale = Readonly<Partial<Record<ScaleUse, AnswerRow>>>;

/** The sums over all rows on the scale shown. */
export const totalOf = (selection: Compared, answers: SidesAnswers): AnswerRow =>
  answers[scaleOfComparison(selection)]?.[0] ?? nobody;

/** The sums over all rows together, and of each group by its code. */
export function sumsByScale(
  selection: Compared,
  answers: SidesAnswers
): { all: SumsByScale; groups: ReadonlyMap<number, SumsByScale> } {
  const scales = scalesAnswered(selection);
  const all = Object.fromEntries(
    scales.flatMap((scale) => {
      const row = answers[scale]?.[0];
      return row && hasOverall(selection, scale) ? [[scale, row]] : [];
    })
  );
  const groups = new Map<number, Partial<Record<ScaleUse, AnswerRow>>>();
  for (const scale of scales) {
    for (const row of answers[`${scale}Groups`] ?? []) groups.set(row.g0!, { ...groups.get(row.g0!), [scale]: row });
  }
  return { all, groups };
}

function contrast(metric: Metric, row: AnswerRow, estimand: Estimand): Contrast | Unestimated {
  if (estimand === 'between') return differenceOfSides(metric, row);
  return withinPersonDifference(crossOf(row), metric.kind, metric.perUnit);
}

type RawContrast = RawEstimate & { readonly result: Contrast | Unestimated };

function rawContrast(selection: Selection, scale: ScaleUse, row: AnswerRow, estimand: Estimand): RawContrast {
  const metric = findMetric(onScale(selection, scale).metric)!;
  const both = row.people_shared ?? 0;
  return {
    people: estimand === 'within' ? both : (row.people_either ?? 0),
    conversations: row.conversations_either ?? 0,
    ratings: row.ratings_either ?? 0,
    sides: { a: row.people_a ?? 0, b: row.people_b ?? 0, both },
    result: contrast(metric, row, estimand)
  };
}

const nobody: AnswerRow = {};

/** A side's own level with its interval, of those on both sides where people are compared with themselves; none where there is no interval. */
function levelOfSide(metric: Metric, row: AnswerRow, side: ComparedSide, estimand: Estimand) {
  const shared = { ...sumsOfSide(row, side, 'shared_'), people: row.people_shared ?? 0, conversations: 0, ratings: 0 };
  const found = estimateOfMoments(metric, estimand === 'within' ? shared : momentsOfSide(row, side));
  return 'value' in found ? { [side === 'a' ? 'levelA' : 'levelB']: found } : {};
}

/** One group's difference on the chosen scale, and what it has besides. */
export function comparedRow(selection: Compared, group: Group, sums: SumsByScale): RawRow<ComparisonFields> {
  const [chosen, ...others] = scalesAnswered(selection);
  const row = sums[chosen!] ?? nobody;
  const estimand = estimandOf(selection);
  const other = estimand === 'within' ? 'between' : 'within';
  const found = rawContrast(selection, chosen!, row, estimand);
  const perUnit = metricOf(selection).perUnit;
  const value = (side: ComparedSide) => {
    const { x, y } = sumsOfSide(row, side, estimand === 'within' ? 'shared_' : '');
    return y / x / perUnit;
  };
  const singleValues = (side: ComparedSide) => ({
    rows: row[`x_${side}`] ?? 0,
    sum: row[`y_${side}`] ?? 0,
    squares: row[`squares_${side}`] ?? 0
  });
  const deviation = standardDeviationWithin(singleValues('a'), singleValues('b'), perUnit);
  return {
    ...group,
    ...found,
    ...('p' in found.result
      ? {
          ...{ a: value('a'), b: value('b'), p: found.result.p },
          ...levelOfSide(metricOf(selection), row, 'a', estimand),
          ...levelOfSide(metricOf(selection), row, 'b', estimand),
          ...(deviation === null ? {} : { deviation })
        }
      : {}),
    ...(canBeOnBoth(selection) ? { [other]: rawContrast(selection, chosen!, row, other) } : {}),
    ...Object.fromEntries(
      others.flatMap((scale) => (sums[scale] ? [[scale, rawContrast(selection, scale, sums[scale], estimand)]] : []))
    )
  };
}

/** Key of all groups together. */
const ALL = 'all';

/** All groups together; null where the sides are the same on the chosen scale by construction. */
export function overallDifference(selection: Compared, all: SumsByScale): RawRow<ComparisonFields> | null {
  return hasOverall(selection, scaleOfComparison(selection))
    ? comparedRow(selection, { key: ALL, label: 'Overall', missing: false }, all)
    : null;
}

/**
 * The rows with `adjusted` p-values, where they are tested: on screen with 30 people or more on each side. A row is one
 * question, so that a two-level attribute, whose second level against the first asks nothing new, counts once by
 * construction; all groups together are a question of their own and are not among the tests.
 */
export function withAdjustedP(
  rows: readonly RawRow<ComparisonFields>[],
  { minimum }: Selection
): RawRow<ComparisonFields>[] {
  const tested = rows.filter((row) => mayBeTested(row, minimum));
  const adjusted = benjaminiHochberg(tested.map(({ p }) => p!));
  return rows.map((row) => {
    const place = tested.indexOf(row);
    return place < 0 ? row : { ...row, adjusted: adjusted[place]! };
  });
}

function mayBeTested({ people, sides, p }: RawRow<ComparisonFields>, minimum: number): boolean {
  const fewest = Math.min(people, sides?.a ?? 0, sides?.b ?? 0);
  return p !== undefined && fewest >= Math.max(SMALLEST_RANKED, minimum);
}

/** Whether a row's sides differ once the tests on screen are taken together; its interval then excludes no difference too. */
export const differs = ({ adjusted }: Pick<Total<ComparisonFields>, 'adjusted'>): boolean =>
  adjusted !== undefined && adjusted < 0.05;

/** Whether a row's sides are told apart: groups by their tests taken together, both sides alone by their interval. */
export function holds(row: Total<ComparisonFields>, { by }: Pick<Selection, 'by'>): boolean {
  const { estimate } = row;
  if (!estimate.shown || estimate.level === 'few') return false;
  return by !== null && row.key !== ALL ? differs(row) : estimate.low > 0 || estimate.high < 0;
}
