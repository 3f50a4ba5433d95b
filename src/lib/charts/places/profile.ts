import {
  PERSON,
  findMetric,
  formatCount,
  formatCountOf,
  formatInterval,
  formatList,
  formatValue,
  type Metric,
  type Scale,
  type TableName,
  type Undocumented
} from '../../dataset/index.ts';
import {
  benjaminiHochberg,
  type Contrast,
  type CrossMoments,
  type Interval,
  type Moments,
  type Sums,
  type Unestimated
} from '../../estimate/index.ts';
import { applicable, type Answer, type AnswerRow, type SidesQuery } from '../../query/index.ts';
import { everything, SMALLEST_CELL, type Selection, type Vocabulary } from '../../selection/index.ts';
import { idleFilters } from '../words/among.ts';
import { metricRow } from '../rows/metric-rows.ts';
import { momentsOf, denominatorsOf } from '../rows/moments.ts';
import { differenceFor } from '../rows/sides.ts';
import { nounPhrase } from '../words/noun-phrase.ts';
import type { Denominators, Figure, FigureTable, Group, More, RawRow, Row } from '../chart.ts';

/**
 * What the links of a profile may say: the filters that make the group. It is set against everyone else, all people (or
 * rows) that the filters leave out.
 */
export const profileVocabulary = (): Vocabulary => ({
  defaults: { ...everything, filters: [{ column: 'special_region', keys: ['us'], exclude: false }] },
  parts: ['filters'],
  params: {}
});

/** One row of a profile: what is measured, or one group of it, and what the reader calls it. */
export interface Item {
  readonly metric: string;
  readonly label: string;
}

/** The group as a noun phrase: "people born in Africa"; other groups by their filters. */
export function groupOf({ filters }: Selection, extra: Undocumented = {}): string {
  return filters.length === 0 ? 'everyone' : nounPhrase(filters, extra);
}

/** The query for the group against everyone else. */
export function againstTheRest(metric: string, selection: Selection, by: readonly string[] = []): SidesQuery {
  const { applied } = applicable(selection.filters, findMetric(metric)!.table);
  const { sample, turns } = selection;
  return { kind: 'sides', metric, by, filters: [], sample, turns, compare: { a: applied, b: null } };
}

/** One side of an answer to `againstTheRest`, named as sums of a single group are. */
function sideOf(row: AnswerRow | undefined, letter: 'a' | 'b'): AnswerRow {
  const names = ['people', 'conversations', 'ratings', 'x', 'y', 'xx', 'xy', 'yy'];
  return Object.fromEntries(names.map((name) => [name, row?.[`${name}_${letter}`] ?? 0]));
}

function crossOf(row: AnswerRow | undefined): CrossMoments {
  const at = (name: string) => row?.[name] ?? 0;
  const side = (letter: 'a' | 'b'): Sums => {
    const of = (name: string) => at(`shared_${name}_${letter}`);
    return { x: of('x'), y: of('y'), xx: of('xx'), xy: of('xy'), yy: of('yy') };
  };
  const products = { xaxb: at('xaxb'), xayb: at('xayb'), yaxb: at('yaxb'), yayb: at('yayb') };
  return { people: at('people_shared'), a: side('a'), b: side('b'), ...products };
}

/** A group's own value, everyone else's, and the difference, in the unit shown; shares as shares. */
interface Sides {
  readonly here: Interval | Unestimated;
  readonly there: Interval | Unestimated;
  readonly difference: Contrast | Unestimated;
  readonly group: Moments;
  readonly others: Moments;
}

function sidesOf(metric: Metric, words: Group, row: AnswerRow | undefined): Sides {
  const [a, b] = [sideOf(row, 'a'), sideOf(row, 'b')];
  const [group, others, cross] = [momentsOf(a), momentsOf(b), crossOf(row)];
  const [here, there] = [metricRow(metric, words, a).result, metricRow(metric, words, b).result];
  return { here, there, difference: differenceFor(metric, group, others, cross), group, others };
}

