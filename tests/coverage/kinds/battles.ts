import { outcome } from '../../../src/lib/estimate/rankings/battles.ts';
import { pairDifferences } from '../../../src/lib/estimate/rankings/ranks.ts';
import { rankingOf } from '../../../src/lib/estimate/rankings/ranking.ts';
import { resampledSlices, type ResampledSlice } from '../../../src/lib/estimate/rankings/resampled-slices.ts';
import type { Seeded } from '../../../src/lib/estimate/resampling/seeded.ts';
import { battleShare } from '../../../src/lib/estimate/sums/battle-share.ts';
import { trial, type Cell, type Kind, type Planted } from '../kind.ts';
import { momentsOf } from '../person-sums.ts';
import { TIE, repliesOf, trueBattles, trueStandings, type Study } from '../study.ts';

/** Six models, of which two are alike; and six that are all alike. */
const apart: Study = { models: 6, liking: [9, 4, 4, 0, -5, -12] };
const alike: Study = { models: 6, liking: [0, 0, 0, 0, 0, 0] };
/** As many as in PRISM, so that two of them seldom meet. */
const many: Study = { models: 21, liking: Array.from({ length: 21 }, (_, i) => 10 - i) };
const studies = Object.entries({ 'models apart': apart, 'models alike': alike, '21 models': many });

/** The best model, and one in the middle. */
const ITEMS = { best: 0, 'third best': 2 } as const;
const SIZES = [30, 100, 400] as const;
/** Fewer than the site makes, which changes little: one in 300 studies is judged otherwise. */
const RESAMPLES = 300;

type Method = keyof ReturnType<typeof trueStandings>;

/** People that a model must be on to be in a ranking. */
const FEWEST = 10;

function resampled(study: Study, method: Method, people: number, random: Seeded, planted?: Planted): ResampledSlice {
  const replies = repliesOf(study, people, random, planted);
  const steps = resampledSlices({
    kind: 'standings',
    seed: random.integer(2 ** 31),
    resamples: RESAMPLES,
    fewest: FEWEST,
    fewestRanked: FEWEST,
    items: study.models,
    replies,
    columns: { score: replies.score },
    slices: [{ method, value: { column: 'score' }, tie: TIE }]
  });
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value.slices[0]!;
  }
}

function standing(method: Method, label: string): Kind {
  return {
    name: `Standing of a model by ${label}`,
    kernel: 'standingInterval',
    shown: 'rankings of models, by group and in other ways of looking',
    runs: 1000,
    cells: studies.flatMap(([says, study]) => {
      const truth = trueStandings(study)[method];
      return Object.entries(ITEMS).flatMap(([name, item]) =>
        SIZES.map((people) => ({
          says: `${says}, the ${name}`,
          people,
          trial(random, planted) {
            const found = rankingOf(resampled(study, method, people, random, planted), FEWEST).intervals[item]!;
            return 'reason' in found ? null : trial(found, truth[item]!);
          },
          quick: people === 30 && study === apart && item === 0
        }))
      );
    })
  };
}

export const meanStandings = standing('mean', 'mean score');
export const winRates = standing('win-rate', 'win rate');
export const centralities = standing('rank-centrality', 'rank centrality');
export const strengths = standing('bradley-terry', 'Bradley–Terry strength');

/** Something that has to hold of all models or pairs at once. */
function together(
  name: string,
  kernel: string,
  shown: string,
  of: (study: Study, found: ResampledSlice, truth: Float64Array) => { covered: boolean; width: number }
): Kind {
  return {
    name,
    kernel,
    shown,
    runs: 1000,
    steps: true,
    cells: studies.flatMap(([says, study]) => {
      const truth = trueStandings(study)['win-rate'];
      return SIZES.map((people): Cell => ({
        says: `${says}, by win rate`,
        people,
        trial: (random, planted) => of(study, resampled(study, 'win-rate', people, random, planted), truth),
        quick: people === 30 && study === alike
      }));
    })
  };
}

export const rankIntervals = together(
  'Ranks of all models together',
  'ranks',
  'rankings of models',
  ({ liking }, slice) => {
    const found = rankingOf(slice, FEWEST).ranks.map((rank) => rank!);
    const truth = liking.map((own) => 1 + liking.filter((other) => other > own).length);
    return {
      covered: found.every(({ low, high }, i) => low <= truth[i]! && truth[i]! <= high),
      width: found.reduce((sum, { low, high }) => sum + high - low, 0) / found.length
    };
  }
);

export const pairsTogether = together(
  'Differences of all pairs together',
  'simultaneous',
  'rankings of models, groups against all others, robustness',
  (_, { standings: { values, of }, resampled }, truth) => {
    const found = pairDifferences(values, resampled, [...values.keys()], of.people);
    return {
      covered: found.every(({ a, b, low, high }) => low <= truth[a]! - truth[b]! && truth[a]! - truth[b]! <= high),
      width: found.reduce((sum, { low, high }) => sum + high - low, 0) / found.length
    };
  }
);

export const pairShares: Kind = {
  name: 'Share of battles won',
  kernel: 'battleShare',
  shown: 'pairs of models, a model against its opponents',
  cells: studies.flatMap(([says, study]) => {
    const { wins, ties } = trueBattles(study);
    const truth = wins[1]! + ties[1]! / 2;
    return SIZES.map((people) => ({
      says,
      people,
      trial(random, planted) {
        const found = battleShare(momentsOf(battlesOf(study, people, random, planted)));
        return 'reason' in found ? null : trial(found, truth);
      },
      quick: people === 100 && study === apart
    }));
  })
};

/** What the first model's battles against the second were worth to each person who saw both: 2, 1 or 0. */
function battlesOf(study: Study, people: number, random: Seeded, planted?: Planted): number[][] {
  const { person, interaction, item, score } = repliesOf(study, people, random, planted);
  const own = new Map<number, number[]>();
  const first = new Map<number, number>();
  const second = new Map<number, number>();
  interaction.forEach((message, row) => {
    if (item[row] === 0) first.set(message, row);
    if (item[row] === 1) second.set(message, row);
  });
  for (const [message, row] of first) {
    const other = second.get(message);
    if (other === undefined) continue;
    const mine = own.get(person[row]!) ?? [];
    own.set(person[row]!, mine);
    mine.push(1 + outcome(score[row]!, score[other]!, TIE));
  }
  return [...own.values()];
}
