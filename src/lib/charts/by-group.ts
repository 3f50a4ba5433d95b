import {
  CONVERSATION,
  PERSON,
  RATING,
  allLevels,
  capitalise,
  findColumn,
  findMetric,
  formatCount,
  formatCountOf,
  formatInterval,
  formatValue,
  levelKey,
  levelsOf,
  scaleOf,
  type Dimension,
  type Metric,
  type NumberColumn,
  type Undocumented
} from '../dataset/index.ts';
import { mean, share, type Interval, type Unestimated } from '../estimate/index.ts';
import type { Answer, AnswerRow, Query } from '../query/index.ts';
import { SMALLEST_CELL, type Selection } from '../selection/index.ts';
import type { DatabaseChart, Estimated, Figure, FigureTable, RawRow, Row } from './chart.ts';
import { dotInterval, peopleAtRight } from './dot-interval.ts';
import { among, idleFilters } from './among.ts';
import { exploreVocabulary } from './explore-vocabulary.ts';

function queries({ metric, by, filters, sample, turns }: Selection): Query[] {
  const rows = { kind: 'moments', metric, filters, sample, turns } as const;
  return by === null
    ? [{ ...rows, by: [] }]
    : [
        { ...rows, by: [] },
        { ...rows, by: [by] }
      ];
}

const narrowed = ({ filters, sample }: Selection) => filters.length > 0 || sample !== 'all';

/** One row's estimate from its sums. */
function result(metric: Metric, sums: AnswerRow | undefined): Interval | Unestimated {
  const at = (name: string) => sums?.[name] ?? 0;
  const moments = {
    people: at('people'),
    conversations: at('conversations'),
    ratings: at('ratings'),
    x: at('x'),
    y: at('y'),
    xx: at('xx'),
    xy: at('xy'),
    yy: at('yy')
  };
  if (metric.level !== undefined) return share(moments);
  const { perUnit, domain } = findColumn(metric.column)!.column as NumberColumn;
  const found = mean(moments, perUnit);
  if (!('value' in found)) return found;
  // No answer lies beyond the ends of the scale.
  return {
    ...found,
    low: Math.max(found.low, domain[0] ?? -Infinity),
    high: Math.min(found.high, domain[1] ?? Infinity)
  };
}

function raw(metric: Metric, key: string, label: string, missing: boolean, sums: AnswerRow | undefined): RawRow {
  return {
    key,
    label,
    missing,
    people: sums?.people ?? 0,
    conversations: sums?.conversations ?? 0,
    ratings: sums?.ratings ?? 0,
    result: result(metric, sums)
  };
}

/** Nominal groups by value; few people are never ranked and follow as listed, then what is missing, then the hidden. */
function arrange(rows: readonly Row[], { by, params }: Selection): readonly Row[] {
  const column = by === null ? null : (findColumn(by)!.column as Dimension);
  if (!column || (column.kind === 'category' && column.ordered) || params.order !== 'value') return rows;
  const rank = ({ estimate, missing }: Row) => (!estimate.shown ? 3 : missing ? 2 : estimate.level === 'few' ? 1 : 0);
  const value = ({ estimate }: Row) => (estimate.shown ? estimate.value : 0);
  return [...rows].sort((a, b) => rank(a) - rank(b) || (rank(a) === 0 ? value(b) - value(a) : 0));
}

function estimate(answers: readonly Answer[], selection: Selection, extra: Undocumented): Estimated {
  const metric = findMetric(selection.metric)!;
  const total = answers[0]?.[0];
  const overall = raw(metric, 'all', narrowed(selection) ? 'All of these' : 'Everyone', false, total);
  const by = selection.by === null ? null : findColumn(selection.by)!;
  const rows: RawRow[] = [];
  if (by) {
    const dimension = by.column as Dimension;
    const documented = allLevels(dimension).length;
    const sums = new Map((answers[1] ?? []).map((row) => [row.g0!, row]));
    levelsOf(selection.by!, extra).forEach((level, code) => {
      const missing = code >= dimension.levels.length && code < documented;
      if (sums.has(code)) rows.push(raw(metric, levelKey(level), level.label, missing, sums.get(code)));
    });
  } else {
    rows.push(overall);
  }
  return {
    kicker:
      metric.table === 'utterances'
        ? 'Scores of replies'
        : metric.table === 'conversations'
          ? 'Conversations'
          : 'The survey',
    question: question(metric, selection, extra),
    axis: metric.axis,
    scale: scaleOf(metric),
    rowsAre: by?.column.label ?? 'Group',
    rows,
    overall,
    unit: metric.table,
    denominators: { people: overall.people, conversations: overall.conversations, ratings: overall.ratings },
    numbers: numbers(metric, overall),
    method: '95 % intervals, clustered by person',
    notes: notes(metric, selection, total?.absent ?? 0, extra)
  };
}

function numbers({ table }: Metric, { people, conversations, ratings }: RawRow): string {
  const parts = [formatCountOf(people, PERSON)];
  if (table !== 'participants') parts.push(formatCountOf(conversations, CONVERSATION));
  if (table === 'utterances') parts.push(formatCountOf(ratings, RATING));
  return parts.join(' · ');
}

function question(metric: Metric, selection: Selection, extra: Undocumented): string {
  const who = among(selection, metric.table, extra);
  const by = selection.by === null ? '' : ` by ${lower(findColumn(selection.by)!.column.label)}`;
  return `${metric.label}${by}${who === '' ? '' : `, ${who}`}`;
}

const lower = (label: string) => (/^[A-Z][a-z]/.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label);

const nouns = { participants: PERSON, conversations: CONVERSATION, utterances: RATING } as const;

