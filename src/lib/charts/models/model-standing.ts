import {
  PERSON,
  findColumn,
  findMetric,
  formatCount,
  formatCountOf,
  formatEstimate,
  formatInterval,
  formatList,
  formatValue,
  usualColumns,
  type NumberColumn,
  type Undocumented
} from '../../dataset/index.ts';
import type { Query } from '../../query/index.ts';
import type { Selection } from '../../selection/index.ts';
import type { AnswersTo, DatabaseChart, Estimated, Unsaid } from '../chart.ts';
import { adjustedColumn } from '../columns/battle-columns.ts';
import { countColumns, estimateColumns, label, remarkColumn } from '../columns/row-columns.ts';
import { againstTheOthers } from '../rows/against-the-others.ts';
import { battlesDiffer, testedFields, type Tested, testedConstants } from '../rows/battles.ts';
import { dotInterval, peopleAtRight } from '../forms/dot-interval.ts';
import { contentOf } from '../words/metric-content.ts';
import { groupsOf, metricRow } from '../rows/metric-rows.ts';
import { momentsBy, momentsOf } from '../rows/moments.ts';
import { modelOf, modelVocabulary } from './model-profile.ts';
import { unbrokenName } from './pairs-vocabulary.ts';

const isOfPeople = (name: string) => findColumn(name)!.table === 'participants';
const usual = usualColumns(4);

/** What the replies to a model are split by: columns of the conversation, then columns of people, who are in one group each. */
const SLICES = [...usual.filter((name) => !isOfPeople(name)), ...usual.filter(isOfPeople)];

const sliceFields = { ...testedFields, slice: 'word' } as const;

type SliceFields = typeof sliceFields;

/** All replies, and by each of the slices. */
type Asked = { readonly all: Query } & Readonly<Record<string, Query>>;

function estimate(
  answers: AnswersTo<Asked>,
  selection: Selection,
  extra: Undocumented
): Estimated<SliceFields, Tested> {
  const metric = findMetric(selection.metric)!;
  const { perUnit } = findColumn(metric.column)!.column as NumberColumn;
  const total = answers.all[0];
  const lists = SLICES.map((by) => {
    const rows = new Map(answers[by]!.map((row) => [row.g0!, row]));
    return groupsOf(by, extra).flatMap((group, code) => {
      const sums = rows.get(code);
      return sums ? [{ by, group: { ...group, key: `${by}.${group.key}` }, sums }] : [];
    });
  });
  const q = againstTheOthers(
    lists
      .filter((_, i) => isOfPeople(SLICES[i]!))
      .map((list) => list.map(({ group: { key, missing }, sums }) => ({ key, missing, sums: momentsOf(sums) }))),
    perUnit
  );
  const { overall, notes, ...content } = contentOf(metric, selection, total, extra);
  return {
    ...content,
    kicker: 'Its standing · opening turns',
    rowsAre: 'Conversations or people',
    rows: lists
      .flat()
      .filter(({ group }) => !group.missing)
      .map(({ by, group, sums }) => {
        const adjusted = q.get(group.key);
        return {
          ...metricRow(metric, group, sums),
          slice: findColumn(by)!.column.label,
          ...(adjusted === undefined ? {} : { adjusted })
        };
      }),
    overall: { ...overall, label: 'All its replies' },
    constants: { tested: q.size },
    notes: [
      ...notes,
      'Groups of people are tested against everyone else, adjusted for their number (Benjamini–Hochberg); types of conversation share people and are not tested. Who preferred not to say is in no group.'
    ]
  };
}

function headline({ rows, constants, selection }: Unsaid<SliceFields, Tested>): string | null {
  const tested = constants?.tested ?? 0;
  if (tested === 0) return null;
  const { label } = modelOf(selection);
  const unlike = rows.filter(battlesDiffer).length;
  return unlike === 0
    ? `No group of people sees ${label} differently, of ${formatCount(tested)} tested, as far as we can tell`
    : `${formatCount(unlike)} of ${formatCount(tested)} groups of people see ${label} differently from everyone else`;
}

function describe({ overall, rows, constants, selection }: Unsaid<SliceFields, Tested>): string {
  const { label } = modelOf(selection);
  if (!overall?.estimate.shown) return 'Too few people met this model to say how it stands.';
  const { value, low, high, people } = overall.estimate;
  const start = `Replies by ${label} beat ${formatEstimate({ value, low, high }, 'share')} of the other replies to the same message (interval ${formatInterval(low, high, 'share')}; ${formatCountOf(people, PERSON)}).`;
  const tested = constants?.tested ?? 0;
  const unlike = rows.filter(battlesDiffer);
  if (unlike.length === 0)
    return `${start} None of ${formatCount(tested)} groups of people tested differs from everyone else.`;
  return `${start} Of ${formatCount(tested)} groups of people, ${formatList(unlike.map((row) => `${row.label} (${row.estimate.shown ? formatValue(row.estimate.value, 'share') : ''})`))} ${unlike.length === 1 ? 'differs' : 'differ'} from everyone else.`;
}

/** One model's win rate by type of conversation, age, gender and region. */
export const modelStanding: DatabaseChart<SliceFields, Asked, Tested> = {
  name: 'model-standing',
  label: 'One model by group',
  vocabulary: modelVocabulary(),
  source: 'database',
  needs: [],
  fields: sliceFields,
  constants: testedConstants,
  queries: (selection) => ({
    all: momentsBy(selection, []),
    conversation_type: momentsBy(selection, ['conversation_type']),
    age: momentsBy(selection, ['age']),
    gender: momentsBy(selection, ['gender']),
    special_region: momentsBy(selection, ['special_region'])
  }),
  estimate,
  question: (selection) => `Who likes ${unbrokenName(modelOf(selection).label)} more, and who less?`,
  headline,
  describe,
  columns: [
    {
      key: 'grouped_by',
      says: 'what the line is one of: the grouping of its group',
      kind: 'word',
      of: ({ slice }, { rowsAre }) => slice ?? rowsAre
    },
    label,
    ...estimateColumns(),
    ...countColumns,
    adjustedColumn,
    remarkColumn()
  ],
  totals: ({ overall }) => (overall ? [overall] : []),
  plot(plot, figure, width) {
    const all = figure.overall?.estimate;
    const reference = all?.shown
      ? { value: all.value, label: `all its replies ${formatValue(all.value, 'share')}` }
      : null;
    return dotInterval(plot, figure, width, { right: peopleAtRight, reference, published: null });
  }
};
