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
  type NumberColumn
} from '../../dataset/index.ts';
import type { Selection } from '../../selection/index.ts';
import { againstTheOthers } from './against-the-others.ts';
import { differs } from './battles.ts';
import type { ListedChart, Estimated, Figure, FigureTable, Row } from '../chart.ts';
import { dotInterval, peopleAtRight } from '../forms/dot-interval.ts';
import { contentOf } from '../words/metric-content.ts';
import { groupsOf, metricRow } from '../rows/metric-rows.ts';
import { momentsBy, momentsOf } from '../rows/moments.ts';
import { estimateCells, remark } from '../words/metric-words.ts';
import { modelOf, modelVocabulary } from './model-profile.ts';

const isOfPeople = (name: string) => findColumn(name)!.table === 'participants';
const usual = usualColumns(4);

/** What the replies to a model are split by: columns of the conversation, then columns of people, who are in one group each. */
const SLICES = [...usual.filter((name) => !isOfPeople(name)), ...usual.filter(isOfPeople)];

function estimate(
  answers: Parameters<ListedChart['estimate']>[0],
  selection: Selection,
  extra: Parameters<ListedChart['estimate']>[2]
): Estimated {
  const metric = findMetric(selection.metric)!;
  const { perUnit } = findColumn(metric.column)!.column as NumberColumn;
  const { label } = modelOf(selection);
  const total = answers[0]?.[0];
  const lists = SLICES.map((by, i) => {
    const rows = new Map((answers[i + 1] ?? []).map((row) => [row.g0!, row]));
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
    question: `Who likes ${label.replaceAll('-', '\u2011')} more, and who less?`,
    rowsAre: 'Conversations or people',
    rows: lists
      .flat()
      .filter(({ group }) => !group.missing)
      .map(({ group, sums }) => {
        const found = q.get(group.key);
        const row = metricRow(metric, group, sums);
        return found === undefined ? row : { ...row, more: { q: found } };
      }),
    overall: { ...overall, label: 'All its replies' },
    constants: { tested: q.size },
    notes: [
      ...notes,
      'Groups of people are tested against everyone else, adjusted for their number (Benjamini–Hochberg); types of conversation share people and are not tested. Who preferred not to say is in no group.'
    ]
  };
}

function describe({ overall, rows, constants, selection }: Omit<Figure, 'sentence'>): string {
  const { label } = modelOf(selection);
  if (!overall?.estimate.shown) return 'Too few people met this model to say how it stands.';
  const { value, low, high, people } = overall.estimate;
  const start = `Replies by ${label} beat ${formatEstimate({ value, low, high }, 'share')} of the other replies to the same message (interval ${formatInterval(low, high, 'share')}; ${formatCountOf(people, PERSON)}).`;
  const tested = constants?.tested ?? 0;
  const unlike = rows.filter(differs);
  if (unlike.length === 0)
    return `${start} None of ${formatCount(tested)} groups of people tested differs from everyone else.`;
  return `${start} Of ${formatCount(tested)} groups of people, ${formatList(unlike.map((row) => `${row.label} (${row.estimate.shown ? formatValue(row.estimate.value, 'share') : ''})`))} ${unlike.length === 1 ? 'differs' : 'differ'} from everyone else.`;
}

function table(figure: Figure): FigureTable {
  const line = (row: Row): string[] => [
    row.label,
    ...estimateCells(row, 'share'),
    formatCount(row.estimate.people),
    formatCount(row.estimate.conversations),
    formatCount(row.estimate.ratings),
    row.more?.q === undefined ? '' : row.more.q < 0.001 ? '< 0.001' : row.more.q.toFixed(3),
    remark(row)
  ];
  return {
    head: [figure.rowsAre, figure.axis, '95 % interval', 'People', 'Conversations', 'Ratings', 'p, adjusted', 'Remark'],
    rows: [...figure.rows, ...(figure.overall ? [figure.overall] : [])].map(line),
    totals: figure.overall ? 1 : 0
  };
}

/** One model's win rate by type of conversation, age, gender and region. */
export const modelStanding: ListedChart = {
  name: 'model-standing',
  label: 'One model by group',
  vocabulary: modelVocabulary(),
  source: 'database',
  needs: [],
  queries: (selection) => [momentsBy(selection, []), ...SLICES.map((by) => momentsBy(selection, [by]))],
  estimate,
  describe,
  table,
  plot(plot, figure, width) {
    const all = figure.overall?.estimate;
    const reference = all?.shown
      ? { value: all.value, label: `all its replies ${formatValue(all.value, 'share')}` }
      : null;
    return dotInterval(plot, figure, width, { right: peopleAtRight, reference, published: null });
  }
};
