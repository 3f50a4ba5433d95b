import { kernel, type Drawn, type Task } from './draws.ts';

/** Ask: a task, or to give up the one of that id. */
export type DrawsRequest =
  { readonly id: number; readonly task: Task } | { readonly id: number; readonly cancel: true };

/** Reply: the first draws, then all of them, or why not. */
export type DrawsReply =
  | { readonly id: number; readonly drawn: Drawn; readonly done: boolean }
  | { readonly id: number; readonly error: string };

const cancelled = new Set<number>();

const post = (reply: DrawsReply) => self.postMessage(reply);

/** Lets messages in that have come meanwhile. */
const breathe = () => new Promise<void>((resolve) => setTimeout(resolve));

self.onmessage = async ({ data }: MessageEvent<DrawsRequest>) => {
  const { id } = data;
  if ('cancel' in data) return void cancelled.add(id);
  try {
    const steps = kernel(data.task);
    while (!cancelled.has(id)) {
      const { done, value } = steps.next();
      if (value) post({ id, drawn: value, done: done ?? false });
      if (done) return;
      await breathe();
    }
  } catch (error) {
    post({ id, error: error instanceof Error ? error.message : String(error) });
  } finally {
    cancelled.delete(id);
  }
};
