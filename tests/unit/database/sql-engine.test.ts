import { tableFromArrays, type Table } from 'apache-arrow';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Engine } from '../../../src/lib/database/engine.ts';
import { WorkerDied } from '../../../src/lib/database/patience.ts';
import { openSql } from '../../../src/lib/database/sql-engine.ts';
import type { Manifest } from '../../../src/lib/dataset/index.ts';

const startEngine = vi.hoisted(() => vi.fn());
vi.mock('../../../src/lib/database/engine.ts', () => ({ startEngine }));

const table = (n: number) => tableFromArrays({ n: Int32Array.of(n) });
const rows = (n: number) => ({ columns: ['n'], rows: [[n]] });
const later = <T>(value: T, ms = 5) => new Promise<T>((resolve) => setTimeout(() => resolve(value), ms));

type Ask = (statement: string, signal?: AbortSignal) => Promise<Table>;

/** What the next engine to be started does, and whether it was stopped. */
function next(
  ask: Ask,
  start: (say: (words: string) => void, signal: AbortSignal) => Promise<void> = () => later(undefined)
) {
  const engine = { ask: vi.fn(ask), stop: vi.fn() } satisfies Engine;
  startEngine.mockImplementationOnce(async (_manifest, _folder, say, signal) => {
    await start(say, signal);
    return engine;
  });
  return engine;
}

const untilAborted = (signal: AbortSignal) =>
  new Promise<void>((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)));

beforeEach(() => startEngine.mockReset());

describe('SQL in the page', () => {
  it('starts with the first statement, once for many', async () => {
    const engine = next(async (statement) => table(Number(statement)));
    const sql = openSql({} as Manifest, 'data/');
    expect(startEngine).not.toHaveBeenCalled();
    expect(await Promise.all([sql.run('1'), sql.run('2')])).toEqual([rows(1), rows(2)]);
    expect(await sql.run('3')).toEqual(rows(3));
    expect(startEngine).toHaveBeenCalledTimes(1);
    await sql.close();
    expect(engine.stop).toHaveBeenCalledTimes(1);
  });

  it('tells everyone who waits how far the start is', async () => {
    next(
      async () => table(1),
      async (say) => {
        await later(undefined);
        say('Starting DuckDB');
      }
    );
    const sql = openSql({} as Manifest, 'data/');
    const [one, other] = [vi.fn(), vi.fn()];
    await Promise.all([sql.run('1', undefined, one), sql.run('2', undefined, other)]);
    expect(one).toHaveBeenCalledWith('Starting DuckDB');
    expect(other).toHaveBeenCalledWith('Starting DuckDB');
  });

  it('runs one statement at a time', async () => {
    let running = 0;
    next(async () => {
      expect(++running).toBe(1);
      await later(undefined);
      running--;
      return table(1);
    });
    const sql = openSql({} as Manifest, 'data/');
    await Promise.all([sql.run('1'), sql.run('2'), sql.run('3')]);
  });

  it('replaces a worker that dies, once for each statement', async () => {
    const died = async () => {
      throw new WorkerDied('gone');
    };
    const first = next(died);
    next(async () => table(2));
    const sql = openSql({} as Manifest, 'data/');
    expect(await sql.run('1')).toEqual(rows(2));
    expect(first.stop).toHaveBeenCalledTimes(1);
    await sql.close();

    next(died);
    next(died);
    next(async () => table(3));
    const other = openSql({} as Manifest, 'data/');
    await expect(other.run('1')).rejects.toThrow('gone');
    expect(await other.run('1')).toEqual(rows(3));
    expect(startEngine).toHaveBeenCalledTimes(5);
  });

  it('does not ask again what the engine refuses', async () => {
    const engine = next(async () => {
      throw new Error('Parser Error');
    });
    await expect(openSql({} as Manifest, 'data/').run('1')).rejects.toThrow('Parser Error');
    expect(engine.ask).toHaveBeenCalledTimes(1);
    expect(engine.stop).not.toHaveBeenCalled();
  });

  it('tries a failed start again with the next statement', async () => {
    startEngine.mockImplementationOnce(async () => {
      throw new Error('DuckDB could not be loaded: the server answered 404');
    });
    next(async () => table(1));
    const sql = openSql({} as Manifest, 'data/');
    await expect(sql.run('1')).rejects.toThrow('404');
    expect(await sql.run('1')).toEqual(rows(1));
  });

  it('gives up a start when the last one who waits for it goes, and only then', async () => {
    let aborted = false;
    const hang = (_: unknown, signal: AbortSignal) =>
      untilAborted(signal).catch((reason) => {
        aborted = true;
        throw reason;
      });
    next(async () => table(1), hang);
    next(async () => table(2));
    const sql = openSql({} as Manifest, 'data/');
    const [one, other] = [new AbortController(), new AbortController()];
    const asked = [sql.run('1', one.signal), sql.run('2', other.signal)].map((run) => run.catch((error) => error.name));
    one.abort();
    expect(await asked[0]).toBe('AbortError');
    expect(aborted).toBe(false);
    other.abort();
    expect(await asked[1]).toBe('AbortError');
    expect(aborted).toBe(true);
    expect(await sql.run('3')).toEqual(rows(2));
  });

  it('keeps an engine whose statement was cancelled', async () => {
    const engine = next(async (statement, signal) => {
      if (statement === 'long') await untilAborted(signal!);
      return table(1);
    });
    const sql = openSql({} as Manifest, 'data/');
    const controller = new AbortController();
    const long = sql.run('long', controller.signal);
    setTimeout(() => controller.abort(), 20);
    await expect(long).rejects.toThrow(expect.objectContaining({ name: 'AbortError' }));
    expect(await sql.run('short')).toEqual(rows(1));
    expect(startEngine).toHaveBeenCalledTimes(1);
    expect(engine.stop).not.toHaveBeenCalled();
  });
});
