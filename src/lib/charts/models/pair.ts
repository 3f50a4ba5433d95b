import {
  BATTLE,
  CONVERSATION,
  PERSON,
  findColumn,
  formatCount,
  formatCountOf,
  formatInterval,
  formatList,
  formatValue,
  levelKey,
  levelsOf,
  type Dimension,
  type Undocumented
} from '../../dataset/index.ts';
import { battleShare } from '../../estimate/index.ts';
import type { Answer, PairsQuery, Query } from '../../query/index.ts';
import type { Selection } from '../../selection/index.ts';
import { againstTheOthers } from '../rows/against-the-others.ts';
import { narrowedTo } from '../words/among.ts';
import { tieWords } from '../words/battle-words.ts';
import { battleColumns } from '../columns/battle-columns.ts';
import {
  battleFields,
  battleRow,
  battlesOf,
  battlesDiffer,
  type BattleFields,
  type BattleRows,
  type Tested,
  testedConstants
} from '../rows/battles.ts';
import type { AnswersTo, DatabaseChart, Estimated, Group, Unsaid } from '../chart.ts';
import { dotInterval, peopleAtRight } from '../forms/dot-interval.ts';
import { pairModels, pairsVocabulary, tieOf, unbrokenName } from './pairs-vocabulary.ts';
import { isFirm } from '../rows/ranked.ts';

const lengths = ['first', 'neither', 'second'] as const;

/** The two models in the order of the description, and whether the link names them the other way round. */
function sides({ params }: Selection): { pair: [number, number]; turned: boolean } {
  const [first, second] = [params.first, params.second].map((key) =>
    pairModels.findIndex((one) => one.key === key)
  ) as [number, number];
  return first < second ? { pair: [first, second], turned: false } : { pair: [second, first], turned: true };
}

const nameOf = (key: string | undefined) => pairModels.find((one) => one.key === key)!.label;

/** All battles of the two, and by group or by length where they are split. */
type Asked = { readonly all?: Query; readonly groups?: Query };

function queries(selection: Selection): Asked {
  const { by, filters, sample, params } = selection;
  if (params.first === params.second) return {};
  const all: PairsQuery = {
    kind: 'pairs',
    filters,
    sample,
    tie: tieOf(selection),
    pair: sides(selection).pair,
    by: [],
    byLength: false
  };
  if (params.split === 'length') return { all, groups: { ...all, byLength: true } };
  return by === null ? { all } : { all, groups: { ...all, by: [by] } };
}

interface BattleGroup extends Group {
  readonly sums: BattleRows;
}

function groups(selection: Selection, answer: Answer, turned: boolean, extra: Undocumented): BattleGroup[] {
  const found = new Map(answer.map((row) => [row.g0!, row]));
  if (selection.params.split === 'length') {
    const names = [nameOf(selection.params.first), 'Neither by a quarter', nameOf(selection.params.second)];
    return lengths.map((key, i) => {
      const code = turned ? 2 - i : i;
      return { key, label: names[i]!, missing: false, sums: battlesOf(found.get(code), turned) };
    });
  }
  const column = findColumn(selection.by!)!.column as Dimension;
  return levelsOf(selection.by!, extra).flatMap((level, code) =>
    found.has(code)
      ? [
          {
            key: levelKey(level),
            label: level.label,
            missing: column.missing.includes(level),
            sums: battlesOf(found.get(code), turned)
          }
        ]
      : []
  );
}

/** Adjusted p-values of each group against everyone else, by key; groups that share people are not tested. */
function adjusted({ by, params }: Selection, found: readonly BattleGroup[]): ReadonlyMap<string, number> {
  const column = by === null ? null : findColumn(by)!;
  const disjoint = params.split === 'group' && column?.table === 'participants' && column.column.kind === 'category';
  return againstTheOthers(disjoint ? [found] : [], 2);
}

function question(selection: Selection, extra: Undocumented): string {
  const { by, params } = selection;
  const split =
    params.split === 'length'
      ? ', by which reply is longer'
      : by === null
        ? ''
        : `, by ${findColumn(by)!.column.label.toLowerCase()}`;
  const [first, second] = [params.first, params.second].map((key) => unbrokenName(nameOf(key)));
  return `How often is ${first} preferred to ${second}${split}${narrowedTo(selection, 'utterances', extra)}?`;
}

