import {
  capitalise,
  decapitalise,
  findMetric,
  formatDifference,
  formatDifferenceInterval,
  formatList,
  formatValue,
  pWords
} from '../../dataset/index.ts';
import type { Total, Unsaid } from '../chart.ts';
import { isShown } from '../rows/ranked.ts';
import type { Judged, Standout } from '../judged.ts';
import { nounPhrase } from './noun-phrase.ts';
import { isMedian } from '../rows/medians.ts';
import { amountWords, measuredWords, unitOf } from './unit-words.ts';

/** Most groups that a headline names. */
const MOST_NAMED = 3;

type Told = Exclude<Judged, { says: 'cannot' }>;

/** How the groups of a verdict are spoken of. */
export interface GroupWords {
  /** What they are groups by: `age`, `region of birth`. */
  readonly by: string;
  /** The people, conversations or replies of a group, by its key: `people aged 65+`. */
  readonly of: (key: string) => string;
  /** Whether they are groups by several things. */
  readonly crossed?: boolean;
}

/** How the groups of a figure's one grouping are spoken of. */
const groupWords = ({ selection, rowsAre }: Pick<Unsaid, 'selection' | 'rowsAre'>): GroupWords => ({
  by: decapitalise(rowsAre),
  of: (key) => nounPhrase([{ column: selection.by!, keys: [key], exclude: false }])
});

const rowOf = ({ rows }: Unsaid, key: string): Total | undefined => rows.find((row) => row.key === key);

const amount = ({ selection }: Unsaid, value: number) => amountWords(value, findMetric(selection.metric)!);

const direction = (value: number) => (value > 0 ? 'higher' : 'lower');

function between(figure: Unsaid, judged: Told, { of }: GroupWords): string | null {
  const [first] = judged.named;
  if (!first || judged.other === undefined) return null;
  const [a, b] = [of(first.key), of(judged.other)];
  const { phrase } = findMetric(figure.selection.metric)!;
  if (judged.says === 'none') return `We cannot tell ${a} and ${b} apart in ${phrase}`;
  const [own, other] = [rowOf(figure, first.key), rowOf(figure, judged.other)];
  const values =
    own && other && isShown(own) && isShown(other)
      ? ` (${formatValue(own.estimate.value, figure.scale)} v. ${formatValue(other.estimate.value, figure.scale)})`
      : '';
  return `${capitalise(phrase)} is ${amount(figure, first.difference)} ${direction(first.difference)} for ${a} than for ${b}${values}`;
}

/** Who stands out, in a line: the groups named, or how many of them. */
function standouts(figure: Unsaid, { named, groups }: Told, { by, of }: GroupWords): string {
  const { phrase } = findMetric(figure.selection.metric)!;
  if (named.length > MOST_NAMED)
    return `${capitalise(phrase)} differs by ${by}: ${named.length} of ${groups} groups stand out`;
  const all = (some: readonly Standout[]) => formatList(some.map(({ key }) => of(key)));
  const [above, below] = [named.filter((one) => one.difference > 0), named.filter((one) => one.difference < 0)];
  const clauses = [
    above.length > 0 ? `higher for ${all(above)}` : '',
    below.length > 0 ? `lower for ${all(below)}` : ''
  ].filter(Boolean);
  return `${capitalise(phrase)} is ${clauses.join(' and ')} than for the others`;
}

/** What was found of a figure's groups, in a line: whether they differ at all, and only then who does. */
export function verdictHeadline(figure: Unsaid): string | null {
  return figure.selection.by === null ? overallHeadline(figure) : groupsHeadline(figure, groupWords(figure));
}

/** The metric over everybody of a figure, in a line; null where they are few. */
export function overallHeadline({ overall, selection }: Pick<Unsaid, 'overall' | 'selection'>): string | null {
  const metric = findMetric(selection.metric)!;
  const all = overall?.estimate;
  const on = metric.kind === 'mean' ? ' on average' : '';
  return all?.shown && all.level !== 'few'
    ? `${capitalise(metric.phrase)} is ${measuredWords(metric, all).value}${isMedian(selection) ? ' at the median' : on}`
    : null;
}

/** What was found of groups that are spoken of so, in a line. */
export function groupsHeadline(figure: Unsaid, words: GroupWords): string | null {
  const { judged, selection } = figure;
  const { phrase } = findMetric(selection.metric)!;
  if (!judged || judged.says === 'cannot') return null;
  if (judged.kind === 'pair') return between(figure, judged, words);
  const { by } = words;
  switch (judged.says) {
    case 'none':
      return `${capitalise(by)} ${words.crossed ? 'make' : 'makes'} no difference that we can see to ${phrase}`;
    case 'trend':
      return `${capitalise(phrase)} ${judged.trend!.slope > 0 ? 'rises' : 'falls'} with ${by.replace(/ in \d+ groups$/, '')}`;
    case 'unclear':
      return `${capitalise(phrase)} differs by ${by}, but not clearly enough to say for whom`;
    case 'named':
      return standouts(figure, judged, words);
  }
}

const apartWords = (figure: Unsaid) => {
  const unit = unitOf(findMetric(figure.selection.metric)!);
  return ({ key, difference, low, high }: Standout) =>
    `${rowOf(figure, key)?.label ?? key} by ${formatDifference(difference, figure.scale)} ${unit} (${formatDifferenceInterval(low, high, figure.scale)})`;
};

const cannot: Readonly<Record<Extract<Judged, { says: 'cannot' }>['why'], string>> = {
  groups: 'No two groups have enough people to be set side by side.',
  rows: 'Too few rows with and without it are expected in all groups but one, so whether they differ cannot be tested here.',
  alike: 'Everybody is alike in this, so there is nothing to test.',
  people: 'There are too few people for so many groups, so whether these differ cannot be tested here.'
};

/** How sure it is whether a figure's groups differ, and how much those do that are named; empty until it is known. */
export function verdictSentence(figure: Unsaid): string {
  const { judged, scale } = figure;
  if (!judged) return '';
  if (judged.says === 'cannot') return cannot[judged.why];
  const { groups, p, gap, named, trend, kind } = judged;
  const larger = `a gap of more than ${amount(figure, gap)} would show`;
  if (kind === 'pair') {
    const [first] = named;
    const interval = first ? formatDifferenceInterval(first.low, first.high, scale) : '';
    return judged.says === 'none'
      ? `The two groups cannot be told apart (${pWords(p)}; the difference lies between ${interval.replace(' to ', ' and ')}).`
      : `The difference is ${formatDifference(first!.difference, scale)} (${interval}; ${pWords(p)}).`;
  }
  const list =
    named.length > 0 && named.length <= 2 * MOST_NAMED ? `: ${formatList(named.map(apartWords(figure)))}` : '';
  const stand =
    named.length === 0
      ? ''
      : `${named.length} of ${groups} groups ${named.length === 1 ? 'differs' : 'differ'} from all the others taken together${list}.`;
  switch (judged.says) {
    case 'none':
      return `No difference shows between the ${groups} groups (${pWords(p)}; ${larger}).`;
    case 'trend':
      return [
        `From one group to the next it ${trend!.slope > 0 ? 'rises' : 'falls'} by ${amount(figure, trend!.slope)} on average (${pWords(trend!.p)}).`,
        capitalise(stand)
      ]
        .filter(Boolean)
        .join(' ');
    case 'unclear':
      return `The ${groups} groups differ (${pWords(p)}), but not clearly enough to say which.`;
    case 'named':
      return `The groups differ (${pWords(p)}). ${capitalise(stand)}`;
  }
}
