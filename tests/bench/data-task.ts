import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { buildData } from '../../data/build.ts';
import { writeTwin } from '../../data/twin/write.ts';
import type { Cost, DataTask } from './data.ts';

// Run by `data.ts` in a process of its own: does one task and prints what it took as its last line.

const silent = () => {};

const tasks: Readonly<Record<DataTask, (from: string, to: string) => Promise<unknown>>> = {
  twin: (_, to) => writeTwin(to, silent),
  build: (from, to) => buildData({ from, to }, silent),
  floor: readEachLine
};

async function readEachLine(folder: string): Promise<void> {
  const files = await readdir(folder, { recursive: true });
  for (const file of files.filter((name) => name.endsWith('.jsonl'))) {
    const lines = createInterface({ input: createReadStream(join(folder, file)), crlfDelay: Infinity });
    for await (const line of lines) JSON.parse(line.replaceAll(/: NaN\b/g, ': null'));
  }
}

/** On Linux from the process itself: what the system counts for a child starts with the memory of its parent. */
function peakMemory(): number {
  const status = '/proc/self/status';
  const kilobytes = existsSync(status) ? /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(status, 'utf8'))?.[1] : undefined;
  return Number(kilobytes ?? process.resourceUsage().maxRSS) * 1024;
}

const [task, from, to] = process.argv.slice(2) as [DataTask, string, string];
const clock = performance.now();
await tasks[task](from, to);
const cost: Cost = { seconds: (performance.now() - clock) / 1000, peak: peakMemory() };
console.log(JSON.stringify(cost));