function estimate(
  answers: AnswersTo<Asked>,
  selection: Selection,
  extra: Undocumented
): Estimated<BattleFields, Tested> {
  const { turned } = sides(selection);
  const all = battlesOf(answers.all?.[0], turned);
  const first = nameOf(selection.params.first);
  const overall = battleRow({ key: 'all', label: 'All their battles', missing: false }, all, battleShare(all));
  const found = answers.groups ? groups(selection, answers.groups, turned, extra) : [];
  const q = adjusted(selection, found);
  return {
    kicker: 'Head to head · opening turns',
    axis: `Share of battles won by ${first}, ties counting half`,
    scale: 'share',
    rowsAre:
      selection.params.split === 'length'
        ? 'Longer reply'
        : selection.by
          ? findColumn(selection.by)!.column.label
          : 'Battles',
    rows:
      found.length > 0
        ? found.map(({ sums, ...group }) => battleRow(group, sums, battleShare(sums), q.get(group.key)))
        : [overall],
    overall,
    unit: 'utterances',
    denominators: { people: all.people, conversations: all.conversations, ratings: all.ratings },
    numbers: [
      formatCountOf(all.people, PERSON),
      formatCountOf(all.conversations, CONVERSATION),
      formatCountOf(all.ratings, BATTLE)
    ].join(' · '),
    constants: { tested: q.size },
    method: '95 % intervals, clustered by person',
    notes: [
      `A battle: both answered the same opening message. ${tieWords(tieOf(selection))}`,
      ...(selection.params.split === 'length'
        ? ['A reply is longer when it has at least a quarter more characters than the other.']
        : []),
      'Models were assigned at random in opening turns, so who met whom does not depend on the person.',
      ...(q.size > 0
        ? ['Each group is tested against everyone else, adjusted for the number of groups (Benjamini–Hochberg).']
        : []),
      'These are people who took part, not whole countries: an opt-in sample.'
    ]
  };
}

/** Which of two models an interval of the first's share of their battles prefers. */
const verdictOf = ({ low, high }: { readonly low: number; readonly high: number }) =>
  low > 0.5 ? 'is preferred to' : high < 0.5 ? 'is liked less than' : 'cannot be told apart from';

function headline({ overall, selection }: Unsaid<BattleFields, Tested>): string | null {
  if (!overall || !isFirm(overall)) return null;
  const [first, second] = [selection.params.first, selection.params.second].map((key) => unbrokenName(nameOf(key)));
  const { estimate } = overall;
  return `${first} ${verdictOf(estimate)} ${second}, winning ${formatValue(estimate.value, 'share')} of their battles`;
}

function describe(figure: Unsaid<BattleFields, Tested>): string {
  const { overall, rows, selection } = figure;
  const [first, second] = [nameOf(selection.params.first), nameOf(selection.params.second)];
  if (first === second) return 'A model does not meet itself: choose two different models.';
  if (!overall?.estimate.shown) {
    return `Models ${first} and ${second} met in ${formatCountOf(figure.denominators.ratings, BATTLE)} of ${formatCountOf(figure.denominators.people, PERSON)} here, too few to say anything.`;
  }
  const { value, low, high, people, ratings } = overall.estimate;
  const verdict = verdictOf({ low, high });
  const start = `Model ${first} ${verdict} ${second}: it takes ${formatValue(value, 'share')} of their ${formatCountOf(ratings, BATTLE)}, ties counting half (interval ${formatInterval(low, high, 'share')}; ${formatCountOf(people, PERSON)}).`;
  if (rows.length < 2 || selection.params.split === 'length' || figure.constants!.tested === 0) return start;
  const unlike = rows.filter(battlesDiffer);
  const furthest = rows
    .flatMap((row) => (row.adjusted !== undefined && row.estimate.shown ? [{ ...row, at: row.estimate.value }] : []))
    .sort((a, b) => Math.abs(b.at - value) - Math.abs(a.at - value))[0];
  if (unlike.length > 0)
    return `${start} ${formatList(unlike.map(({ label }) => label))} ${unlike.length === 1 ? 'differs' : 'differ'} from everyone else.`;
  const tested = figure.constants!.tested!;
  const none =
    tested === 1 ? 'The one group tested does not differ' : `None of the ${formatCount(tested)} groups tested differs`;
  return `${start} ${none} from everyone else; furthest away is ${furthest?.label} with ${formatValue(furthest?.at ?? 0, 'share')}.`;
}

/** Two models head to head, split by a group of people or conversations, or by which reply is longer. */
export const pair: DatabaseChart<BattleFields, Asked, Tested> = {
  name: 'pair',
  label: 'Two models head to head',
  vocabulary: pairsVocabulary,
  shows: ({ params }) => params.show === 'pair',
  source: 'database',
  needs: [],
  fields: battleFields,
  constants: testedConstants,
  queries,
  estimate,
  question,
  headline,
  describe,
  columns: battleColumns('Share won'),
  totals: ({ rows, overall }) => (rows.length > 1 && overall ? [overall] : []),
  plot: (plot, figure, width) =>
    dotInterval(plot, figure, width, {
      right: peopleAtRight,
      reference: { value: 0.5, label: 'neither preferred' },
      published: null
    })
};
