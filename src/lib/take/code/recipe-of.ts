import { estimandOf } from '../../charts/explore/comparison-rows.ts';
import type { Figure } from '../../charts/chart.ts';
import { comparesMedians, isMedian } from '../../charts/rows/medians.ts';
import { findMetric, type Metric, type Undocumented } from '../../dataset/index.ts';
import { onScale, refusal, sameForEverybody, scaleOfComparison, type Selection } from '../../selection/index.ts';
import { boxesOf, fieldOf, NotInFiles, type Field } from './fields.ts';
import type { Grouping, CodeRecipe, Test, Unwritten } from './recipe.ts';
import { groupingOf, narrowing, testOf } from './tests-of.ts';
import { findColumn, levelsOf } from '../../dataset/index.ts';

/** The charts whose views are means, shares and differences of them. */
const WRITTEN = ['by-group', 'two-way', 'comparison'];

/** How the numbers of a figure are worked out from the files of the release, or why no code can be given for them. */
export function codeRecipeOf(figure: Pick<Figure, 'chart' | 'selection'>, extra: Undocumented): CodeRecipe | Unwritten {
  const { chart, selection } = figure;
  if (!WRITTEN.includes(chart))
    return {
      reason:
        'Code for this kind of figure is not written yet: there is code for means, shares and differences of Explore.'
    };
  if (isMedian(selection) || comparesMedians(selection))
    return { reason: 'Code for medians is not written yet: choose means in the options of the figure.' };
  try {
    return written(selection, extra);
  } catch (error) {
    if (error instanceof NotInFiles) return { reason: `${error.message}.` };
    throw error;
  }
}

function written(asked: Selection, extra: Undocumented): CodeRecipe {
  const selection = asked.compare === null ? asked : onScale(asked, scaleOfComparison(asked));
  const metric = findMetric(selection.metric)!;
  const { table } = metric;
  const value = valueOf(metric, extra);
  const filters = narrowing(selection, table, extra);
  const by = [selection.by, selection.and].flatMap((name) => (name === null ? [] : [groupingOf(name, extra)]));
  const of = (some: Selection['filters']) => some.map((filter) => testOf(filter, extra));
  const { compare } = selection;
  const sides = compare && {
    a: of(compare.a),
    b: compare.b && of(compare.b),
    within: estimandOf(asked) === 'within'
  };
  const used = [
    value.field,
    ...[...filters, ...(value.kind === 'share' ? [value.test] : []), ...(sides?.a ?? []), ...(sides?.b ?? [])].flatMap(
      fieldsIn
    ),
    ...by.flatMap(fieldsOfGrouping)
  ];
  const fields = [...new Map(used.map((field) => [field.name, field])).values()];
  const overall = compare ? refusal({ ...selection, by: null }) === null : !sameForEverybody(selection, []);
  const domain = metric.kind === 'mean' ? metric.domain : ([0, 1] as const);
  return { table, fields, value, domain, filters, by, sides, overall, minimum: selection.minimum };
}

function valueOf(metric: Metric, extra: Undocumented): CodeRecipe['value'] {
  if (metric.kind === 'mean') return { kind: 'mean', field: fieldOf(metric.column) };
  const { column } = findColumn(metric.column)!;
  const code = levelsOf(metric.column, extra).findIndex(({ value }) => value === metric.level);
  if (column.kind === 'many') {
    const field = boxesOf(metric.column)[code]!;
    return { kind: 'share', field, test: { is: 'within', field, low: 1, high: 1 } };
  }
  const field = fieldOf(metric.column);
  return { kind: 'share', field, test: { is: 'among', field, values: [String(metric.level)], absent: false } };
}

function fieldsIn(test: Test): readonly Field[] {
  switch (test.is) {
    case 'among':
    case 'within':
      return [test.field];
    case 'ticked':
      return test.all;
    case 'not':
      return fieldsIn(test.test);
    case 'any':
      return [];
  }
}

const fieldsOfGrouping = ({ field, groups }: Grouping) => [
  ...(field ? [field] : []),
  ...groups.flatMap(({ test }) => fieldsIn(test))
];
