import {
  BATTLE,
  CONVERSATION,
  PERSON,
  countWord,
  formatCount,
  formatCountOf,
  formatInterval,
  formatList,
  formatValue
} from '../../dataset/index.ts';
import { PUBLISHED_TIE } from '../../estimate/index.ts';
import type { Query } from '../../query/index.ts';
import type { Selection } from '../../selection/index.ts';
import { battleColumns } from '../columns/battle-columns.ts';
import {
  battleFields,
  battleRow,
  battlesOf,
  battlesDiffer,
  testedShares,
  type BattleFields,
  type Tested,
  testedConstants
} from '../rows/battles.ts';
import { tieWords } from '../words/battle-words.ts';
import type { AnswersTo, DatabaseChart, Estimated, Row, Unsaid } from '../chart.ts';
import { dotInterval, peopleAtRight } from '../forms/dot-interval.ts';
import { modelOf, modelVocabulary } from './model-profile.ts';
import { modelPage, pairModels, unbrokenName } from './pairs-vocabulary.ts';

type Asked = { readonly pairs: Query };

function estimate(answers: AnswersTo<Asked>, selection: Selection): Estimated<BattleFields, Tested> {
  const { code, label } = modelOf(selection);
  const met = answers.pairs.flatMap((row) => {
    const turned = row.second === code;
    const opponent = pairModels[turned ? row.first! : row.second!];
    return (turned || row.first === code) && opponent ? [{ opponent, battles: battlesOf(row, turned) }] : [];
  });
  const { shares, tested, adjusted } = testedShares(met.map(({ battles }) => battles));
  const total = (name: 'ratings' | 'conversations') => met.reduce((sum, { battles }) => sum + battles[name], 0);
  const most = Math.max(0, ...met.map(({ battles }) => battles.people));
  const battles = total('ratings');
  return {
    kicker: 'Head to head · opening turns',
    axis: `Share of battles won by ${label}, ties counting half`,
    scale: 'share',
    rowsAre: 'Against',
    rows: met.map(({ opponent, battles }, i) =>
      battleRow({ ...opponent, missing: false }, battles, shares[i]!, adjusted.get(i))
    ),
    overall: null,
    unit: 'utterances',
    denominators: { people: most, conversations: total('conversations'), ratings: battles },
    numbers: `${formatCountOf(battles, BATTLE)}; the opponent met most by ${formatCountOf(most, PERSON)} in ${formatCountOf(Math.max(0, ...met.map(({ battles }) => battles.conversations)), CONVERSATION)}`,
    constants: { tested },
    method: '95 % intervals, clustered by person',
    notes: [
      `A battle: both answered the same opening message. ${tieWords(PUBLISHED_TIE)}`,
      'Models were assigned at random in opening turns, so who met whom does not depend on the person.',
      'Each share is tested against an even split, adjusted for the number of opponents (Benjamini–Hochberg).'
    ]
  };
}

function headline({ rows, constants, selection }: Unsaid<BattleFields, Tested>): string | null {
  const tested = constants?.tested ?? 0;
  if (tested === 0) return null;
  const differ = rows.flatMap((row) => (row.estimate.shown && battlesDiffer(row) ? [row.estimate.value > 0.5] : []));
  const above = differ.filter(Boolean).length;
  const below = differ.length - above;
  return `${unbrokenName(modelOf(selection).label)} is preferred to ${countWord(above)} of ${formatCount(tested)} other models and liked less than ${countWord(below)}`;
}

function describe({ rows, constants, selection }: Unsaid<BattleFields, Tested>): string {
  const { label } = modelOf(selection);
  const tested = constants?.tested ?? 0;
  if (tested === 0) return 'This model met no other often enough to say which is preferred.';
  const shown = rows.flatMap((row) =>
    row.estimate.shown && battlesDiffer(row) ? [{ label: row.label, ...row.estimate }] : []
  );
  const [above, below] = [shown.filter(({ value }) => value > 0.5), shown.filter(({ value }) => value < 0.5)];
  const start = `Model ${label} is preferred to ${formatCount(above.length)} of ${formatCount(tested)} opponents and liked less than ${formatCount(below.length)}; from the other ${formatCount(tested - above.length - below.length)} it cannot be told apart.`;
  const best = above.sort((a, b) => b.value - a.value)[0];
  if (!best) return start;
  return `${start} Its clearest win is against ${best.label}, ${formatValue(best.value, 'share')} of battles (interval ${formatInterval(best.low, best.high, 'share')}; ${formatCountOf(best.people, PERSON)})${below.length > 0 && below.length <= 3 ? `; it is liked less than ${formatList(below.map((one) => one.label))}` : ''}.`;
}

/** Strongest win first; few people and hidden pairs last. */
function arrange(rows: readonly Row<BattleFields>[]): readonly Row<BattleFields>[] {
  const rank = ({ estimate }: Row) => (!estimate.shown ? 2 : estimate.level === 'few' ? 1 : 0);
  const value = ({ estimate }: Row) => (estimate.shown ? estimate.value : 0);
  return [...rows].sort((a, b) => rank(a) - rank(b) || value(b) - value(a));
}

/** One model against each of the others. */
export const modelOpponents: DatabaseChart<BattleFields, Asked, Tested> = {
  name: 'model-opponents',
  label: 'One model against the others',
  vocabulary: modelVocabulary(),
  source: 'database',
  needs: [],
  // The filter names the model; a battle has two, so it does not narrow the rows.
  queries: ({ sample }) => ({
    pairs: { kind: 'pairs', filters: [], sample, tie: PUBLISHED_TIE, pair: null, by: [], byLength: false }
  }),
  fields: battleFields,
  constants: testedConstants,
  estimate,
  arrange,
  question: (selection) => `Which models does ${unbrokenName(modelOf(selection).label)} beat?`,
  headline,
  describe,
  columns: battleColumns('Share won'),
  page: ({ label }) => modelPage(label),
  plot: (plot, figure, width) =>
    dotInterval(plot, figure, width, {
      right: peopleAtRight,
      reference: { value: 0.5, label: 'neither preferred' },
      published: null
    })
};
