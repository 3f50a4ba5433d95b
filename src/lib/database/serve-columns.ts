import type { Columns } from '../query/index.ts';
import type { ColumnsReply, ColumnsRequest } from './columns-messages.ts';
import type { Database } from './database.ts';
import { overColumns } from './over-columns.ts';
import type { ReadFile } from './table-files.ts';

/** A worker that has questions says so often that it lives, unless one keeps it busy. */
export const ALIVE_EVERY_MS = 2000;

/** Lets messages in that have come meanwhile. */
const breathe = () =>
  new Promise<void>((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });

/**
 * The worker's side of the database over columns: takes requests, posts replies.
 *
 * @param reader reads files below an address
 */
export function serveColumns(
  post: (reply: ColumnsReply, transfer: Transferable[]) => void,
  reader: (request: Extract<ColumnsRequest, { open: unknown }>) => ReadFile
): (request: ColumnsRequest) => void {
  let database: Database | null = null;
  const asked = new Map<number, AbortController>();
  let alive: ReturnType<typeof setInterval> | undefined;

  async function answer(request: Extract<ColumnsRequest, { answer: unknown } | { columns: unknown }>) {
    const { id } = request;
    const controller = new AbortController();
    asked.set(id, controller);
    alive ??= setInterval(() => post({ alive: true }, []), ALIVE_EVERY_MS);
    const say = (progress: string) => post({ id, progress }, []);
    try {
      if (database === null) throw new Error('No release is open');
      const { signal } = controller;
      if ('answer' in request) post({ id, answered: await database.answer(request.answer, signal, say) }, []);
      else {
        const answered = await database.columns(request.columns, signal, say);
        post({ id, answered }, answered.flatMap(buffersOf));
      }
    } catch (error) {
      if (!controller.signal.aborted) post({ id, error: error instanceof Error ? error.message : String(error) }, []);
    } finally {
      asked.delete(id);
      if (asked.size === 0) {
        clearInterval(alive);
        alive = undefined;
      }
    }
  }

  return (request) => {
    if ('open' in request) database = overColumns(request.open, reader(request), breathe);
    else if ('cancel' in request) asked.get(request.id)?.abort();
    else void answer(request);
  };
}

const buffersOf = (columns: Columns) => Object.values(columns).map(({ buffer }) => buffer as ArrayBuffer);
