import {
  formatCount,
  formatCountOf,
  formatValue,
  levelKey,
  findColumn,
  CONVERSATION,
  PERSON,
  RATING,
  type Undocumented
} from '../../dataset/index.ts';
import { PUBLISHED_TIE, computedOf, type Computed, type SliceStandings } from '../../estimate/index.ts';
import type { Query } from '../../query/index.ts';
import type { Selection } from '../../selection/index.ts';
import { filteredByItself } from '../words/among.ts';
import type { AnswersTo, DatabaseChart, Denominators, Estimated, RawRow, Row } from '../chart.ts';
import { dotInterval } from '../forms/dot-interval.ts';
import {
  leaderboardColumns,
  leaderboardConstants,
  leaderboardFields,
  rankWords,
  type LeaderboardConstants,
  type LeaderboardFields
} from './leaderboard-columns.ts';
import { describeLeaderboard, isBeyond, leaderboardHeadline } from './leaderboard-words.ts';
import { leaderboardVocabulary } from './leaderboard-vocabulary.ts';
import { otherPlaces, otherPlacesNote, publishedValue } from './other-places.ts';
import { modelPage } from './pairs-vocabulary.ts';
import { battleNote } from '../words/battle-words.ts';
import { itemsOf, measureOf, sliceFor, tieOfMethod, turnsFor, amongRanked } from './standing-methods.ts';
import { resampledMethod, fewestFor, standingsColumns, standingsTask } from './standings-resampled.ts';
import { NARROW } from '../forms/picture-frame.ts';
import { denominatorsOf } from '../rows/moments.ts';

/** All ratings, and by item. */
type Asked = { readonly all: Query; readonly items: Query };

function queries(selection: Selection): Asked {
  const { filters, sample } = selection;
  const turns = turnsFor(measureOf(selection), selection.turns);
  const rows = { kind: 'moments', metric: 'score', filters, sample, turns } as const;
  return { all: { ...rows, by: [] }, items: { ...rows, by: [itemsOf(selection, {}).column] } };
}

function estimate(
  answers: AnswersTo<Asked>,
  selection: Selection,
  extra: Undocumented,
  computed?: Computed
): Estimated<LeaderboardFields, LeaderboardConstants> {
  const { one, items, missingFrom } = itemsOf(selection, extra);
  const measure = measureOf(selection);
  const slice = computedOf(computed, 'standings').slices[0]!;
  const places = slice.ranks;
  const sums = new Map(answers.items.map((row) => [row.g0!, row]));
  const rows = items.flatMap((level, item): RawRow<LeaderboardFields>[] => {
    const ratings = sums.get(item)?.ratings ?? 0;
    if (ratings === 0) return [];
    const place = places[item];
    const { wins, losses, ties, people } = slice.of;
    return [
      {
        key: levelKey(level),
        label: level.label,
        missing: item >= missingFrom,
        ...(tieOfMethod(selection) === PUBLISHED_TIE ? publishedValue(measure, level.label) : {}),
        people: people[item]!,
        conversations: sums.get(item)!.conversations!,
        ratings,
        result: slice.intervals[item]!,
        ...(place
          ? {
              ...{ rank: place.rank, rankHigh: place.high, middle: place.middle, firsts: slice.firsts[item]! },
              ...{ spreadLow: place.spreadLow, spreadHigh: place.spreadHigh }
            }
          : {}),
        ...otherPlaces(level.label),
        ...(measure.method === 'mean' ? {} : { wins: wins[item]!, ties: ties[item]!, losses: losses[item]! })
      }
    ];
  });
  const denominators = denominatorsOf(answers.all[0]);
  return {
    kicker: 'Preference diversity',
    axis: measure.axis,
    scale: measure.scale,
    rowsAre: one,
    rows,
    overall: null,
    unit: 'utterances',
    denominators,
    numbers: numbers(denominators, slice),
    constants: {
      made: computedOf(computed, 'standings').made,
      battles: slice.battles,
      placed: places.filter((place) => place !== null).length,
      ...reference(selection, slice)
    },
    method: resampledMethod(computedOf(computed, 'standings')),
    notes: notes(selection, slice, extra)
  };
}

/** The named line: what a model has that is like all the others. Made of what is shown, so that it tells of nothing else. */
function reference(selection: Selection, { values, of }: SliceStandings): Record<string, number> {
  const measure = measureOf(selection);
  const items = [...values.keys()].filter((item) => Number.isFinite(values[item]!));
  if (items.length === 0) return {};
  if (measure.even) return { even: measure.even(items.length) };
  if (measure.column !== 'score') return {};
  const ratings = items.reduce((sum, item) => sum + of.ratings[item]!, 0);
  return { everyReply: items.reduce((sum, item) => sum + (values[item]! * of.ratings[item]!) / ratings, 0) };
}

