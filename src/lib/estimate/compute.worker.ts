import { KeptTables } from './rankings/kept-tables.ts';
import { kernel, type Computed, type Task } from './task.ts';

/** Ask: a task, or to give up the one of that id. */
export type ComputeRequest =
  { readonly id: number; readonly task: Task } | { readonly id: number; readonly cancel: true };

/** Reply: what came of the first resamples, then of all of them, or why not. */
export type ComputeReply =
  | { readonly id: number; readonly computed: Computed; readonly done: boolean }
  | { readonly id: number; readonly error: string };

const cancelled = new Set<number>();

const kept = new KeptTables();

const post = (reply: ComputeReply) => self.postMessage(reply);

/** Lets messages in that have come meanwhile. */
const breathe = () => new Promise<void>((resolve) => setTimeout(resolve));

self.onmessage = async ({ data }: MessageEvent<ComputeRequest>) => {
  const { id } = data;
  if ('cancel' in data) return void cancelled.add(id);
  try {
    const steps = kernel(data.task, kept);
    while (!cancelled.has(id)) {
      const { done, value } = steps.next();
      if (value) post({ id, computed: value, done: done ?? false });
      if (done) return;
      await breathe();
    }
  } catch (error) {
    post({ id, error: error instanceof Error ? error.message : String(error) });
  } finally {
    cancelled.delete(id);
  }
};
