import {
  PERSON,
  allLevels,
  decapitalise,
  findColumn,
  formatCount,
  formatCountOf,
  formatInterval,
  formatValue,
  levelKey,
  levelsOf,
  usualOfPeople,
  type Dimension,
  type Undocumented
} from '../../dataset/index.ts';
import {
  boundedMean,
  share,
  useOfScale,
  type Ends,
  type GroupedComputed,
  type Moments,
  type Use
} from '../../estimate/index.ts';
import type { Params, Selection } from '../../selection/index.ts';
import { narrowedTo } from '../words/among.ts';
import type { FigureColumn, DatabaseChart, NoFields, RawRow, Unsaid } from '../chart.ts';
import { dotInterval, peopleAtRight } from '../forms/dot-interval.ts';
import { countColumn, estimateColumns, label, remarkColumn } from '../columns/row-columns.ts';
import { ranked } from '../rows/ranked.ts';
import {
  SCORES,
  type AskedOfAll,
  columnLabel,
  columnOf,
  nothingLeft,
  replies,
  scoreMoments,
  scoresVocabulary
} from './scores-vocabulary.ts';
import { denominatorsOf } from '../rows/moments.ts';
import { denominatorWords } from '../words/denominators.ts';

/** Dimensions of people by which the use of the scale can be compared. */
const groupings = usualOfPeople(6);

const params: Params = {
  use: {
    kind: 'choice',
    label: 'Use of the scale',
    choices: [
      { key: 'range', label: 'range within an opener' },
      { key: 'deviation', label: 'standard deviation within an opener' },
      { key: 'mean', label: 'mean score' },
      { key: 'middle', label: 'distance of the mean from 50' }
    ]
  },
  group: {
    kind: 'choice',
    label: 'People',
    choices: [
      { key: 'everyone', label: 'single people' },
      ...groupings.map((name) => ({ key: name, label: decapitalise(columnLabel(name)) }))
    ]
  }
};

/** Width of a class of the distribution, in points, and the highest value there can be. */
const classes: Readonly<Record<Use, { readonly width: number; readonly top: number }>> = {
  range: { width: 10, top: 100 },
  deviation: { width: 5, top: 75 },
  mean: { width: 10, top: 100 },
  middle: { width: 5, top: 50 }
};

/** What a person's number is, with its mean over people put in. */
const words: Readonly<Record<Use, (value: string) => string>> = {
  range: (value) => `the best and the worst reply to an opening message lie ${value} points apart`,
  deviation: (value) => `the scores of the replies to an opening message have a standard deviation of ${value} points`,
  mean: (value) => `the replies to an opening message score ${value}`,
  middle: (value) => `the mean score of the replies to an opening message lies ${value} points from 50`
};

const names: Readonly<Record<Use, string>> = {
  range: 'Range within an opener',
  deviation: 'Standard deviation within an opener',
  mean: 'Mean score of openers',
  middle: 'Distance of an opener’s mean from 50'
};

const useOf = ({ params }: Selection): Use => params.use as Use;
const groupOf = ({ params }: Selection) => (params.group === 'everyone' ? null : params.group!);

/** Stored integers of a person's value per point of score. */
const PER_POINT = 100;

/** Moments of the yes-or-no question whether people are among `with_` of all. */
function partOf({ people, conversations, ratings }: Moments, with_: Moments): Moments {
  return { people, conversations, ratings, x: people, xx: people, y: with_.people, xy: with_.people, yy: with_.people };
}

/** The ends of a person's number, in stored integers: of scores from 1 to 100, and two replies or more a message. */
const ends: Readonly<Record<Use, Ends>> = {
  range: { lowest: 0, highest: 99 * PER_POINT },
  deviation: { lowest: 0, highest: Math.ceil((99 / Math.SQRT2) * PER_POINT) },
  mean: { lowest: PER_POINT, highest: 100 * PER_POINT },
  middle: { lowest: 0, highest: 50 * PER_POINT }
};

const averageIn = (use: Use, moments: Moments) => boundedMean(moments, ends[use], PER_POINT);

const counts = ({ people }: Moments) => ({ people, conversations: 0, ratings: 0 });

/** The share of people in each class. */
function distribution({ of, all }: GroupedComputed, use: Use): RawRow[] {
  const { width } = classes[use];
  return of.flatMap((moments, i): RawRow[] => {
    if (moments.people === 0) return [];
    const label = `${i * width} to under ${(i + 1) * width}`;
    return [{ key: String(i), label, missing: false, ...counts(moments), result: share(partOf(all, moments)) }];
  });
}

/** The mean over people of each group. */
function groups({ of }: GroupedComputed, use: Use, name: string, extra: Undocumented): RawRow[] {
  const column = findColumn(name)!.column as Dimension;
  const documented = allLevels(column).length;
  return levelsOf(name, extra).flatMap((level, code): RawRow[] => {
    const moments = of[code];
    if (!moments || moments.people === 0) return [];
    const missing = code >= column.levels.length && code < documented;
    return [{ key: levelKey(level), label: level.label, missing, ...counts(moments), result: averageIn(use, moments) }];
  });
}

/** The mean over all people with its interval, for the sentence. */
const constants = { average: 'estimate' } as const;

type UseChart = DatabaseChart<NoFields, AskedOfAll, typeof constants>;

