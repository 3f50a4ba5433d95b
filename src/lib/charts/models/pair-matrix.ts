import {
  BATTLE,
  CONVERSATION,
  PAIR,
  PERSON,
  formatCount,
  formatCountOf,
  formatInterval,
  formatValue,
  type Undocumented
} from '../../dataset/index.ts';
import { battleShare, benjaminiHochberg } from '../../estimate/index.ts';
import type { Answer, Query } from '../../query/index.ts';
import { SMALLEST_CELL, type Selection } from '../../selection/index.ts';
import { among } from '../words/among.ts';
import { BATTLE_COLUMNS, TESTED_FROM, battleCells, battlesOf, differs, tieWords } from './battles.ts';
import type { ListedChart, Estimated, Figure, FigureTable, RawRow } from '../chart.ts';
import { AGAINST, modelsOf, square, squareKey } from '../forms/model-square.ts';
import { pairModels, pairsVocabulary, tieOf } from './pairs-vocabulary.ts';

function queries(selection: Selection): Query[] {
  const { filters, sample } = selection;
  return [{ kind: 'pairs', filters, sample, tie: tieOf(selection), pair: null, by: [], byLength: false }];
}

/** Models by their mean share of battles won over the opponents they met, strongest first. */
function strongestFirst(answer: Answer): number[] {
  const shares = pairModels.map((): number[] => []);
  for (const row of answer) {
    // What is hidden moves nothing.
    if (row.people! < SMALLEST_CELL) continue;
    const share = row.y! / (2 * row.x!);
    shares[row.first!]!.push(share);
    shares[row.second!]!.push(1 - share);
  }
  const mean = (all: readonly number[]) =>
    all.length === 0 ? -1 : all.reduce((sum, one) => sum + one, 0) / all.length;
  return pairModels.map((_, i) => i).sort((a, b) => mean(shares[b]!) - mean(shares[a]!));
}

function estimate(answers: readonly Answer[], selection: Selection, extra: Undocumented): Estimated {
  const answer = answers[0]!.filter(({ first, second }) => first! < pairModels.length && second! < pairModels.length);
  const place = new Map(strongestFirst(answer).map((model, i) => [model, i]));
  const at = (model: number | undefined) => place.get(model!)!;
  const pairs = answer
    .map((row) => {
      const [first, second] = [row.first!, row.second!];
      const turned = at(first) > at(second);
      return { ...(turned ? { first: second, second: first } : { first, second }), battles: battlesOf(row, turned) };
    })
    .sort((a, b) => at(a.first) - at(b.first) || at(a.second) - at(b.second));
  const shares = pairs.map(({ battles }) => battleShare(battles));
  const tested = pairs.flatMap(({ battles }, i) => {
    const share = shares[i]!;
    return battles.people >= TESTED_FROM && 'p' in share ? [{ i, p: share.p }] : [];
  });
  const q = benjaminiHochberg(tested.map(({ p }) => p));
  const adjusted = new Map(tested.map(({ i }, k) => [i, q[k]!]));
  const rows = pairs.map(({ first, second, battles }, i): RawRow => {
    const { people, conversations, ratings, wins, ties, losses } = battles;
    const [one, other] = [pairModels[first]!, pairModels[second]!];
    return {
      key: `${one.key}${AGAINST}${other.key}`,
      label: `${one.label} against ${other.label}`,
      missing: false,
      people,
      conversations,
      ratings,
      result: shares[i]!,
      more: { wins, ties, losses, ...(adjusted.has(i) ? { q: adjusted.get(i)! } : {}) }
    };
  });
  const total = (name: 'people' | 'conversations' | 'ratings') => Math.max(0, ...rows.map((row) => row[name]));
  const battles = rows.reduce((sum, row) => sum + row.ratings, 0);
  const who = among(selection, 'utterances', extra);
  return {
    kicker: 'Head to head · opening turns',
    question: `Which model beats which${who === '' ? '' : `, ${who}`}?`,
    axis: 'Share of battles the model of the row wins, ties counting half',
    scale: 'share',
    rowsAre: 'Pair',
    rows,
    overall: null,
    unit: 'utterances',
    denominators: { people: total('people'), conversations: total('conversations'), ratings: battles },
    numbers: `${formatCountOf(battles, BATTLE)} in ${formatCountOf(rows.length, PAIR)} of models; the pair seen most by ${formatCountOf(total('people'), PERSON)} in ${formatCountOf(total('conversations'), CONVERSATION)}`,
    constants: { tested: tested.length },
    method: '95 % intervals, clustered by person',
    notes: [
      'Models are in the order of their mean share over all opponents. Coloured: the share differs from an even split after adjusting for all pairs (Benjamini–Hochberg).',
      tieWords(tieOf(selection)),
      'Models were assigned at random in opening turns, so who met whom does not depend on the person.'
    ]
  };
}

function describe(figure: Omit<Figure, 'sentence'>): string {
  const models = modelsOf(figure);
  const shown = figure.rows.flatMap((row) =>
    row.estimate.shown && differs(row) ? [{ ...row, at: row.estimate }] : []
  );
  if (models.length < 2) return 'No two models met in enough battles to be shown.';
  const tested = figure.constants!.tested!;
  const unlike = figure.rows.filter(differs).length;
  const start = `Of ${formatCountOf(tested, PAIR)} of models with enough people, ${formatCount(unlike)} differ from an even split after adjusting for their number.`;
  const furthest = shown.sort((a, b) => Math.abs(b.at.value - 0.5) - Math.abs(a.at.value - 0.5))[0];
  if (!furthest) return start;
  return `${start} The most one-sided is ${furthest.label}: ${formatValue(furthest.at.value, 'share')} of battles won, ties counting half (interval ${formatInterval(furthest.at.low, furthest.at.high, 'share')}; ${formatCountOf(furthest.at.people, PERSON)}); it is picked after looking, so it looks larger than it is.`;
}

function table(figure: Figure): FigureTable {
  return { head: ['Pair', 'Share the first wins', ...BATTLE_COLUMNS], rows: figure.rows.map(battleCells) };
}

/** All pairs of models as a square, strongest first. */
export const pairMatrix: ListedChart = {
  name: 'pair-matrix',
  label: 'All pairs of models',
  vocabulary: pairsVocabulary,
  shows: ({ params }) => params.show === 'all',
  source: 'database',
  needs: [],
  queries,
  estimate,
  describe,
  table,
  key: squareKey,
  plot: square
};
