import {
  CONVERSATION,
  PERSON,
  RATING,
  capitalise,
  decapitalise,
  findColumn,
  findMetric,
  formatCount,
  formatCountOf,
  formatEstimate,
  formatInterval,
  formatList,
  isDimension,
  type Column,
  type Metric,
  type Undocumented
} from '../../dataset/index.ts';
import { SMALLEST_CELL, sameForEverybody, type Selection } from '../../selection/index.ts';
import { filteredByItself, idleFilters, narrowedTo } from './among.ts';
import type { Figure, Total, Unsaid } from '../chart.ts';
import { comparesMedians, isHeavy, isMedian } from '../rows/medians.ts';
import { narrowed } from '../rows/metric-rows.ts';
import { ranked } from '../rows/ranked.ts';
import { measuredWords } from './unit-words.ts';

const labelOf = (name: string) => findColumn(name)!.column.label;

/** What is asked, as a question: the metric, its groupings, and among whom. */
export function questionOf(metric: Metric, selection: Selection, extra: Undocumented): string {
  const groupings = [selection.by, selection.and]
    .filter((name) => name !== null)
    .map((name) => decapitalise(labelOf(name)));
  const by = groupings.length === 0 ? '' : `, by ${formatList(groupings)}`;
  return `${metric.question}${by}${narrowedTo(selection, metric.table, extra)}?`;
}

const nouns = { participants: PERSON, conversations: CONVERSATION, utterances: RATING } as const;

/** Said of groups; nothing is picked where no two of them are shown. */
export const PICKED_AFTER_LOOKING =
  'Highest and lowest are picked after looking, so the gap between them looks larger than it is.';

/** Said of means that a few values carry, whose intervals cover less than they aim at: see Coverage in Methods. */
const CARRIED =
  'These are means, which a few very long times carry: of their intervals for groups of 30 people some 85 to 93 in 100 hold the true mean, not 95. Groups are shown by medians otherwise.';

/** Why somebody can have no value; empty where nothing is known of it. */
function reasonOf(column: Column): string {
  if (column.kind === 'number') return column.missing ?? '';
  return isDimension(column) ? (column.missing.find(({ value }) => value === null)?.label ?? '') : '';
}

/** The small print of a metric's figures; what it counts are rows of the selection. */
export function notes(metric: Metric, selection: Selection, absent: number, extra: Undocumented): string[] {
  const groupings = [selection.by, selection.and].flatMap((name) => (name === null ? [] : [findColumn(name)!.column]));
  const column = findColumn(metric.column)!.column;
  const why = reasonOf(column);
  const found = [
    metric.note,
    isHeavy(metric) && !isMedian(selection) && !comparesMedians(selection) ? CARRIED : undefined,
    metric.table === 'utterances' && selection.turns !== 'opener'
      ? 'Only in the opening turn were models assigned at random; later turns follow the participant’s choice.'
      : undefined,
    absent > 0
      ? `${formatCountOf(absent, nouns[metric.table])} without a value${why && ` (${decapitalise(why)})`} ${absent === 1 ? 'is' : 'are'} left out.`
      : undefined,
    filteredByItself(selection, metric.column, extra),
    idleFilters(selection, metric.table, extra),
    ...groupings.map((by) =>
      by.kind === 'many' ? 'People could tick several answers and count once in each.' : by.note
    ),
    selection.minimum > SMALLEST_CELL
      ? `Groups under ${formatCount(selection.minimum)} people are hidden at your request.`
      : undefined,
    groupings.length > 0 && isHeavy(metric) ? PICKED_AFTER_LOOKING : undefined,
    'These are people who took part, not whole countries: an opt-in sample.'
  ];
  return [...new Set(found.filter((note) => note !== undefined))];
}

/** Why nothing can be said of a figure's people; null when something can. */
export function silence({ overall, selection }: Unsaid): string | null {
  if (overall?.estimate.shown) return null;
  const people = overall?.estimate.people ?? 0;
  const isNarrowed = narrowed(selection);
  if (people === 0) return isNarrowed ? 'Nobody is left with an answer under these filters.' : 'Nobody has an answer.';
  if (people >= selection.minimum) return null;
  const found = formatCountOf(people, PERSON);
  const left = isNarrowed ? ' under these filters' : '';
  if (people < SMALLEST_CELL) {
    return `Only ${found} ${people === 1 ? 'is' : 'are'} left${left}: too few to show a number.`;
  }
  return `${isNarrowed ? `${found} are left${left}` : `${found} have an answer`}: fewer than the ${formatCount(selection.minimum)} you asked for.`;
}

function average({ kind }: Metric, selection: Selection): string {
  if (isMedian(selection)) return ' at the median';
  return { mean: ' on average', share: '' }[kind];
}

/** The metric over everybody, in a sentence; there must be enough of them. */
export function overallSentence({ overall, selection }: Unsaid): string {
  const metric = findMetric(selection.metric)!;
  const all = overall!.estimate;
  if (!all.shown) {
    return sameForEverybody(selection, [])
      ? `Over all of these, ${metric.phrase} is${average(metric, selection)} the same for everybody, by construction.`
      : `${capitalise(metric.phrase)} cannot be said: ${all.reason}.`;
  }
  const { value, interval } = measuredWords(metric, all);
  return `${capitalise(metric.phrase)} is ${value}${average(metric, selection)} (interval ${interval}; ${formatCountOf(all.people, PERSON)}).`;
}

/** `61.2 (59.0 to 63.4) for 18–24`. */
export function rowWords({ label, estimate }: Total, metric: Metric): string {
  if (!estimate.shown) return `not shown for ${label}`;
  const { value, interval } = measuredWords(metric, estimate);
  return `${value} (${interval}) for ${label}`;
}

/** From which group to which the estimates run, as sentences. */
export function spread({ rows, selection }: Pick<Unsaid, 'rows' | 'selection'>, by: string): string {
  const metric = findMetric(selection.metric)!;
  const groups = ranked(rows);
  const [top, bottom] = [groups[0], groups.at(-1)];
  if (!top || !bottom || top === bottom) return 'No two groups have enough people to be set side by side.';
  const range = `By ${by}, ${groups.length} groups, it runs from ${rowWords(bottom, metric)} to ${rowWords(top, metric)}.`;
  return [range, tooSmall(rows)].filter(Boolean).join(' ');
}

/** How many groups are shown and not set beside others, as a sentence; empty for none. */
export function tooSmall(rows: readonly Total[]): string {
  const few = rows.filter((row) => row.estimate.shown && row.estimate.level === 'few').length;
  return few > 0 ? `${capitalise(formatCountOf(few, ['group is', 'groups are']))} too small to be ranked.` : '';
}

/** What a row's number of people says of its estimate. */
const levelWords = { few: 'few people', wide: 'wide interval', plain: '' } as const;

/** The remark on a row: how far to trust it, or why it is not shown. */
export function remark({ estimate }: Total): string {
  return estimate.shown ? levelWords[estimate.level] : estimate.reason;
}

/** A row's estimate and interval as cells of a table. */
export function estimateCells({ estimate }: Pick<Total, 'estimate'>, scale: Figure['scale']): [string, string] {
  return estimate.shown
    ? [formatEstimate(estimate, scale), formatInterval(estimate.low, estimate.high, scale)]
    : ['not shown', ''];
}
