import {
  baseOf,
  findColumn,
  findMetric,
  lineage,
  outcomesWith,
  roleOf,
  tables,
  type Metric,
  type Relative,
  type Undocumented
} from '../dataset/index.ts';
import { actsOn, partedByHas } from './acts-on.ts';
import { sameSides } from './same-sides.ts';
import { SCALES, onScale } from './scale-use.ts';
import type { Selection } from './selection.ts';

/** Why a selection cannot be answered honestly, and what is shown instead. */
export interface Refusal {
  readonly sentence: string;
  readonly instead: Partial<Selection>;
}

/** What a metric is measured once per. */
const oncePer = ({ table }: Metric) => tables[table].noun[0];

/**
 * A metric can be grouped only by columns of its own table and those above, and not by the column it measures. A relative
 * metric is constant over the replies to one message, or over the openers of one person, so it may be grouped only by
 * what differs between these, unless a filter or a side of a comparison is made of such a column. The outcome itself is
 * none: whoever keeps the replies scored high finds that they are scored high. In later turns, where both replies come from
 * one model, a comparison of the replies to one message says nothing.
 *
 * @param extra where it is known which answers a release holds: sides that they make the same are then found to be
 */
export function refusal(selection: Selection, extra?: Undocumented): Refusal | null {
  const metric = findMetric(selection.metric)!;
  const found = selection.by === null ? null : findColumn(selection.by)!;
  const [usual, second] = tables[metric.table].instead;
  if (found && !lineage(metric.table).includes(found.table)) {
    return {
      sentence: `“${metric.label}” is measured once per ${oncePer(metric)} and cannot be split by “${found.column.label}”, which differs within it. Shown by ${usual} instead.`,
      instead: { by: usual }
    };
  }
  if (selection.by !== null && baseOf(selection.by) === metric.column) {
    const other = metric.column === usual ? second : usual;
    return {
      sentence: `“${metric.label}” split by the same answer would only repeat it. Shown by ${findColumn(other)!.column.label.toLowerCase()} instead.`,
      instead: { by: other }
    };
  }
  return (
    secondGroupingRefusal(metric, selection) ??
    comparisonRefusal(metric, selection, extra) ??
    mapRefusal(metric, selection) ??
    (metric.relative ? relativeRefusal(metric, metric.relative, selection) : null) ??
    estimandRefusal(selection) ??
    scaleRefusal(selection)
  );
}

/** Whether somebody can have rows on both sides that are not the same rows: whether what makes the sides differs within people. */
export function canBeOnBoth({ compare }: Selection): boolean {
  return [...(compare?.a ?? []), ...(compare?.b ?? [])].some((filter) => actsOn(filter) !== 'participants');
}

/** People can be compared with themselves only where the sides are made of what differs within a person. */
function estimandRefusal(selection: Selection): Refusal | null {
  if (!selection.compare || selection.params.estimand !== 'within' || canBeOnBoth(selection)) return null;
  return {
    sentence:
      'Nobody can be compared with themselves here: the sides are made of what people said of themselves once. The difference between the sides is shown instead.',
    instead: { params: { ...selection.params, estimand: 'between' } }
  };
}

/** A scale of scores on which the sides are the same by construction says nothing about them. */
function scaleRefusal(selection: Selection): Refusal | null {
  const scale = SCALES.find((one) => one === selection.params.scale);
  if (!selection.compare || selection.metric !== 'score' || scale === undefined || scale === 'raw') return null;
  const there = onScale(selection, scale);
  if (refusal(there) === null) return null;
  return {
    sentence: `On the scale “${findMetric(there.metric)!.label}” these sides cannot differ, by construction. Raw scores are shown instead.`,
    instead: { params: { ...selection.params, scale: 'raw' } }
  };
}

