import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ColumnsReply, ColumnsRequest } from '../../../src/lib/database/columns-messages.ts';
import type { Database } from '../../../src/lib/database/database.ts';
import { inWorker, type ColumnsWorker } from '../../../src/lib/database/in-worker.ts';
import { serveColumns } from '../../../src/lib/database/serve-columns.ts';
import type { MomentsQuery } from '../../../src/lib/query/index.ts';
import { openColumns } from './columns-in-node.ts';
import { madeRelease, type MadeRelease } from './made-release.ts';

const query = (by: readonly string[]): MomentsQuery => ({
  ...{ kind: 'moments', metric: 'score', by, filters: [], sample: 'all', turns: 'opener' }
});

let release: MadeRelease;
let whole: Database;

beforeAll(async () => {
  release = await madeRelease(40);
  whole = await openColumns(release.folder);
});
afterAll(() => release.remove());

/** What the next worker does wrong, and what all of them did. */
let faults: { dies: number; mute: number; failing: number };
let done: { started: number; ended: number; read: string[]; asked: ColumnsRequest[] };

beforeEach(() => {
  faults = { dies: 0, mute: 0, failing: 0 };
  done = { started: 0, ended: 0, read: [], asked: [] };
});

/** A worker without a thread: messages are copied, as they are between threads, and come later. */
function start(): ColumnsWorker {
  done.started++;
  let living = true;
  const worker: ColumnsWorker = {
    onmessage: null,
    onerror: null,
    terminate() {
      living = false;
      done.ended++;
    },
    postMessage(request) {
      const copy = structuredClone(request);
      done.asked.push(copy);
      setTimeout(() => living && receive(copy));
    }
  };
  const post = (reply: ColumnsReply) => {
    const data = structuredClone(reply);
    setTimeout(() => living && worker.onmessage?.({ data }));
  };
  const serve = serveColumns(post, ({ folder: place }) => async (name, come) => {
    done.read.push(name);
    if (faults.failing-- > 0) throw new Error('the server answered 404');
    const bytes = await readFile(join(String(place), name));
    come(bytes.length);
    return new Uint8Array(bytes).buffer;
  });
  function receive(request: ColumnsRequest) {
    if ('open' in request) return serve(request);
    if (faults.dies-- > 0) return worker.onerror?.({ message: 'out of memory' });
    if (faults.mute-- > 0) return;
    serve(request);
  }
  return worker;
}

const openHere = () => inWorker(release.manifest, release.folder, start);

describe('the database over columns in a worker', () => {
  it('starts with the first question, and answers as it does without a worker', async () => {
    const database = openHere();
    expect(done.started).toBe(0);
    const queries = [query([]), query(['age'])];
    const [one, other] = await Promise.all([database.answer(queries), database.answer([query(['model'])])]);
    expect(one).toEqual(await whole.answer(queries));
    expect(other).toEqual(await whole.answer([query(['model'])]));
    const rows = { kind: 'columns', table: 'utterances', columns: ['score'], filters: [], sample: 'all' } as const;
    const columns = [{ ...rows, turns: 'all' }] as const;
    expect(await database.columns(columns)).toEqual(await whole.columns(columns));
    expect(done.started).toBe(1);
    await database.close();
    expect(done.ended).toBe(1);
  });

  it('reads only what it needs, once; asked nothing, the people', async () => {
    const database = openHere();
    expect(await database.answer([])).toEqual([]);
    expect(done.read).toEqual(['participants.parquet']);
    const said: string[] = [];
    const progress = (words: string) => said.push(words);
    await Promise.all([database.answer([query([])], undefined, progress), database.answer([query(['age'])])]);
    expect(done.read).toEqual(['participants.parquet', 'utterances.parquet', 'conversations.parquet']);
    expect(said.at(-1)).toMatch(/^Loading the data, \d+ kB of \d+ kB$/);
    await database.answer([{ ...query(['age']), metric: 'response_length' }]);
    expect(done.read.slice(3)).toEqual(['utterances-marks.parquet']);
    await database.close();
  });

  it('gives up at once what is aborted, and tells the worker', async () => {
    const database = openHere();
    const controller = new AbortController();
    const asked = database.answer([query([])], controller.signal);
    controller.abort();
    await expect(asked).rejects.toThrow('aborted');
    await expect(database.answer([query([])], controller.signal)).rejects.toThrow('aborted');
    expect(done.asked.at(-1)).toEqual({ id: 1, cancel: true });
    expect(await database.answer([query([])])).toEqual(await whole.answer([query([])]));
    await database.close();
  });

  it('says which file could not be read and why, and tries again with the next question', async () => {
    const database = openHere();
    faults.failing = 1;
    const sentence = 'The data file participants.parquet could not be read: the server answered 404';
    await expect(database.answer([])).rejects.toThrow(sentence);
    expect(await database.answer([query(['age'])])).toEqual(await whole.answer([query(['age'])]));
    await database.close();
  });

  it('refuses what no selection asks', async () => {
    const database = openHere();
    await expect(database.answer([{ ...query([]), metric: 'nothing' }])).rejects.toThrow();
    expect(await database.answer([query([])])).toHaveLength(1);
    await database.close();
  });

  it('asks another worker once when one stops, and then says so', async () => {
    const database = openHere();
    faults.dies = 1;
    expect(await database.answer([query([])])).toEqual(await whole.answer([query([])]));
    expect(done).toMatchObject({ started: 2, ended: 1 });
    faults.dies = 2;
    await expect(database.answer([query([])])).rejects.toThrow('What reads the data stopped');
    expect(await database.answer([query([])])).toEqual(await whole.answer([query([])]));
    await database.close();
  });

  it('takes a worker that says nothing for lost, not one that is at work', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] });
    try {
      const database = openHere();
      faults.mute = 1;
      const asked = database.answer([query([])]);
      await vi.advanceTimersByTimeAsync(14_000);
      expect(done.started).toBe(1);
      await vi.advanceTimersByTimeAsync(2000);
      expect(done.started).toBe(2);
      await vi.waitFor(async () => {
        await vi.advanceTimersByTimeAsync(100);
        expect(done.asked).toHaveLength(4);
      });
      let answered = false;
      void asked.then(() => (answered = true));
      await vi.waitFor(async () => {
        await vi.advanceTimersByTimeAsync(100);
        expect(answered).toBe(true);
      });
      expect(done.started).toBe(2);
      await database.close();
    } finally {
      vi.useRealTimers();
    }
  });
});
