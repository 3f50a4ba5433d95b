import {
  PERSON,
  countWord,
  decapitalise,
  dimensionsOf,
  findColumn,
  formatCount,
  formatCountOf,
  formatDifference,
  formatDifferenceInterval,
  formatList,
  levelsOf,
  type Undocumented
} from '../../dataset/index.ts';
import { computedOf, type Tilt } from '../../estimate/index.ts';
import type { Columns, Query } from '../../query/index.ts';
import {
  SMALLEST_RANKED,
  defaultParams,
  everything,
  type Params,
  type Selection,
  type Vocabulary
} from '../../selection/index.ts';
import type { DatabaseChart, RawRow, Row, Unsaid } from '../chart.ts';
import { dotInterval } from '../forms/dot-interval.ts';
import { dense } from '../rows/dense.ts';
import { groupsOf } from '../rows/metric-rows.ts';
import { isShown } from '../rows/ranked.ts';
import { leftColumns, leftFields, type LeftFields } from './left-columns.ts';

/** What people use PRISM with: thresholds of their own, and the subset of the authors. */
const params: Params = {
  rule: {
    kind: 'choice',
    label: 'Threshold',
    choices: [
      { key: 'six', label: 'six conversations or more' },
      { key: 'turns', label: '20 turns or more' },
      { key: 'balanced', label: 'being in the balanced subset' }
    ]
  }
};

const vocabulary: Vocabulary = {
  defaults: { ...everything, metric: 'stated_helpfulness', by: 'age', params: defaultParams(params) },
  parts: ['by', 'minimum'],
  dimensions: dimensionsOf('participants').filter((name) => findColumn(name)!.column.kind === 'category'),
  alwaysGrouped: true,
  params,
  ahead: () => []
};

const BALANCED = 'included_in_balanced_subset';

/** How many were tested together, how many are left, and how many were dropped. */
const constants = { tested: 'count', left: 'count', dropped: 'count' } as const;

type Constants = typeof constants;
type Asked = { readonly all: Query };

/** Whether a threshold leaves each person, by their place among the ids. */
function stays(rule: string, ids: Int32Array, flags: Int32Array, talks: Columns, extra: Undocumented): Uint8Array {
  if (rule === 'balanced') {
    const inside = levelsOf(BALANCED, extra).findIndex(({ value }) => value === true);
    return Uint8Array.from(flags, (flag) => Number(flag === inside));
  }
  const held = new Map<number, number>();
  talks.user_id!.forEach((id, row) => {
    held.set(id, (held.get(id) ?? 0) + (rule === 'six' ? 1 : talks.conversation_turns![row]!));
  });
  return Uint8Array.from(ids, (id) => Number((held.get(id) ?? 0) >= (rule === 'six' ? 6 : 20)));
}

const POINTS = 100;
const interval = (found: Tilt['here']) => ('value' in found ? found : undefined);
const scaled = <T extends { value: number; low: number; high: number }>({ value, low, high }: T) => ({
  ...{ value: value * POINTS, low: low * POINTS, high: high * POINTS }
});

const estimate: DatabaseChart<LeftFields, Asked, Constants>['estimate'] = (_, selection, extra, computed) => {
  const found = computedOf(computed, 'tilts');
  const groups = groupsOf(selection.by!, extra);
  const own = found.tilts.filter(({ group }) => group === 0);
  const rows = own.flatMap(
    ({ topic, difference, here, there, having, adjusted, picked, sides }): RawRow<LeftFields>[] => {
      const [left, dropped] = [interval(here), interval(there)];
      if (having === 0 && !(dropped && dropped.value > 0)) return [];
      const result =
        'value' in difference
          ? {
              ...scaled(difference),
              ...(difference.se === undefined ? {} : { se: difference.se * POINTS, df: difference.df })
            }
          : difference;
      return [
        {
          ...groups[topic]!,
          ...{ people: sides.a, conversations: 0, ratings: 0, result, stay: having },
          // Where nobody was dropped there is nobody to be few.
          ...(sides.a > 0 && sides.b > 0 ? { sides } : {}),
          ...(left ? { here: left } : {}),
          ...(dropped ? { there: dropped } : {}),
          ...('p' in difference ? { p: difference.p } : {}),
          ...(adjusted === undefined ? {} : { adjusted }),
          ...(picked && 'value' in result
            ? { picked: { value: result.value, low: picked.low * POINTS, high: picked.high * POINTS } }
            : {})
        }
      ];
    }
  );
  const [left, dropped] = [own[0]?.sides.a ?? 0, own[0]?.sides.b ?? 0];
  return {
    kicker: 'Who is left',
    axis: 'Share among those left, less that among those dropped, percentage points',
    scale: 'score',
    rowsAre: findColumn(selection.by!)!.column.label,
    rows,
    overall: null,
    unit: 'participants',
    denominators: { people: found.people, conversations: 0, ratings: 0 },
    numbers: `${formatCountOf(left, PERSON)} left, ${formatCount(dropped)} dropped`,
    constants: { tested: found.tested, left, dropped },
    method: '95 % intervals of differences of shares',
    notes: [
      'Left is compared with dropped, not with everybody: who is left is most of everybody, so that the two would look alike whatever the threshold does.',
      `${formatCount(found.tested)} differences were tested and adjusted together (Benjamini–Hochberg, 5 %): those where 20 people with the answer and 20 without are expected on either side.`,
      'Only people who held a conversation are here. Whoever answered the survey alone is dropped by any threshold.',
      findColumn(selection.by!)!.column.note,
      'A threshold that leaves fewer people of a kind makes everything that follows say less of them.'
    ].filter((note) => note !== undefined)
  };
};