/** The scales that a comparison can be shown on: more than one only for scores, the chosen one among them. */
export function scalesOf(selection: Selection): readonly (typeof SCALES)[number][] {
  if (!selection.compare || selection.metric !== 'score') return ['raw'];
  return SCALES.filter((scale) => refusal(onScale(selection, scale)) === null);
}

/** A second grouping follows the rules of the first, and needs one. */
function secondGroupingRefusal(metric: Metric, { by, and, compare, params }: Selection): Refusal | null {
  if (and === null) return null;
  const { table, column } = findColumn(and)!;
  const label = `“${column.label}”`;
  if (by === null)
    return { sentence: `Shown by ${label}, the only grouping asked for.`, instead: { by: and, and: null } };
  if (and === by) return { sentence: `${label} was asked for twice; it is shown once.`, instead: { and: null } };
  if (baseOf(and) === baseOf(by)) {
    return {
      sentence: `${label} is made of the same answers as “${findColumn(by)!.column.label}”, so it cannot also split the rows.`,
      instead: { and: null }
    };
  }
  if (!lineage(metric.table).includes(table)) {
    return {
      sentence: `“${metric.label}” is measured once per ${oncePer(metric)} and cannot also be split by ${label}, which differs within it.`,
      instead: { and: null }
    };
  }
  if (baseOf(and) === metric.column) {
    return { sentence: `${label} is what is measured, so it cannot also split the rows.`, instead: { and: null } };
  }
  if (params.form === 'distribution' && !compare) {
    return { sentence: `All answers are shown by one grouping; ${label} was left out.`, instead: { and: null } };
  }
  if (compare) {
    return { sentence: `A comparison has one grouping; ${label} was left out.`, instead: { and: null } };
  }
  return null;
}

/** The sides of a comparison must be made of what is known of each row, and not of the answer itself. */
function comparisonRefusal(metric: Metric, selection: Selection, extra?: Undocumented): Refusal | null {
  const { compare } = selection;
  const { own } = partedByHas([...(compare?.a ?? []), ...(compare?.b ?? [])]);
  const columns = own.map(({ column }) => column);
  const below = columns.find((column) => !lineage(metric.table).includes(findColumn(column)!.table));
  if (below !== undefined) {
    return {
      sentence: `“${metric.label}” is measured once per ${oncePer(metric)} and cannot be compared by “${findColumn(below)!.column.label}”, which differs within it.`,
      instead: { compare: null }
    };
  }
  if (compare && sameSides(selection, extra)) {
    return {
      sentence:
        'Both sides of the comparison are the same, so they cannot differ. Side A is compared with everyone else instead.',
      instead: { compare: { ...compare, b: null } }
    };
  }
  if (columns.includes(metric.column)) {
    return {
      sentence: `Sides made by the answers to “${findColumn(metric.column)!.column.label}” cannot be compared by the same answers.`,
      instead: { compare: null }
    };
  }
  return null;
}

/** Whether a column parts what the metric is constant over, and is no outcome of the same judgement. */
const parts = (column: string, metric: Metric): boolean =>
  divides(column, metric) && !outcomesWith(metric.column).includes(baseOf(column));

/**
 * Whether a column differs within what the metric is constant over: the replies to one message, or the openers of one
 * person, which differ in their conversation too. A turn does in neither, as all openers are of one.
 */
function divides(column: string, metric: Metric): boolean {
  const { table } = findColumn(column)!;
  const { alike } = roleOf(column);
  return metric.relative?.to === 'message'
    ? table === 'utterances' && alike === undefined
    : table !== 'participants' && alike !== 'turn';
}

/**
 * Whether a metric is the same for everybody by construction over each group of these groupings: a relative one over all
 * that it is relative to.
 */
export function sameForEverybody(selection: Selection, groupings: readonly string[]): boolean {
  const metric = findMetric(selection.metric)!;
  if (!metric.relative || selection.turns !== 'opener') return false;
  const columns = [...groupings, ...partedByHas(selection.filters).own.map(({ column }) => column)];
  // The balanced subset holds some of a person's conversations.
  const whole = metric.relative.to === 'message' || selection.sample !== 'balanced';
  return whole && !columns.some((column) => divides(column, metric));
}

