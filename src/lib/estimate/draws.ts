import { explain, type ExplainedDrawn, type ExplainedTask } from './explained-task.ts';
import { group, type GroupedDrawn, type GroupedTask } from './grouped-task.ts';
import { drawStandings, type StandingsDrawn, type StandingsTask } from './standings.ts';
import { drawVariances, type VariancesDrawn, type VariancesTask } from './variances-task.ts';

/** What can be drawn, each by its own kernel, named by `kind`. Typed data only: it is posted to a worker. */
export type Task = StandingsTask | VariancesTask | ExplainedTask | GroupedTask;

/** What a kernel made of its task. */
export type Drawn = StandingsDrawn | VariancesDrawn | ExplainedDrawn | GroupedDrawn;

/** What was drawn, of the kind expected. Throws a TypeError when it is of another kind, or nothing was drawn. */
export function drawnOf<K extends Drawn['kind']>(drawn: Drawn | undefined, kind: K): Extract<Drawn, { kind: K }> {
  if (drawn?.kind !== kind) throw new TypeError(`No ${kind} were drawn`);
  return drawn as Extract<Drawn, { kind: K }>;
}

/** Does a task from beginning to end and tells what it has after the first draws; gives up when the signal fires. */
export type Draw = (task: Task, signal?: AbortSignal, first?: (drawn: Drawn) => void) => Promise<Drawn>;

/** The kernel of a task. It yields what it has when that is worth showing, and null when it only pauses. */
export function* kernel(task: Task): Generator<Drawn | null, Drawn> {
  switch (task.kind) {
    case 'standings':
      return yield* drawStandings(task);
    case 'variances':
      return yield* drawVariances(task);
    case 'explained':
      return explain(task);
    case 'grouped':
      return group(task);
  }
}

/** Does a task here and now: in Node, and where no worker can be had. Throws the signal's reason when it fires. */
export const drawHere: Draw = async (task, signal, first) => {
  const steps = kernel(task);
  for (;;) {
    signal?.throwIfAborted();
    const { done, value } = steps.next();
    if (done) return value;
    if (value) first?.(value);
    if (first) await new Promise((resolve) => setTimeout(resolve));
  }
};