/** Everything a row says besides its own estimate. Differences of shares are in percentage points. */
function moreOf({ here, there, difference, others }: Sides, points: number): More {
  const found = (name: string, estimate: Interval | Unestimated, by: number) =>
    'value' in estimate
      ? { [name]: estimate.value * by, [`${name}_low`]: estimate.low * by, [`${name}_high`]: estimate.high * by }
      : {};
  return {
    others: others.people,
    ...found('here', here, 1),
    ...found('there', there, 1),
    ...found('difference', difference, points),
    ...('p' in difference ? { p: difference.p } : {})
  };
}

/**
 * A row from the answer to `againstTheRest`. It rests on the side with fewer people.
 *
 * @param shows whether the row's estimate is the group's own value or its difference to everyone else
 */
export function profileRow(
  { metric: name, label }: Item,
  key: string,
  answer: AnswerRow | undefined,
  shows: 'here' | 'difference'
): RawRow {
  const metric = findMetric(name)!;
  const words = { key, label, missing: false };
  const sides = sidesOf(metric, words, answer);
  const points = metric.scale === 'share' ? 100 : 1;
  const { group, others, here, difference } = sides;
  const row = {
    ...words,
    people: Math.min(group.people, others.people),
    conversations: group.conversations,
    ratings: group.ratings,
    more: moreOf(sides, points)
  };
  if (shows === 'here' || 'reason' in difference) return { ...row, result: shows === 'here' ? here : difference };
  const { value, low, high, se, df } = difference;
  const ends = { value: value * points, low: low * points, high: high * points };
  return { ...row, result: se === undefined ? ends : { ...ends, se: se * points, df } };
}

/** The people on both sides, from the answer to a question all of them have a value of. */
export function peopleOnBothSides(answer: AnswerRow | undefined): { denominators: Denominators; others: number } {
  return { denominators: denominatorsOf(sideOf(answer, 'a')), others: answer?.people_b ?? 0 };
}

/** Adjusted p-values of the rows that may be tested, by key: all of a figure are one family of tests. */
export function adjusted(rows: readonly Row[]): ReadonlyMap<string, number> {
  const tested = rows.flatMap(({ key, estimate, more }) =>
    estimate.shown && estimate.level !== 'few' && more?.p !== undefined ? [{ key, p: more.p }] : []
  );
  const values = benjaminiHochberg(tested.map(({ p }) => p));
  return new Map(tested.map(({ key }, i) => [key, values[i]!]));
}

/** Under so much an adjusted p-value is called a difference. */
const LEVEL = 0.05;

/** Most differences a sentence names. */
const MOST_NAMED = 3;

/** The rows that differ from everyone else by more than chance explains, the largest difference first. */
export function findings(rows: readonly Row[]): Row[] {
  const q = adjusted(rows);
  return rows
    .filter(({ key }) => (q.get(key) ?? 1) < LEVEL)
    .sort((a, b) => Math.abs(b.more!.difference!) - Math.abs(a.more!.difference!));
}

/** A row's difference in words: "6.2 points higher (2.1 to 10.3)". */
export function differenceWords({ more }: Row, unit = 'points'): string {
  const { difference = 0, difference_low: low = 0, difference_high: high = 0 } = more ?? {};
  const size = formatValue(Math.abs(difference), 'score');
  const interval = difference < 0 ? formatInterval(-high, -low, 'score') : formatInterval(low, high, 'score');
  return `${size} ${unit} ${difference < 0 ? 'lower' : 'higher'} (${interval})`;
}

/** How many differ, of how many tested, and the largest of them with their intervals. */
export function differencesInWords(rows: readonly Row[], things: readonly [string, string], unit = 'points'): string {
  const found = findings(rows);
  const tested = adjusted(rows).size;
  if (tested === 0) return 'There are too few people to test any difference from everyone else.';
  if (found.length === 0) {
    return `None of ${formatCountOf(tested, things)} differs from everyone else by more than chance would explain.`;
  }
  const largest = formatList(found.slice(0, MOST_NAMED).map((row) => `${row.label}, ${differenceWords(row, unit)}`));
  const start = `Of ${formatCountOf(tested, things)}, ${formatCount(found.length)} ${found.length === 1 ? 'differs' : 'differ'} from everyone else by more than chance explains`;
  return `${start}${found.length > MOST_NAMED ? ', most of all' : ':'} ${largest}.`;
}