type LeftRow = Row<LeftFields>;
const standing = (rows: readonly LeftRow[]) =>
  rows
    .filter(isShown)
    .filter(({ picked }) => picked !== undefined)
    .sort((a, b) => Math.abs(b.estimate.value) - Math.abs(a.estimate.value));

const ruleWords = ({ params }: Selection) => {
  const words: Readonly<Record<string, string>> = {
    six: 'Asking for six conversations or more',
    turns: 'Asking for 20 turns or more',
    balanced: 'The balanced subset'
  };
  return words[params.rule!]!;
};

function describe({ rows, constants, selection, denominators }: Unsaid<LeftFields, Constants>): string {
  const { left, dropped, tested } = constants!;
  const by = decapitalise(findColumn(selection.by!)!.column.label);
  const start = `${ruleWords(selection)} leaves ${formatCount(left)} of the ${formatCountOf(denominators.people, PERSON)} who held a conversation and drops ${formatCount(dropped)}.`;
  const found = standing(rows);
  if (tested === 0) return `${start} Too few were dropped to test whether they differ by ${by}.`;
  if (found.length === 0)
    return `${start} By ${by}, none of ${formatCountOf(tested, ['difference', 'differences'])} that can be tested is told from chance.`;
  const words = (row: (typeof found)[number]) =>
    `${row.label} ${formatDifference(row.estimate.value, 'score')} points (${formatDifferenceInterval(row.picked!.low, row.picked!.high, 'score')})`;
  return `${start} By ${by}, ${countWord(found.length)} of ${formatCountOf(tested, ['difference holds', 'differences hold'])} once all are tested together: ${formatList(found.slice(0, 3).map(words))}.`;
}

/** Who is left by a threshold, beside who was dropped. */
export const leftAfter: DatabaseChart<LeftFields, Asked, Constants> = {
  name: 'left-after',
  label: 'Who is left by a threshold',
  vocabulary,
  source: 'database',
  needs: [],
  fields: leftFields,
  constants,
  columns: leftColumns,
  queries: ({ filters, sample, turns }) => ({
    all: { kind: 'moments', metric: 'performance_helpfulness', by: [], filters, sample, turns }
  }),
  task: {
    columns: ({ by, filters, sample, turns }) => [
      {
        ...{ kind: 'columns', table: 'participants', columns: ['user_id', by!, BALANCED] },
        ...{ filters, sample, turns }
      },
      {
        ...{ kind: 'columns', table: 'conversations', columns: ['user_id', 'conversation_turns'] },
        ...{ filters, sample, turns }
      }
    ],
    of([people, talks], { by, params, minimum }, extra) {
      const talked = new Set(talks!.user_id!);
      const there = Array.from(people!.user_id!.keys()).filter((row) => talked.has(people!.user_id![row]!));
      const of = (name: string) => Int32Array.from(there, (row) => people![name]![row]!);
      const stay = stays(params.rule!, of('user_id'), of(BALANCED), talks!, extra);
      const person = dense(of('user_id'));
      return {
        kind: 'tilts',
        person: person.codes,
        people: person.count,
        topic: of(by!),
        topics: groupsOf(by!, extra).length,
        group: Int32Array.from(stay, (one) => 1 - one),
        groups: 2,
        many: false,
        against: 'rest',
        peopleAlike: false,
        least: Math.max(SMALLEST_RANKED, minimum)
      };
    }
  },
  estimate,
  question: (selection) =>
    `${ruleWords(selection)}: who is left, and who is dropped, by ${decapitalise(findColumn(selection.by!)!.column.label)}?`,
  headline: ({ rows, constants, selection }) => {
    const by = decapitalise(findColumn(selection.by!)!.column.label);
    const { left, tested } = constants!;
    if (tested === 0) return null;
    const found = standing(rows);
    const rule = ruleWords(selection);
    return found.length === 0
      ? `${rule} leaves ${formatCount(left)} people, not told apart by ${by} from those it drops`
      : `${rule} leaves ${formatCount(left)} people, unlike those it drops by ${by}`;
  },
  describe,
  plot: (plot, figure, width) =>
    dotInterval<LeftFields>(plot, figure, width, {
      right: { head: 'people left', of: ({ stay }) => (stay === undefined ? '' : formatCount(stay)), width: 84 },
      reference: { value: 0, label: '← dropped · left →' },
      published: null
    })
};
