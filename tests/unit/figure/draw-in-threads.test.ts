import { expect, test } from 'vitest';
import { drawHere, type Task } from '../../../src/lib/estimate/index.ts';
import { drawInThreads } from '../../../src/lib/figure/draw-in-threads.server.ts';

/** Twelve people, each with one message and three replies. */
const taskOf = (seed: number): Task => ({
  kind: 'standings',
  seed,
  draws: 200,
  fewest: 1,
  items: 3,
  replies: {
    person: Int32Array.from({ length: 36 }, (_, i) => Math.floor(i / 3)),
    interaction: Int32Array.from({ length: 36 }, (_, i) => Math.floor(i / 3)),
    item: Int32Array.from({ length: 36 }, (_, i) => i % 3),
    score: Int32Array.from({ length: 36 }, (_, i) => 1 + ((i * 37) % 100))
  },
  slices: [{ method: 'win-rate', tie: 5, resampled: true }]
});

test('the build’s threads draw what is drawn here, side by side', async () => {
  const tasks = [1, 2, 3, 4, 5].map(taskOf);
  const expected = await Promise.all(tasks.map((task) => drawHere(task)));
  expect(expected[0]).not.toEqual(expected[1]);
  expect(await Promise.all(tasks.map((task) => drawInThreads(task)))).toEqual(expected);
});

test('a task that cannot be done says why, and the next is done', async () => {
  await expect(drawInThreads({ kind: 'standings' } as Task)).rejects.toThrow(/undefined/);
  expect(await drawInThreads(taskOf(1))).toEqual(await drawHere(taskOf(1)));
});