/** What stands where the group has too few people to say anything; null where it has enough. */
export function tooFew({ denominators: { people } }: Pick<Figure, 'denominators'>): string | null {
  if (people >= SMALLEST_CELL) return null;
  if (people === 0) return 'Nobody in this group has an answer.';
  return `Only ${formatCountOf(people, PERSON)} ${people === 1 ? 'is' : 'are'} in this group: too few to show a number.`;
}

/** How many people a group has: "118 people born in Africa", "750 people (women)". */
export function countOfGroup(group: string, people: number): string {
  const count = formatCountOf(people, PERSON);
  if (group === 'everyone') return count;
  return group.startsWith('people ') ? `${count} ${group.slice('people '.length)}` : `${count} (${group})`;
}

/** Both sides in words: "118 people born in Africa · 1,382 others". */
export function sidesInWords(selection: Selection, extra: Undocumented, people: number, others: number): string {
  return `${countOfGroup(groupOf(selection, extra), people)} · ${formatCount(others)} others`;
}

/** The small print of every profile. */
export function profileNotes(selection: Selection, table: TableName, extra: Undocumented): string[] {
  return [
    idleFilters({ ...selection, turns: 'opener' }, table, extra),
    'Everyone else is everybody whom the group leaves out, also those who did not say.',
    'These are people who took part, not a whole country or region: an opt-in sample, recruited online and in English.'
  ].filter((note) => note !== undefined);
}

const levelWords = { few: 'few people, not tested', wide: 'wide interval', plain: '' } as const;

/**
 * Here, everyone else, the difference with its interval and adjusted p-value, and the people on both sides.
 *
 * @param scale of the two sides; differences are in points
 */
export function profileTable(figure: Figure, scale: Scale): FigureTable {
  const q = adjusted(figure.rows);
  const line = ({ key, label, estimate, more = {} }: Row): string[] => {
    const people = [formatCount(estimate.people), formatCount(more.others ?? figure.constants!.others!)];
    if (!estimate.shown) return [label, 'not shown', '', '', '', '', '', ...people, estimate.reason];
    const of = (name: string, on: Scale) =>
      more[name] === undefined
        ? ['', '']
        : [formatValue(more[name], on), formatInterval(more[`${name}_low`]!, more[`${name}_high`]!, on)];
    const p = q.get(key);
    const remarks = [p === undefined ? '' : `adjusted p ${formatP(p)}`, levelWords[estimate.level]];
    return [
      label,
      ...of('here', scale),
      ...of('there', scale),
      ...of('difference', 'score'),
      ...people,
      remarks.filter((remark) => remark !== '').join(', ')
    ];
  };
  const interval = '95 % interval';
  return {
    head: [
      figure.rowsAre,
      ...['Here', interval, 'Everyone else', interval, 'Difference, points', interval],
      ...['People here', 'People elsewhere', 'Remark']
    ],
    rows: figure.rows.map(line)
  };
}

const formatP = (p: number) => (p < 0.001 ? 'under 0.001' : p.toFixed(3));

/** Rows that were asked one by one, in order. */
export function rowsAsked(items: readonly Item[], answers: readonly Answer[], shows: 'here' | 'difference'): RawRow[] {
  return items.map((item, i) => profileRow(item, item.metric, answers[i]?.[0], shows));
}

/** How the intervals of every profile are made. */
export const METHOD = '95 % intervals, clustered by person';

/** How the tests of a profile are adjusted, for the small print. */
export const ADJUSTED =
  'Differences are tested together and adjusted for their number (Benjamini–Hochberg, 5 %); the largest were picked after looking.';
