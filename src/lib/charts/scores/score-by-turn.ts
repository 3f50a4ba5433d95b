import { by_turn_READ_FROM_PLOT as published } from '../../../../data/published/scores.json';
import { PERSON, formatCount, formatCountOf, formatInterval, formatValue } from '../../dataset/index.ts';
import { boundedMean } from '../../estimate/index.ts';
import type { Columns } from '../../query/index.ts';
import { everything, type Params, type Selection, type Vocabulary } from '../../selection/index.ts';
import { narrowedTo } from '../words/among.ts';
import type { FigureColumn, DatabaseChart, RawRow, Unsaid } from '../chart.ts';
import { dotInterval, peopleAtRight } from '../forms/dot-interval.ts';
import { countColumn, estimateColumns, label, publishedColumn, remarkColumn } from '../columns/row-columns.ts';
import { isShown, type ShownRow } from '../rows/ranked.ts';
import {
  SCORES,
  type AskedOfAll,
  columnOf,
  isNarrowed,
  nothingLeft,
  replies,
  scoreMoments,
  scoresVocabulary
} from './scores-vocabulary.ts';
import { denominatorsOf } from '../rows/moments.ts';
import { denominatorWords } from '../words/denominators.ts';

const params: Params = {
  of: {
    kind: 'choice',
    label: 'What of the scores',
    choices: [
      { key: 'mean', label: 'the mean score' },
      { key: 'range', label: 'the range among replies to one message' }
    ]
  }
};

const ofScores = scoresVocabulary(params);
const vocabulary: Vocabulary = { ...ofScores, defaults: { ...everything, ...ofScores.defaults, turns: 'all' } };

/** Turns from this one on are one row: few people get there. */
const LAST = 12;

const labelOf = (turn: number) =>
  turn === 0 ? 'Opener' : turn === LAST ? `Turn ${LAST} and later` : `Turn ${formatCount(turn)}`;

const isRange = ({ params }: Selection) => params.of === 'range';

const publishedOf = (selection: Selection, turn: number): number | undefined => {
  const list: Readonly<Record<string, number>> = isRange(selection)
    ? published['mean_within_turn_range_pm0.7']
    : published['mean_score_pm0.7'];
  return isNarrowed(selection) ? undefined : list[String(turn)];
};

/** Which turn a row is; 0 is the opener. */
const fields = { turn: 'count' } as const;

type Fields = typeof fields;
type TurnChart = DatabaseChart<Fields, AskedOfAll>;

const estimate: TurnChart['estimate'] = (answers, selection, extra, computed) => {
  if (computed?.kind !== 'grouped') throw new TypeError('Nothing was grouped');
  const denominators = denominatorsOf(answers.all[0]);
  const rows = computed.of.flatMap((moments, turn): RawRow<Fields>[] => {
    if (moments.people === 0) return [];
    const value = publishedOf(selection, turn);
    return [
      {
        ...{ key: String(turn), label: labelOf(turn), missing: false, turn },
        ...{ people: moments.people, conversations: moments.conversations, ratings: moments.ratings },
        ...(value === undefined ? {} : { published: value }),
        result: boundedMean(moments, isRange(selection) ? { lowest: 0, highest: 99 } : { lowest: 1, highest: 100 })
      }
    ];
  });
  return {
    kicker: 'What goes into a score',
    axis: isRange(selection)
      ? 'Mean range: highest less lowest score of the replies to one message'
      : 'Mean score, 1–100',
    scale: 'score',
    rowsAre: 'Turn',
    rows,
    overall: null,
    unit: 'utterances',
    denominators,
    numbers: denominatorWords(denominators),
    method: '95 % intervals, clustered by person',
    notes: [
      'Not a change of taste: from the second turn on, people go on with the reply they scored highest, and those who are content go on for longer. Turns differ in who is left, in which models, and in how many replies are shown (up to four, then two).',
      'People on the right: those who are still there.',
      ...(rows.some((row) => row.published !== undefined)
        ? [
            isRange(selection)
              ? 'Published values (diamonds) are read off a plot, within 0.7 points.'
              : 'Published values (diamonds) are read off a plot, within 0.7 points, and average the columns of a table of replies, not the replies.'
          ]
        : []),
      'An opt-in sample, not whole countries.'
    ]
  };
};

function headline({ rows, selection }: Unsaid<Fields>): string | null {
  const shown = rows.filter(isShown);
  const [opener, next] = [shown.find(({ turn }) => turn === 0), shown.find(({ turn }) => turn === 1)];
  if (!opener || !next) return null;
  const value = ({ estimate }: ShownRow) => formatValue(estimate.value, 'score');
  const what = isRange(selection) ? 'the replies to one message' : 'scores';
  const ends = `from ${value(opener)} to ${value(next)} points`;
  if (next.estimate.low > opener.estimate.high)
    return `After people chose a model, ${what} ${isRange(selection) ? 'lie further apart' : 'rise'}: ${ends}`;
  if (next.estimate.high < opener.estimate.low)
    return `After people chose a model, ${what} ${isRange(selection) ? 'lie closer together' : 'fall'}: ${ends}`;
  return `After people chose a model, ${what} are about the same, as far as we can tell`;
}

