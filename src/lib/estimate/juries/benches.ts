import { ballotsOf, type Ballots } from './ballots.ts';
import type { JuriesTask } from './juries-task.ts';
import { metBy, type Tastes } from './tastes.ts';

/** All that does not change from jury to jury. */
export interface Benches {
  readonly task: JuriesTask;
  readonly tastes: Tastes;
  /** Of each pool: 1 for each model that enough of it, and of those served, have met; the ballots; and who is in it. */
  readonly candidates: readonly Uint8Array[];
  readonly ballots: readonly Ballots[];
  readonly isIn: readonly Uint8Array[];
  /** 1 for each person whose welfare counts. */
  readonly isServed: Uint8Array;
  /** Of each scheme: whether its pool and those served are enough. */
  readonly possible: readonly boolean[];
}

/** Everything that juries are drawn with, made once. */
export function benchesOf(task: JuriesTask, tastes: Tastes): Benches {
  const { pools, served, schemes, rule, fewest, people, models } = task;
  const marked = (of: Int32Array) => {
    const marks = new Uint8Array(people);
    for (const person of of) marks[person] = 1;
    return marks;
  };
  const [metServed, metPools] = [metBy(tastes, served), pools.map((pool) => metBy(tastes, pool))];
  const candidates = metPools.map((met) =>
    Uint8Array.from({ length: models }, (_, m) => Number(met[m]! >= fewest && metServed[m]! >= fewest))
  );
  return {
    ...{ task, tastes, candidates, isIn: pools.map(marked), isServed: marked(served) },
    ballots: candidates.map((of) => ballotsOf(tastes, rule, of)),
    possible: schemes.map(
      ({ pool }) => served.length >= fewest && pools[pool]!.length >= fewest && candidates[pool]!.includes(1)
    )
  };
}
