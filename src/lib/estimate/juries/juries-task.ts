import type { Interval, Unestimated } from '../estimate.ts';
import type { JuryRule } from './ballots.ts';
import { benchesOf, type Benches } from './benches.ts';
import { FIRST_JURY_RESAMPLES, JURIES, JURIES_AGAIN, JURY_RESAMPLES, SPLITS } from './jury-counts.ts';
import { outcomesOf, type Outcomes } from './outcomes.ts';
import { peopleInterval } from './people-interval.ts';
import { lessThan, meansOf } from './round-means.ts';
import { holdRounds, type Rounds } from './rounds.ts';
import { tastesOf, type JuryReplies } from './tastes.ts';
import type { Welfare } from './welfare.ts';

/** Resamples of people in a run, which share a split. */
const RUN = 10;

/** Whether jurors are served as well, or jurors are people of one half and those served people of the other. */
export type JuriesJudged = 'held-out' | 'in-sample';

/** Juries of several schemes and what they do for one population. Typed data only: it is posted to a worker. */
export interface JuriesTask {
  readonly kind: 'juries';
  readonly seed: number;
  readonly judged: JuriesJudged;
  readonly rule: JuryRule;
  readonly welfare: Welfare;
  readonly replies: JuryReplies;
  readonly people: number;
  readonly models: number;
  /** People whose welfare counts. */
  readonly served: Int32Array;
  /** Groups that jurors are drawn from. */
  readonly pools: readonly Int32Array[];
  readonly schemes: readonly JuryScheme[];
  /** The scheme that all are set against. */
  readonly against: number;
  /** Fewest people of a pool, and of those served, who must have met a model for it to be chosen. */
  readonly fewest: number;
  /** Fewest jurors who must have met a model for it to win. */
  readonly fewestJurors: number;
  readonly replace: boolean;
}

export interface JuryScheme {
  readonly pool: number;
  readonly size: number;
  /** What its chance depends on besides the task's seed, so that a scheme is the same whatever stands beside it. */
  readonly chance: number;
}

/** What became of a scheme. */
export interface SchemeOutcomes {
  readonly inSample: Outcomes;
  readonly heldOut: Outcomes;
  /** Mean welfare as it is judged, with an interval from resampling people. */
  readonly mean: Interval | Unestimated;
  /** That less the mean of the scheme it is set against. */
  readonly difference: Interval | Unestimated;
}

/** How many people a scheme's juries are drawn from. */
export interface SchemePeople {
  readonly sitting: number;
}

export interface JuriesComputed {
  readonly kind: 'juries';
  readonly schemes: readonly (SchemePeople & (SchemeOutcomes | Unestimated))[];
  /** How many people's welfare counts. */
  readonly served: number;
  /** Models that some scheme may choose. */
  readonly candidates: number;
  /** Resamples of people made, and to be made. */
  readonly made: number;
  readonly total: number;
  readonly seed: number;
}

const TOO_FEW = { reason: 'too few may sit, or too few are served, to draw juries' };

/** Holds the juries of each scheme, then resamples people. Yields what it has after the first resamples. */
export function* computeJuries(task: JuriesTask): Generator<JuriesComputed | null, JuriesComputed> {
  const benches = benchesOf(task, tastesOf(task.replies, task.people, task.models));
  const once = { rounds: 1, each: JURIES, split: (round: number) => round, again: false };
  const inSample = holdRounds(benches, 'in-sample', once);
  yield null;
  const heldOut = holdRounds(benches, 'held-out', { ...once, rounds: SPLITS, each: JURIES / SPLITS });
  yield null;
  const again: Rounds[] = [];
  const computed = () => computedOf(benches, inSample, heldOut, again);
  const run = { rounds: RUN, each: JURIES_AGAIN, split: (round: number) => Math.floor(round / RUN), again: true };
  for (let made = 0; made < JURY_RESAMPLES; made += RUN) {
    again.push(holdRounds(benches, task.judged, run, made));
    yield made + RUN === FIRST_JURY_RESAMPLES ? computed() : null;
  }
  return computed();
}

function computedOf(benches: Benches, inSample: Rounds, heldOut: Rounds, runs: readonly Rounds[]): JuriesComputed {
  const { task, possible, candidates } = benches;
  const split = task.judged === 'held-out';
  const again = joined(runs);
  const drawn = split ? heldOut : inSample;
  const estimated = (of: (rounds: Rounds) => ReturnType<typeof meansOf>): Interval | Unestimated => {
    const { mean } = of(drawn);
    const held = mean.filter((value) => value === value);
    const value = held.reduce((sum, one) => sum + one, 0) / held.length;
    return peopleInterval(value, of(again), split ? RUN : again.rounds, split ? of(heldOut) : null);
  };
  const schemes = task.schemes.map(({ pool }, i): SchemePeople & (SchemeOutcomes | Unestimated) => {
    const sitting = task.pools[pool]!.length;
    const of = ({ winners, welfare }: Rounds) => outcomesOf(winners[i]!, welfare[i]!);
    const [same, other] = [of(inSample), of(heldOut)];
    if (!possible[i] || !same || !other) return { sitting, ...TOO_FEW };
    return {
      ...{ sitting, inSample: same, heldOut: other },
      mean: estimated((rounds) => meansOf(rounds, i)),
      difference: !possible[task.against]
        ? TOO_FEW
        : estimated((rounds) => lessThan(meansOf(rounds, i), meansOf(rounds, task.against)))
    };
  });
  return {
    ...{
      kind: 'juries',
      schemes,
      served: task.served.length,
      made: again.rounds,
      total: JURY_RESAMPLES,
      seed: task.seed
    },
    candidates: candidates
      .reduce((any, of) => any.map((may, m) => may | of[m]!), new Uint8Array(task.models))
      .filter(Boolean).length
  };
}

/** Rounds one after the other. */
function joined(runs: readonly Rounds[]): Rounds {
  const [first] = runs;
  if (!first) return { rounds: 0, each: JURIES_AGAIN, winners: [], welfare: [] };
  return {
    rounds: runs.reduce((sum, { rounds }) => sum + rounds, 0),
    each: first.each,
    winners: first.winners.map((_, i) => Int32Array.from(runs.flatMap(({ winners }) => [...winners[i]!]))),
    welfare: first.welfare.map((_, i) => Float64Array.from(runs.flatMap(({ welfare }) => [...welfare[i]!])))
  };
}
