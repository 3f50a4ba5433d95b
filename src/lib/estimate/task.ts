import { composeRegression, type ComposedComputed, type ComposedTask } from './regression/composed-task.ts';
import { explain, type ExplainedComputed, type ExplainedTask } from './regression/explained-task.ts';
import { group, type GroupedComputed, type GroupedTask } from './sums/grouped-task.ts';
import { computeJuries, type JuriesComputed, type JuriesTask } from './juries/juries-task.ts';
import type { KeptTables } from './rankings/kept-tables.ts';
import { resampleStandings, type StandingsComputed, type StandingsTask } from './rankings/standings.ts';
import { correlate, type CorrelationsComputed, type CorrelationsTask } from './sliders/correlations-task.ts';
import { orderGroups, type OrdersComputed, type OrdersTask } from './sliders/orders-task.ts';
import { reward, type RewardedComputed, type RewardedTask } from './sliders/rewarded-task.ts';
import { tilt, type TiltsComputed, type TiltsTask } from './tilts/tilts-task.ts';
import { comeToVerdict, type VerdictComputed, type VerdictTask } from './verdicts/verdict-task.ts';
import { splitVariances, type VariancesComputed, type VariancesTask } from './variances/variances-task.ts';

/** What can be computed, each by its own kernel, named by `kind`. Typed data only: it is posted to a worker. */
export type Task =
  | StandingsTask
  | VariancesTask
  | ExplainedTask
  | GroupedTask
  | TiltsTask
  | VerdictTask
  | JuriesTask
  | CorrelationsTask
  | RewardedTask
  | OrdersTask
  | ComposedTask;

/** What a kernel made of its task. */
export type Computed =
  | StandingsComputed
  | VariancesComputed
  | ExplainedComputed
  | GroupedComputed
  | TiltsComputed
  | VerdictComputed
  | JuriesComputed
  | CorrelationsComputed
  | RewardedComputed
  | OrdersComputed
  | ComposedComputed;

/** What was computed, of the kind expected. Throws a TypeError when it is of another kind, or nothing was computed. */
export function computedOf<K extends Computed['kind']>(
  computed: Computed | undefined,
  kind: K
): Extract<Computed, { kind: K }> {
  if (computed?.kind !== kind) throw new TypeError(`No ${kind} were computed`);
  return computed as Extract<Computed, { kind: K }>;
}

/** Does a task from beginning to end and tells what it has after the first resamples; gives up when the signal fires. */
export type Compute = (task: Task, signal?: AbortSignal, first?: (computed: Computed) => void) => Promise<Computed>;

/**
 * The kernel of a task. It yields what it has when that is worth showing, and null when it only pauses.
 *
 * @param kept what tasks before this one have made, where several may ask about the same
 */
export function* kernel(task: Task, kept?: KeptTables): Generator<Computed | null, Computed> {
  switch (task.kind) {
    case 'standings':
      return yield* resampleStandings(task, kept);
    case 'variances':
      return yield* splitVariances(task);
    case 'explained':
      return explain(task);
    case 'grouped':
      return group(task);
    case 'tilts':
      return tilt(task);
    case 'verdict':
      return yield* comeToVerdict(task);
    case 'juries':
      return yield* computeJuries(task);
    case 'correlations':
      return correlate(task);
    case 'rewarded':
      return reward(task);
    case 'composed':
      return composeRegression(task);
    case 'orders':
      return orderGroups(task);
  }
}

/** Does a task here and now: in Node, and where no worker can be had. Throws the signal's reason when it fires. */
export const computeHere: Compute = async (task, signal, first) => {
  const steps = kernel(task);
  for (;;) {
    signal?.throwIfAborted();
    const { done, value } = steps.next();
    if (done) return value;
    if (value) first?.(value);
    if (first) await new Promise((resolve) => setTimeout(resolve));
  }
};
