import { expect, test } from 'vitest';
import { computeHere, type Task } from '../../../src/lib/estimate/index.ts';
import { computeInThreads } from '../../../src/lib/figure/compute-in-threads.server.ts';

/** Twelve people, each with one message and three replies. */
const taskOf = (seed: number): Task => ({
  kind: 'standings',
  seed,
  resamples: 200,
  fewest: 1,
  fewestRanked: 1,
  items: 3,
  replies: {
    person: Int32Array.from({ length: 36 }, (_, i) => Math.floor(i / 3)),
    interaction: Int32Array.from({ length: 36 }, (_, i) => Math.floor(i / 3)),
    item: Int32Array.from({ length: 36 }, (_, i) => i % 3),
    score: Int32Array.from({ length: 36 }, (_, i) => 1 + ((i * 37) % 100))
  },
  columns: {},
  slices: [{ method: 'win-rate', tie: 5 }]
});

test('the build’s threads compute what is computed here, side by side', async () => {
  const tasks = [1, 2, 3, 4, 5].map(taskOf);
  const expected = await Promise.all(tasks.map((task) => computeHere(task)));
  expect(expected[0]).not.toEqual(expected[1]);
  expect(await Promise.all(tasks.map((task) => computeInThreads(task)))).toEqual(expected);
});

test('a task that cannot be done says why, and the next is done', async () => {
  await expect(computeInThreads({ kind: 'standings' } as Task)).rejects.toThrow(/undefined/);
  expect(await computeInThreads(taskOf(1))).toEqual(await computeHere(taskOf(1)));
});
