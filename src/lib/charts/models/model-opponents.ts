import {
  BATTLE,
  CONVERSATION,
  PERSON,
  formatCount,
  formatCountOf,
  formatInterval,
  formatList,
  formatValue
} from '../../dataset/index.ts';
import { battleShare, benjaminiHochberg } from '../../estimate/index.ts';
import { BATTLE_COLUMNS, TESTED_FROM, battleCells, battlesOf, differs, tieWords } from './battles.ts';
import type { ListedChart, Estimated, Figure, RawRow, Row } from '../chart.ts';
import { dotInterval, peopleAtRight } from '../forms/dot-interval.ts';
import { modelOf, modelVocabulary } from './model-profile.ts';
import { modelPage, pairModels } from './pairs-vocabulary.ts';

/** Points up to which two scores are a tie, as published. */
const TIE = 5;

function estimate(answers: Parameters<ListedChart['estimate']>[0], selection: Figure['selection']): Estimated {
  const { code, label } = modelOf(selection);
  const met = answers[0]!.flatMap((row) => {
    const turned = row.second === code;
    const opponent = pairModels[turned ? row.first! : row.second!];
    return (turned || row.first === code) && opponent ? [{ opponent, battles: battlesOf(row, turned) }] : [];
  });
  const shares = met.map(({ battles }) => battleShare(battles));
  const tested = shares.flatMap((share, i) =>
    'p' in share && met[i]!.battles.people >= TESTED_FROM ? [{ i, p: share.p }] : []
  );
  const q = benjaminiHochberg(tested.map(({ p }) => p));
  const adjusted = new Map(tested.map(({ i }, k) => [i, q[k]!]));
  const total = (name: 'ratings' | 'conversations') => met.reduce((sum, { battles }) => sum + battles[name], 0);
  const most = Math.max(0, ...met.map(({ battles }) => battles.people));
  const battles = total('ratings');
  return {
    kicker: 'Head to head · opening turns',
    question: `Which models does ${label.replaceAll('-', '\u2011')} beat?`,
    axis: `Share of battles won by ${label}, ties counting half`,
    scale: 'share',
    rowsAre: 'Against',
    rows: met.map(({ opponent, battles: { people, conversations, ratings, wins, ties, losses } }, i): RawRow => ({
      key: opponent.key,
      label: opponent.label,
      missing: false,
      people,
      conversations,
      ratings,
      result: shares[i]!,
      more: { wins, ties, losses, ...(adjusted.has(i) ? { q: adjusted.get(i)! } : {}) }
    })),
    overall: null,
    unit: 'utterances',
    denominators: { people: most, conversations: total('conversations'), ratings: battles },
    numbers: `${formatCountOf(battles, BATTLE)}; the opponent met most by ${formatCountOf(most, PERSON)} in ${formatCountOf(Math.max(0, ...met.map(({ battles }) => battles.conversations)), CONVERSATION)}`,
    constants: { tested: tested.length },
    method: '95 % intervals, clustered by person',
    notes: [
      `A battle: both answered the same opening message. ${tieWords(TIE)}`,
      'Models were assigned at random in opening turns, so who met whom does not depend on the person.',
      'Each share is tested against an even split, adjusted for the number of opponents (Benjamini–Hochberg).'
    ]
  };
}

function describe({ rows, constants, selection }: Omit<Figure, 'sentence'>): string {
  const { label } = modelOf(selection);
  const tested = constants?.tested ?? 0;
  if (tested === 0) return 'This model met no other often enough to say which is preferred.';
  const shown = rows.flatMap((row) =>
    row.estimate.shown && differs(row) ? [{ label: row.label, ...row.estimate }] : []
  );
  const [above, below] = [shown.filter(({ value }) => value > 0.5), shown.filter(({ value }) => value < 0.5)];
  const start = `Model ${label} is preferred to ${formatCount(above.length)} of ${formatCount(tested)} opponents and liked less than ${formatCount(below.length)}; from the other ${formatCount(tested - above.length - below.length)} it cannot be told apart.`;
  const best = above.sort((a, b) => b.value - a.value)[0];
  if (!best) return start;
  return `${start} Its clearest win is against ${best.label}, ${formatValue(best.value, 'share')} of battles (interval ${formatInterval(best.low, best.high, 'share')}; ${formatCountOf(best.people, PERSON)})${below.length > 0 && below.length <= 3 ? `; it is liked less than ${formatList(below.map((one) => one.label))}` : ''}.`;
}

/** Strongest win first; few people and hidden pairs last. */
function arrange(rows: readonly Row[]): readonly Row[] {
  const rank = ({ estimate }: Row) => (!estimate.shown ? 2 : estimate.level === 'few' ? 1 : 0);
  const value = ({ estimate }: Row) => (estimate.shown ? estimate.value : 0);
  return [...rows].sort((a, b) => rank(a) - rank(b) || value(b) - value(a));
}

/** One model against each of the others. */
export const modelOpponents: ListedChart = {
  name: 'model-opponents',
  label: 'One model against the others',
  vocabulary: modelVocabulary(),
  source: 'database',
  needs: [],
  // The filter names the model; a battle has two, so it does not narrow the rows.
  queries: ({ sample }) => [{ kind: 'pairs', filters: [], sample, tie: TIE, pair: null, by: [], byLength: false }],
  estimate,
  arrange,
  describe,
  table: (figure) => ({ head: [figure.rowsAre, 'Share won', ...BATTLE_COLUMNS], rows: figure.rows.map(battleCells) }),
  page: ({ label }) => modelPage(label),
  plot: (plot, figure, width) =>
    dotInterval(plot, figure, width, {
      right: peopleAtRight,
      reference: { value: 0.5, label: 'neither preferred' },
      published: null
    })
};
