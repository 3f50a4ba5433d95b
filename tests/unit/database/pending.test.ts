import { tableFromArrays, tableToIPC } from 'apache-arrow';
import { describe, expect, it, vi } from 'vitest';
import { runPending, type Bindings } from '../../../src/lib/database/pending.ts';

const result = tableToIPC(tableFromArrays({ n: Int32Array.of(1, 2, 3) }), 'stream');

/** An engine that needs so many steps for any statement. */
function engine(steps: number) {
  let left = steps;
  const parts = [result, new Uint8Array()];
  return {
    startPendingQuery: vi.fn(async () => (left === 0 ? parts.shift()! : null)),
    pollPendingQuery: vi.fn(async () => (--left <= 0 ? parts.shift()! : null)),
    cancelPendingQuery: vi.fn(async () => true),
    fetchQueryResults: vi.fn(async () => parts.shift() ?? new Uint8Array())
  } satisfies Bindings;
}

const patient = <T>(step: Promise<T>) => step;

describe('a statement run bit by bit', () => {
  it.each([0, 1, 5])('gives its whole result after %d steps', async (steps) => {
    const bindings = engine(steps);
    const table = await runPending(bindings, 7, 'select', patient);
    expect([...table.getChild('n')!]).toEqual([1, 2, 3]);
    expect(bindings.pollPendingQuery).toHaveBeenCalledTimes(steps);
    expect(bindings.startPendingQuery).toHaveBeenCalledWith(7, 'select', false);
  });

  it('is stopped inside the engine when nobody waits for it', async () => {
    const bindings = engine(1000);
    const controller = new AbortController();
    const running = runPending(bindings, 7, 'select', patient, controller.signal);
    setTimeout(() => controller.abort(), 0);
    bindings.pollPendingQuery.mockImplementation(() => new Promise((resolve) => setTimeout(() => resolve(null), 5)));
    await expect(running).rejects.toThrow(expect.objectContaining({ name: 'AbortError' }));
    expect(bindings.cancelPendingQuery).toHaveBeenCalledExactlyOnceWith(7);
  });

  it('is not begun when nobody wants it any more', async () => {
    const bindings = engine(0);
    await expect(runPending(bindings, 7, 'select', patient, AbortSignal.abort())).rejects.toThrow();
    expect(bindings.startPendingQuery).not.toHaveBeenCalled();
  });

  it('that the engine refuses is refused in its words', async () => {
    const bindings = engine(0);
    bindings.startPendingQuery.mockRejectedValue(new Error('Parser Error: syntax error'));
    await expect(runPending(bindings, 7, 'selct', patient)).rejects.toThrow('Parser Error');
  });

  it('ends when its engine has died, whichever step it is at', async () => {
    const bindings = engine(3);
    bindings.pollPendingQuery.mockImplementation(() => new Promise(() => {}));
    const dying = <T>(step: Promise<T>) =>
      Promise.race([step, new Promise<never>((_, reject) => setTimeout(() => reject(new Error('died')), 20))]);
    await expect(runPending(bindings, 7, 'select', dying)).rejects.toThrow('died');
  });
});