/**
 * A map's rows are places: it takes no answer and no sides that are places themselves, and nothing that is alike
 * everywhere. Later turns alone lie above a person's openers or below.
 */
function mapRefusal(metric: Metric, selection: Selection): Refusal | null {
  const { params, compare, filters, turns } = selection;
  if (params.view !== 'map') return null;
  const instead = { params: { ...params, view: 'chart' } };
  const sides = partedByHas([...(compare?.a ?? []), ...(compare?.b ?? [])]).own;
  const origin = params.place === 'residence' ? 'residence' : 'birth';
  const side = sides.find(({ column }) => roleOf(column).origin === origin);
  if (side) {
    const { label } = findColumn(side.column)!.column;
    return {
      sentence: `The sides are made of places themselves (“${label}”), so a place on the map would have people of one side only; the chart is shown instead. It can be split by anything else, and a map of ${origin === 'residence' ? 'where people were born' : 'where people live'} has people of both.`,
      instead
    };
  }
  if (roleOf(metric.column).origin !== undefined) {
    return {
      sentence: `“${metric.label}” is a place itself, so a map would only repeat it; the chart is shown instead.`,
      instead
    };
  }
  const later = metric.relative?.to === 'person' && turns === 'later';
  if (
    metric.relative &&
    !later &&
    ![...partedByHas(filters).own, ...sides].some(({ column }) => parts(column, metric))
  ) {
    return {
      sentence: `“${metric.label}” is the same for everybody by construction, so ${compare ? 'the sides cannot differ in it within a place' : 'places cannot differ in it'}; the chart is shown instead.`,
      instead
    };
  }
  return null;
}

function relativeRefusal(metric: Metric, relative: Relative, selection: Selection): Refusal | null {
  const { by, and, compare, filters, turns } = selection;
  const groupings = [by, and].filter((column) => column !== null);
  const [usual] = tables[metric.table].instead;
  const sides = [...(compare?.a ?? []), ...(compare?.b ?? [])];
  const narrowed = partedByHas([...filters, ...sides]).own.map(({ column }) => column);
  // By its outcome alone a measure says how replies differ, and nothing of people.
  const alone = and === null && compare === null && by !== null && divides(by, metric);
  const parted = alone || [...groupings, ...narrowed].some((column) => parts(column, metric));
  if (relative.to === 'message' && turns !== 'opener') {
    return {
      sentence: `“${metric.label}” is shown for opening turns: in later ones both replies come from one model, ${relative.later}.`,
      instead: { turns: 'opener', ...(parted ? {} : { by: usual }) }
    };
  }
  if (parted) return null;
  // Later turns lie above the person's openers or below, and by turn they are told apart.
  const further = turns === 'later' || (turns === 'all' && groupings.some((column) => roleOf(column).alike === 'turn'));
  if (relative.to === 'person' && further) return null;
  const outcome = [...groupings, ...narrowed].find((column) => outcomesWith(metric.column).includes(baseOf(column)));
  if (outcome !== undefined) {
    return {
      sentence: `“${metric.label}” is the same for everybody by construction, unless replies are picked by “${findColumn(outcome)!.column.label}”, which is made of the same scores; what is picked that way says nothing of people. Shown by ${usual} instead.`,
      instead: { by: usual }
    };
  }
  if (relative.to === 'message') {
    return {
      sentence: `“${metric.label}” is the same for everybody by construction, ${relative.because}. Shown by ${usual} instead; filters on people and conversations still apply.`,
      instead: { by: usual }
    };
  }
  return {
    sentence: `“${metric.label}” averages 0 over the openers of everybody by construction, so groups of people cannot differ in it. Shown by ${usual} instead; filters on people still apply.`,
    instead: { by: usual }
  };
}