function numbers({ people, conversations, ratings }: Denominators, slice: SliceStandings): string {
  const parts = [
    formatCountOf(people, PERSON),
    formatCountOf(conversations, CONVERSATION),
    formatCountOf(ratings, RATING)
  ];
  if (slice.battles > 0) {
    parts.push(
      `${formatCount(slice.battles)} battles, ${formatValue(slice.ties / slice.battles, 'share')} of them ties`
    );
  }
  return parts.join(' · ');
}

function notes(selection: Selection, slice: SliceStandings, extra: Undocumented): string[] {
  const measure = measureOf(selection);
  const battling = measure.method !== 'mean';
  const turns = turnsFor(measure, selection.turns);
  const { items, label, one } = itemsOf(selection, extra);
  const fewest = fewestFor(selection);
  const leftOut = items.some((_, item) => slice.of.ratings[item]! > 0 && slice.of.people[item]! < fewest);
  const below = selection.filters.some(({ column }) => findColumn(column)!.table === 'utterances');
  const itself = filteredByItself(selection, measure.column ?? 'score', extra);
  return [
    measure.note,
    ...(battling ? [battleNote(tieOfMethod(selection))] : []),
    `Rank: 1 + the number of ${label} that are higher beyond chance, by intervals for all differences at once; those that cannot be told apart share a rank.`,
    turns === 'opener'
      ? 'Opening turns only: there, models were assigned at random.'
      : 'Only in the opening turn were models assigned at random; later turns follow the participant’s choice.',
    ...(turns !== selection.turns
      ? ['Later turns are not counted here: both replies of a later turn come from one model.']
      : []),
    ...(battling && below ? ['Filters on replies take their battles away as well.'] : []),
    ...(itself === undefined ? [] : [itself]),
    ...(leftOut ? [`Those with fewer than ${formatCount(fewest)} people are left out of all comparisons.`] : []),
    ...(one === 'Model' ? [otherPlacesNote] : []),
    'These are people who took part, not whole countries: an opt-in sample.'
  ];
}

const placeIn =
  (name: 'placePublished' | 'placeLmsys') =>
  ({ [name]: place }: Row<LeaderboardFields>) =>
    place === undefined ? '–' : formatCount(place);

/** Places in other rankings, right of the ranks. */
const elsewhere = [
  { head: 'published', of: placeIn('placePublished'), width: 76 },
  { head: 'LMSYS', of: placeIn('placeLmsys'), width: 60 }
];

/** The models of any slice by how they stand among the others, with intervals and rank intervals. */
export const leaderboard: DatabaseChart<LeaderboardFields, Asked, LeaderboardConstants> = {
  name: 'leaderboard',
  label: 'Models ranked',
  vocabulary: leaderboardVocabulary,
  shows: ({ compare }) => compare === null,
  source: 'database',
  needs: [],
  fields: leaderboardFields,
  constants: leaderboardConstants,
  queries,
  task: {
    columns: (selection) => [standingsColumns(selection)],
    of: ([rows], selection, extra) =>
      standingsTask(rows!, selection, extra, [sliceFor(measureOf(selection), tieOfMethod(selection))])
  },
  estimate,
  arrange(rows) {
    const place = (row: Row<LeaderboardFields>) => {
      if (!row.estimate.shown) return isBeyond(row, 'neverLost') ? -1 : isBeyond(row, 'neverWon') ? 1 : 3;
      return row.rank === undefined ? 2 : 0;
    };
    const value = ({ estimate }: Row<LeaderboardFields>) => (estimate.shown ? estimate.value : 0);
    return [...rows].sort((a, b) => place(a) - place(b) || value(b) - value(a));
  },
  question: (selection, extra) =>
    `Which ${itemsOf(selection, extra).label} do people prefer${amongRanked(selection, extra)}?`,
  headline: leaderboardHeadline,
  describe: describeLeaderboard,
  columns: leaderboardColumns,
  page: ({ label }) => modelPage(label),
  key: ({ rows }) =>
    rows.some(({ published }) => published !== undefined)
      ? [
          { mark: 'value', label: 'these people, with interval' },
          { mark: 'published', label: 'published, all people' }
        ]
      : [],
  plot(plot, figure, width) {
    const { even, everyReply } = figure.constants ?? {};
    const at = even ?? everyReply;
    return dotInterval(plot, figure, width, {
      right: { head: 'rank', of: (row) => rankWords(row, '–') },
      // A phone has no room for more columns; the table has them.
      further: width < NARROW || !figure.rows.some(({ placePublished }) => placePublished) ? [] : elsewhere,
      reference:
        at === undefined
          ? null
          : {
              value: at,
              label: even === undefined ? `all replies ${formatValue(at, figure.scale)}` : 'all alike'
            },
      published: 'published'
    });
  }
};
