import { drawStandings, type StandingsDrawn, type StandingsTask } from './standings.ts';

/** What can be drawn, each by its own kernel, named by `kind`. Typed data only: it is posted to a worker. */
export type Task = StandingsTask;

/** What a kernel made of its task. */
export type Drawn = StandingsDrawn;

/** Does a task from beginning to end and tells what it has after the first draws; gives up when the signal fires. */
export type Draw = (task: Task, signal?: AbortSignal, first?: (drawn: Drawn) => void) => Promise<Drawn>;

/** The kernel of a task. It yields what it has when that is worth showing, and null when it only pauses. */
export function kernel(task: Task): Generator<Drawn | null, Drawn> {
  return drawStandings(task);
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