const estimate: UseChart['estimate'] = (answers, selection, extra, computed) => {
  if (computed?.kind !== 'grouped') throw new TypeError('Nothing was grouped');
  const denominators = denominatorsOf(answers.all[0]);
  const use = useOf(selection);
  const by = groupOf(selection);
  const all = computed.all;
  const rows = by === null ? distribution(computed, use) : groups(computed, use, by, extra);
  return {
    kicker: 'What goes into a score · use of the scale',
    axis:
      by === null
        ? `Share of people, by their average: ${decapitalise(names[use])}`
        : `${names[use]}, mean over people`,
    scale: by === null ? 'share' : 'score',
    rowsAre: by === null ? `${names[use]}, points` : columnLabel(by),
    rows,
    overall:
      by === null
        ? null
        : { key: 'all', label: 'Everyone', missing: false, ...counts(all), result: averageIn(use, all) },
    unit: 'utterances',
    denominators,
    numbers: denominatorWords(denominators),
    constants: { average: { ...counts(all), result: averageIn(use, all) } },
    method: by === null ? '95 % intervals for shares of people' : '95 % intervals, one value for each person',
    notes: [
      'One value for each person: the average over their openers with two replies or more. Range and standard deviation say how expressive a person is, mean and distance from 50 where on the scale they stay.',
      'How people use the scale is not what they like. Standardised scores, win rates and shares chosen do away with it; raw scores of groups mix both.',
      'The slider started in the middle and showed no numbers. Opening turns only. An opt-in sample, not whole countries.'
    ]
  };
};

function headline(figure: Unsaid<NoFields, typeof constants>): string | null {
  const average = figure.constants?.average;
  return average?.shown ? `On average, ${words[useOf(figure.selection)](formatValue(average.value, 'score'))}` : null;
}

function describe(figure: Unsaid<NoFields, typeof constants>): string {
  const { constants, selection, rows } = figure;
  const average = constants?.average;
  if (!average?.shown) {
    return figure.denominators.people < 10
      ? nothingLeft(figure.denominators)
      : `Too few of these ${formatCountOf(figure.denominators.people, PERSON)} rated two replies side by side.`;
  }
  const use = useOf(selection);
  const said = ({ value, low, high }: { value: number; low: number; high: number }) =>
    `${formatValue(value, 'score')} (${formatInterval(low, high, 'score')})`;
  const start = `On average over ${formatCountOf(average.people, PERSON)}, ${words[use](said(average))}`;
  const shown = ranked(rows);
  const [top, bottom] = [shown[0], shown.at(-1)];
  if (!top || !bottom) return `${start}.`;
  if (groupOf(selection) === null) {
    return `${start}; for the largest class of people, ${formatValue(top.estimate.value, 'share')} (${formatInterval(top.estimate.low, top.estimate.high, 'share')}), it is ${top.label}.`;
  }
  if (top === bottom) return `${start}.`;
  return `${start}: from ${said(bottom.estimate)} for ${bottom.label} to ${said(top.estimate)} for ${top.label}, picked after looking among ${formatCount(shown.length)} groups.`;
}

const columns: readonly FigureColumn[] = [label, ...estimateColumns(), countColumn('people', 'People'), remarkColumn()];

/** How expressive people are with the scale and where on it they stay: their distribution, or groups compared. */
export const scaleUse: UseChart = {
  name: 'scale-use',
  label: 'Use of the scale',
  vocabulary: scoresVocabulary(params),
  together: SCORES,
  source: 'database',
  needs: [],
  constants,
  columns,
  queries: (selection) => ({ all: scoreMoments(selection) }),
  task: {
    columns: (selection) => [
      replies(selection, ['score', 'user_id', 'conversation_id', 'interaction_id', ...groupings])
    ],
    of([columns], selection) {
      const use = useOf(selection);
      const by = groupOf(selection);
      const rated = {
        person: columnOf(columns, 'user_id'),
        interaction: columnOf(columns, 'interaction_id'),
        score: columnOf(columns, 'score')
      };
      const people = useOfScale(rated, use);
      const { width, top } = classes[use];
      const last = Math.ceil(top / width) - 1;
      const of = by === null ? null : columnOf(columns, by);
      return {
        kind: 'grouped',
        groups: of ? of.reduce((most, code) => Math.max(most, code + 1), 0) : last + 1,
        group: Int32Array.from(people, ({ row, value }) => (of ? of[row]! : Math.min(last, Math.floor(value / width)))),
        person: Int32Array.from(people, (_, i) => i),
        conversation: Int32Array.from(people, (_, i) => i),
        value: Int32Array.from(people, ({ value }) => Math.round(value * PER_POINT))
      };
    }
  },
  estimate,
  question(selection, extra) {
    const by = groupOf(selection);
    return `How do people use the scale${by === null ? '' : ` by ${decapitalise(columnLabel(by))}`}${narrowedTo(selection, 'utterances', extra)}?`;
  },
  headline,
  describe,
  plot(plot, figure, width) {
    const all = figure.overall?.estimate;
    const reference =
      all?.shown && figure.scale === 'score'
        ? { value: all.value, label: `everyone ${formatValue(all.value, 'score')}` }
        : null;
    return dotInterval(plot, figure, width, { right: peopleAtRight, reference, published: null });
  }
};
