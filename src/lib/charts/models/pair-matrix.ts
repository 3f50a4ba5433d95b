import {
  BATTLE,
  CONVERSATION,
  PAIR,
  PERSON,
  formatCount,
  formatCountOf,
  formatInterval,
  formatValue
} from '../../dataset/index.ts';
import type { Answer, Query } from '../../query/index.ts';
import { SMALLEST_CELL, type Selection } from '../../selection/index.ts';
import { narrowedTo } from '../words/among.ts';
import { tieWords } from '../words/battle-words.ts';
import { battleColumns } from '../columns/battle-columns.ts';
import { label } from '../columns/row-columns.ts';
import {
  battleFields,
  battleRow,
  battlesOf,
  battlesDiffer,
  testedShares,
  type Tested,
  testedConstants
} from '../rows/battles.ts';
import type { AnswersTo, FigureColumn, DatabaseChart, Estimated, Figure, RawRow, Unsaid } from '../chart.ts';
import { square, squareKey, type Square } from '../forms/square.ts';
import { pairModels, pairsVocabulary, tieOf } from './pairs-vocabulary.ts';

type Asked = { readonly pairs: Query };

function queries(selection: Selection): Asked {
  const { filters, sample } = selection;
  return { pairs: { kind: 'pairs', filters, sample, tie: tieOf(selection), pair: null, by: [], byLength: false } };
}

const pairFields = { ...battleFields, first: 'group', second: 'group' } as const;

export type MatrixFields = typeof pairFields;

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

function estimate(answers: AnswersTo<Asked>, selection: Selection): Estimated<MatrixFields, Tested> {
  const answer = answers.pairs.filter(({ first, second }) => first! < pairModels.length && second! < pairModels.length);
  const place = new Map(strongestFirst(answer).map((model, i) => [model, i]));
  const at = (model: number | undefined) => place.get(model!)!;
  const pairs = answer
    .map((row) => {
      const [first, second] = [row.first!, row.second!];
      const turned = at(first) > at(second);
      return { ...(turned ? { first: second, second: first } : { first, second }), battles: battlesOf(row, turned) };
    })
    .sort((a, b) => at(a.first) - at(b.first) || at(a.second) - at(b.second));
  const { shares, tested, adjusted } = testedShares(pairs.map(({ battles }) => battles));
  const rows = pairs.map(({ first, second, battles }, i): RawRow<MatrixFields> => {
    const [one, other] = [pairModels[first]!, pairModels[second]!];
    const words = { key: `${one.key} ${other.key}`, label: `${one.label} against ${other.label}`, missing: false };
    return {
      ...battleRow(words, battles, shares[i]!, adjusted.get(i)),
      first: { ...one, missing: false },
      second: { ...other, missing: false }
    };
  });
  const total = (name: 'people' | 'conversations' | 'ratings') => Math.max(0, ...rows.map((row) => row[name]));
  const battles = rows.reduce((sum, row) => sum + row.ratings, 0);
  return {
    kicker: 'Head to head · opening turns',
    axis: 'Share of battles the model of the row wins, ties counting half',
    scale: 'share',
    rowsAre: 'Pair',
    rows,
    overall: null,
    unit: 'utterances',
    denominators: { people: total('people'), conversations: total('conversations'), ratings: battles },
    numbers: `${formatCountOf(battles, BATTLE)} in ${formatCountOf(rows.length, PAIR)} of models; the pair seen most by ${formatCountOf(total('people'), PERSON)} in ${formatCountOf(total('conversations'), CONVERSATION)}`,
    constants: { tested },
    method: '95 % intervals, clustered by person',
    notes: [
      'Models are in the order of their mean share over all opponents. Coloured: the share differs from an even split after adjusting for all pairs (Benjamini–Hochberg).',
      tieWords(tieOf(selection)),
      'Models were assigned at random in opening turns, so who met whom does not depend on the person.'
    ]
  };
}

function headline({ rows, constants }: Unsaid<MatrixFields, Tested>): string | null {
  const tested = constants?.tested ?? 0;
  const apart = rows.filter(battlesDiffer).length;
  return tested === 0
    ? null
    : `In ${formatCount(apart)} of ${formatCountOf(tested, PAIR)} of models one is clearly preferred`;
}

function describe(figure: Unsaid<MatrixFields, Tested>): string {
  const { items: models } = squareOf(figure);
  const shown = figure.rows.flatMap((row) =>
    row.estimate.shown && battlesDiffer(row) ? [{ ...row, at: row.estimate }] : []
  );
  if (models.length < 2) return 'No two models met in enough battles to be shown.';
  const tested = figure.constants!.tested!;
  const unlike = figure.rows.filter(battlesDiffer).length;
  const start = `Of ${formatCountOf(tested, PAIR)} of models with enough people, ${formatCount(unlike)} differ from an even split after adjusting for their number.`;
  const furthest = shown.sort((a, b) => Math.abs(b.at.value - 0.5) - Math.abs(a.at.value - 0.5))[0];
  if (!furthest) return start;
  return `${start} The most one-sided is ${furthest.label}: ${formatValue(furthest.at.value, 'share')} of battles won, ties counting half (interval ${formatInterval(furthest.at.low, furthest.at.high, 'share')}; ${formatCountOf(furthest.at.people, PERSON)}); it is picked after looking, so it looks larger than it is.`;
}

const named = (key: 'first' | 'second', says: string): FigureColumn<MatrixFields> => ({
  key,
  says,
  kind: 'word',
  of: (row) => row[key]?.label
});

/** The figure as the square draws it: models in its order, each pair once. */
export function squareOf({ rows }: Pick<Figure<MatrixFields>, 'rows'>): Square {
  const models = new Map(
    [...rows.map(({ first }) => first), ...rows.map(({ second }) => second)].map((one) => [one.key, one])
  );
  return {
    items: [...models.values()],
    pairs: rows.map(({ first, second, estimate, ...row }) => ({
      first,
      second,
      share: estimate.shown ? estimate.value : null,
      differs: estimate.shown && estimate.level !== 'few' ? battlesDiffer(row) : null,
      people: estimate.people,
      battles: estimate.ratings
    }))
  };
}

/** All pairs of models as a square, strongest first. */
export const pairMatrix: DatabaseChart<MatrixFields, Asked, Tested> = {
  name: 'pair-matrix',
  label: 'All pairs of models',
  vocabulary: pairsVocabulary,
  shows: ({ params }) => params.show === 'all',
  source: 'database',
  needs: [],
  fields: pairFields,
  constants: testedConstants,
  queries,
  estimate,
  question: (selection, extra) => `Which model beats which${narrowedTo(selection, 'utterances', extra)}?`,
  headline,
  describe,
  columns: [
    named('first', 'the model whose share is told'),
    named('second', 'the model it is set against'),
    ...battleColumns('Share the first wins', { ...label, head: 'Pair' })
  ],
  key: squareKey,
  plot: (plot, figure, width) => square(plot, squareOf(figure), width)
};