function describe(figure: Unsaid<Fields>): string {
  const shown = figure.rows.filter(isShown);
  const [opener, next] = [shown.find(({ turn }) => turn === 0), shown.find(({ turn }) => turn === 1)];
  if (!opener || !next) {
    return figure.denominators.people < 10
      ? nothingLeft(figure.denominators)
      : `Too few of these ${formatCountOf(figure.denominators.people, PERSON)} went on after the opener.`;
  }
  const words = ({ estimate: { value, low, high } }: ShownRow) =>
    `${formatValue(value, 'score')} (${formatInterval(low, high, 'score')})`;
  const what = isRange(figure.selection) ? 'The replies to an opening message lie' : 'Opening replies score';
  const between = isRange(figure.selection) ? ' points apart' : ' on average';
  const left = shown.filter(({ estimate }) => estimate.level === 'plain').at(-1);
  const still =
    left === undefined || left.turn < 2
      ? ''
      : ` By turn ${left.turn}, ${formatCountOf(left.estimate.people, PERSON)} are left.`;
  return `${what} ${words(opener)}${between}, those of the next turn ${words(next)}: by then people have chosen the model they liked best (${formatCount(opener.estimate.people)} people, then ${formatCount(next.estimate.people)}).${still}`;
}

/** Of ranges, each message is one; of scores, each reply. */
const counted = (of: 'ratings' | 'messages'): FigureColumn<Fields> => ({
  key: of,
  says:
    of === 'ratings' ? 'ratings of that turn; empty for ranges' : 'messages with two replies or more; empty for scores',
  kind: 'count',
  of: ({ estimate }, { selection }) => (isRange(selection) === (of === 'messages') ? estimate.ratings : null)
});

const columns: readonly FigureColumn<Fields>[] = [
  label,
  {
    key: 'turn',
    says: 'the turn, 0 for the opener; the last one holds all that follow',
    kind: 'count',
    of: ({ turn }) => turn
  },
  ...estimateColumns(),
  publishedColumn,
  countColumn('people', 'People'),
  countColumn('conversations'),
  counted('ratings'),
  counted('messages'),
  remarkColumn()
];

/** One value for each message: the highest less the lowest score of its replies; the place of its first row. */
function ranges(columns: Columns | undefined): { rows: Int32Array; value: Int32Array } {
  const [interaction, score] = [columnOf(columns, 'interaction_id'), columnOf(columns, 'score')];
  const found = new Map<number, { row: number; low: number; high: number; replies: number }>();
  interaction.forEach((id, row) => {
    const value = score[row]!;
    const one = found.get(id) ?? { row, low: value, high: value, replies: 0 };
    one.low = Math.min(one.low, value);
    one.high = Math.max(one.high, value);
    one.replies++;
    found.set(id, one);
  });
  const several = [...found.values()].filter(({ replies }) => replies > 1);
  return {
    rows: Int32Array.from(several, ({ row }) => row),
    value: Int32Array.from(several, ({ low, high }) => high - low)
  };
}

/** Mean score, or range of the replies to one message, turn by turn, with the people who are left. */
export const scoreByTurn: TurnChart = {
  name: 'score-by-turn',
  label: 'Score by turn',
  vocabulary,
  together: SCORES,
  source: 'database',
  needs: [],
  fields,
  columns,
  queries: (selection) => ({ all: scoreMoments({ ...selection, turns: 'all' }) }),
  task: {
    columns: (selection) => [
      replies({ ...selection, turns: 'all' }, ['score', 'user_id', 'conversation_id', 'interaction_id', 'turn'])
    ],
    of([columns], selection) {
      const all = columnOf(columns, 'score');
      const { rows, value } = isRange(selection) ? ranges(columns) : { rows: all.map((_, row) => row), value: all };
      const pick = (name: string) => {
        const column = columnOf(columns, name);
        return rows.map((row) => column[row]!);
      };
      return {
        kind: 'grouped',
        groups: LAST + 1,
        group: pick('turn').map((turn) => Math.min(turn, LAST)),
        person: pick('user_id'),
        conversation: pick('conversation_id'),
        value
      };
    }
  },
  estimate,
  question: (selection, extra) =>
    `How do scores change in the course of a conversation${narrowedTo({ ...selection, turns: 'opener' }, 'utterances', extra)}?`,
  headline,
  describe,
  key: (figure) =>
    figure.rows.some((row) => row.published !== undefined)
      ? [
          { mark: 'value', label: 'computed here, with interval' },
          { mark: 'published', label: 'read off the published plot' }
        ]
      : [],
  plot: (plot, figure, width) =>
    dotInterval(plot, figure, width, { right: peopleAtRight, reference: null, published: 'published value' })
};
