import { decapitalise, findColumn, formatCount, formatDifference, type Undocumented } from '../../dataset/index.ts';
import { computedOf } from '../../estimate/index.ts';
import type { Query } from '../../query/index.ts';
import type { Selection } from '../../selection/index.ts';
import type { DatabaseChart, Estimated, Figure, KeyEntry, Row } from '../chart.ts';
import { differenceClasses, differenceClassWords } from '../forms/classes.ts';
import { MOST_CELLS, heatTable, type Painting } from '../forms/heat-table.ts';
import { groupsOf } from '../rows/metric-rows.ts';
import { isFirm, isShown } from '../rows/ranked.ts';
import { filteredByItself, idleFilters, narrowedTo } from '../words/among.ts';
import { denominatorWords } from '../words/denominators.ts';
import { tiltColumns } from './tilt-columns.ts';
import {
  arrangeTilts,
  standsOut,
  tiltConstants,
  tiltFields,
  tiltRows,
  tiltsTask,
  type TiltConstants,
  type TiltFields,
  type TiltRow
} from './tilt-rows.ts';
import { describeTilts, tiltsHeadline } from './tilt-words.ts';
import { conversationsOf, topicsVocabulary } from './topics-vocabulary.ts';

type TiltsChart = DatabaseChart<TiltFields, { readonly all: Query }, TiltConstants>;

const groupsIn = ({ by }: Selection, extra: Undocumented) => groupsOf(by!, extra);

const estimate: TiltsChart['estimate'] = (_, selection, extra, computed): Estimated<TiltFields, TiltConstants> => {
  const found = computedOf(computed, 'tilts');
  const groups = groupsIn(selection, extra);
  const { label, note } = findColumn(selection.by!)!.column;
  const denominators = { people: found.people, conversations: found.conversations, ratings: 0 };
  const reference = found.reference === null ? '' : `“${groups[found.reference]!.label}”`;
  const alike = selection.params.count === 'people';
  return {
    kicker: 'Dialogue diversity',
    axis: `Share of ${alike ? 'a person’s ' : ''}conversations on the topic, less that of ${reference === '' ? 'everyone else' : reference}, percentage points`,
    scale: 'score',
    rowsAre: `Topic and ${decapitalise(label)}`,
    rows: tiltRows(found, groups),
    overall: null,
    unit: 'conversations',
    denominators,
    numbers: denominatorWords(denominators, 'conversations'),
    constants: { tested: found.tested, found: found.found, reference },
    method: '95 % intervals, clustered by person',
    notes: [
      `Each group is set against ${reference === '' ? 'everybody who is not in it' : reference}. ${formatCount(found.tested)} differences were tested, whether on screen or not, and adjusted together (Benjamini–Hochberg, 5 %): those where, before looking, 20 conversations with the topic and 20 without are expected on either side, and 30 people stand on each.`,
      'Only what stands out has a colour. Its interval after picking, in the table and the sentence, allows for being the pick of many; the plain one does not.',
      'People count once in each group that they are in. Who has conversations on both sides counts as the same person there.',
      alike
        ? 'Each person counts once, whatever number of conversations they held: the share of their conversations, averaged over people.'
        : undefined,
      'Topics come from machine clustering of opening prompts and a machine-written name; a third of the openers has none.',
      note,
      filteredByItself(selection, 'topic', extra),
      idleFilters({ ...selection, turns: 'opener' }, 'conversations', extra),
      'These are people who took part, not whole countries: an opt-in sample.'
    ].filter((one) => one !== undefined)
  };
};

/** What a picture has room for: all that is shown, or only groups of 30 people and more. */
function drawn(rows: readonly TiltRow[]): readonly TiltRow[] {
  const shown = rows.filter(isShown);
  return shown.length > MOST_CELLS ? shown.filter(isFirm) : rows;
}

/** The colours of either side of none; the middle is nobody's. */
const SIDES = [1, 2, 3, 5, 6, 7];

const classesOf = (rows: readonly TiltRow[]) =>
  differenceClasses(
    rows.filter(standsOut).map(({ estimate }) => estimate.value),
    'score'
  );

function painted(rows: readonly TiltRow[]): Painting {
  const classes = classesOf(rows);
  return {
    looks: SIDES.map((nth) => ({
      fill: `var(--diverging-${nth})`,
      on: nth === 1 || nth === 7 ? 'var(--on-strong)' : 'var(--ink)'
    })),
    of: (row: Row) =>
      classes && standsOut(row as TiltRow) && row.estimate.shown
        ? SIDES.indexOf(classes.of(row.estimate.value)) + 1
        : 0,
    text: ({ estimate }: Row) => (estimate.shown ? formatDifference(estimate.value, 'score', 1) : ''),
    line: 36
  };
}

function key({ rows }: Figure<TiltFields, TiltConstants>): KeyEntry[] {
  const step = classesOf(rows)?.step;
  const words = (place: number) => differenceClassWords(place, step!, 'score');
  const level: KeyEntry = { mark: 'blank', label: 'not told from chance, or not tested' };
  const hidden: KeyEntry[] = rows.every(isShown) ? [] : [{ mark: 'few-dot', label: 'too few to show' }];
  if (step === undefined) return [...hidden, level];
  return [
    ...hidden,
    { mark: 'diverging-1', label: `${words(1)} points: less often here` },
    { mark: 'diverging-2', label: words(2) },
    { mark: 'diverging-3', label: words(3) },
    level,
    { mark: 'diverging-5', label: words(5) },
    { mark: 'diverging-6', label: words(6) },
    { mark: 'diverging-7', label: `${words(7)} points: more often here` }
  ];
}

/** Which topics are more and less common in each group than elsewhere. */
export const topicTilts: TiltsChart = {
  name: 'topic-tilts',
  label: 'Topics by group',
  rowsCalled: 'topics in groups',
  vocabulary: topicsVocabulary,
  source: 'database',
  needs: [],
  fields: tiltFields,
  constants: tiltConstants,
  columns: tiltColumns,
  queries: (selection) => ({ all: conversationsOf(selection) }),
  task: {
    columns: ({ by, filters, sample, turns }) => [
      { kind: 'columns', table: 'conversations', columns: ['user_id', 'topic', by!], filters, sample, turns }
    ],
    of: ([columns], selection, extra) => tiltsTask(columns!, selection, groupsIn(selection, extra).length)
  },
  estimate,
  arrange: arrangeTilts,
  question: (selection, extra) =>
    `Who talks about what, by ${decapitalise(findColumn(selection.by!)!.column.label)}${narrowedTo(selection, 'conversations', extra)}?`,
  headline: tiltsHeadline,
  describe: describeTilts,
  key,
  plot: (plot, { rows, scale }, width) => {
    const cells = drawn(rows as readonly TiltRow[]);
    return heatTable(plot, { rows: cells, scale }, width, painted(cells));
  }
};
