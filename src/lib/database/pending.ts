import { tableFromIPC, type Table } from 'apache-arrow';

/** What is needed of DuckDB-WASM to run a statement bit by bit; `AsyncDuckDB` has it. */
export interface Bindings {
  startPendingQuery(connection: number, statement: string, stream?: boolean): Promise<Uint8Array | null>;
  pollPendingQuery(connection: number): Promise<Uint8Array | null>;
  cancelPendingQuery(connection: number): Promise<boolean>;
  fetchQueryResults(connection: number): Promise<Uint8Array | null>;
}

/**
 * Runs one statement and gives its whole result. The engine works on it a tenth of a second at a time, so that it can be
 * told to stop in between.
 *
 * @param watched puts an end to waiting for an engine that has died: every step is handed through it
 * @throws Error with the engine's words for a statement that it refuses; AbortError, once the engine has let go of it
 */
export async function runPending(
  bindings: Bindings,
  connection: number,
  statement: string,
  watched: <T>(step: Promise<T>) => Promise<T>,
  signal?: AbortSignal
): Promise<Table> {
  signal?.throwIfAborted();
  const unlessAborted = async () => {
    if (!signal?.aborted) return;
    await watched(bindings.cancelPendingQuery(connection));
    signal.throwIfAborted();
  };
  let head = await watched(bindings.startPendingQuery(connection, statement, false));
  await unlessAborted();
  while (head === null) {
    head = await watched(bindings.pollPendingQuery(connection));
    await unlessAborted();
  }
  const parts = [head];
  for (;;) {
    const part = await watched(bindings.fetchQueryResults(connection));
    if (part === null) continue;
    if (part.length === 0) break;
    parts.push(part);
  }
  return tableFromIPC(parts);
}