function notes(metric: Metric, selection: Selection, absent: number, extra: Undocumented): string[] {
  const by = selection.by === null ? null : findColumn(selection.by)!.column;
  const column = findColumn(metric.column)!.column;
  const why = column.kind === 'number' && column.missing ? ` (${column.missing})` : '';
  const found = [
    metric.note,
    metric.table === 'utterances' && selection.turns !== 'opener'
      ? 'Only in the opening turn were models assigned at random; later turns follow the participant’s choice.'
      : undefined,
    absent > 0
      ? `${formatCountOf(absent, nouns[metric.table])} without a value${why} ${absent === 1 ? 'is' : 'are'} left out.`
      : undefined,
    idleFilters(selection, metric.table, extra),
    by?.kind === 'many' ? 'People could tick several answers and count once in each.' : by?.note,
    selection.minimum > SMALLEST_CELL
      ? `Groups under ${formatCount(selection.minimum)} people are hidden at your request.`
      : undefined,
    by === null
      ? undefined
      : 'Highest and lowest are picked after looking, so the gap between them looks larger than it is.',
    'These are people who took part, not whole countries: an opt-in sample.'
  ];
  return found.filter((note) => note !== undefined);
}

function describe(figure: Omit<Figure, 'sentence'>): string {
  const { overall, scale, selection } = figure;
  const metric = findMetric(selection.metric)!;
  const write = (value: number) => formatValue(value, scale);
  if (!overall?.estimate.shown) {
    const people = overall?.estimate.people ?? 0;
    if (people === 0) return 'Nobody is left with an answer under these filters.';
    if (overall && !overall.estimate.shown && people >= selection.minimum) {
      // A win rate is one half over all replies, and differs only between groups of them.
      if (metric.relative && selection.by !== null) {
        return spread(figure, `Over all of these, ${metric.phrase} is the same for everybody.`);
      }
      return `${capitalise(metric.phrase)} cannot be said: ${overall.estimate.reason}.`;
    }
    const asked =
      people < SMALLEST_CELL
        ? 'too few to show a number'
        : `fewer than the ${formatCount(selection.minimum)} you asked for`;
    return `Only ${formatCountOf(people, PERSON)} ${people === 1 ? 'is' : 'are'} left${narrowed(selection) ? ' under these filters' : ''}: ${asked}.`;
  }
  const all = overall.estimate;
  const start = `${capitalise(metric.phrase)} is ${write(all.value)}${metric.level === undefined ? ' on average' : ''} (interval ${formatInterval(all.low, all.high, scale)}; ${formatCountOf(all.people, PERSON)}).`;
  return selection.by === null ? start : spread(figure, start);
}

/** From which group to which the estimates run, after the sentence on all of them. */
function spread({ rows, rowsAre, scale }: Omit<Figure, 'sentence'>, start: string): string {
  const ranked = rows
    .flatMap((row) =>
      row.estimate.shown && row.estimate.level !== 'few' && !row.missing ? [{ label: row.label, ...row.estimate }] : []
    )
    .sort((a, b) => b.value - a.value);
  const top = ranked[0];
  const bottom = ranked.at(-1);
  if (!top || !bottom || top === bottom) return `${start} No two groups have enough people to be set side by side.`;
  const words = (row: typeof top) =>
    `${formatValue(row.value, scale)} (${formatInterval(row.low, row.high, scale)}) for ${row.label}`;
  const few = rows.filter((row) => row.estimate.shown && row.estimate.level === 'few').length;
  const fewWords =
    few > 0 ? ` ${capitalise(formatCountOf(few, ['group is', 'groups are']))} too small to be ranked.` : '';
  return `${start} By ${lower(rowsAre)}, ${ranked.length} groups, it runs from ${words(bottom)} to ${words(top)}.${fewWords}`;
}

const levelWords = { few: 'few people', wide: 'wide interval', plain: '' } as const;

function table(figure: Figure): FigureTable {
  const counts = [
    { head: 'People', of: (row: Row) => formatCount(row.estimate.people) },
    ...(figure.unit === 'participants'
      ? []
      : [{ head: 'Conversations', of: (row: Row) => formatCount(row.estimate.conversations) }]),
    ...(figure.unit === 'utterances' ? [{ head: 'Ratings', of: (row: Row) => formatCount(row.estimate.ratings) }] : [])
  ];
  const line = (row: Row): string[] => [
    row.label,
    row.estimate.shown ? formatValue(row.estimate.value, figure.scale) : 'not shown',
    row.estimate.shown ? formatInterval(row.estimate.low, row.estimate.high, figure.scale) : '',
    ...counts.map((count) => count.of(row)),
    row.estimate.shown ? levelWords[row.estimate.level] : row.estimate.reason
  ];
  const rows =
    figure.selection.by === null ? figure.rows : [...figure.rows, ...(figure.overall ? [figure.overall] : [])];
  return {
    head: [figure.rowsAre, figure.axis, '95 % interval', ...counts.map((count) => count.head), 'Remark'],
    rows: rows.map(line)
  };
}

/** Any metric by any dimension, as dots with intervals: Explore's first chart. */
export const byGroup: DatabaseChart = {
  name: 'by-group',
  label: 'Groups compared',
  vocabulary: exploreVocabulary,
  source: 'database',
  needs: [],
  queries,
  estimate,
  arrange,
  describe,
  table,
  plot(plot, figure, width) {
    const all = figure.overall?.estimate;
    const reference =
      all?.shown && figure.selection.by !== null
        ? {
            value: all.value,
            label: `${narrowed(figure.selection) ? 'all of these' : 'everyone'} ${formatValue(all.value, figure.scale)}`
          }
        : null;
    return dotInterval(plot, figure, width, { right: peopleAtRight, reference, published: null });
  }
};
