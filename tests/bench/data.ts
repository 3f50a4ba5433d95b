import { spawn } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { filesOf, tableNames } from '../../src/lib/dataset/index.ts';
import { lineTable, median, type Line, type Section } from './report.ts';

/** What `data-task.ts` can do. */
export type DataTask = 'twin' | 'build' | 'floor';

/** What a task took in a process of its own. */
export interface Cost {
  readonly seconds: number;
  /** Most memory the process ever held, in bytes. */
  readonly peak: number;
}

const REPEATS = 3;

/** Runs one task in a fresh process, so that its memory is its own. */
function cost(task: DataTask, from: string, to: string): Promise<Cost> {
  const script = fileURLToPath(new URL('data-task.ts', import.meta.url));
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--import', 'tsx', script, task, from, to], {
      stdio: ['ignore', 'pipe', 'inherit']
    });
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
    child.on('error', reject);
    child.on('exit', (code) =>
      code === 0
        ? resolve(JSON.parse(said.trim().split('\n').at(-1)!) as Cost)
        : reject(new Error(`${task} ended with ${code}`))
    );
  });
}

function middle(costs: readonly Cost[]): Cost {
  return { seconds: median(costs.map(({ seconds }) => seconds)), peak: median(costs.map(({ peak }) => peak)) };
}

/** The twin, and the build from a release of full size. */
export async function dataSection(aside: string): Promise<Section> {
  const release = join(aside, 'release');
  const shipped = join(aside, 'data');
  const costs: Record<DataTask, Cost[]> = { twin: [], build: [], floor: [] };
  // In turns, so that whatever else the machine does is the same for all three.
  for (let i = 0; i < REPEATS; i++) {
    costs.twin.push(await cost('twin', '', release));
    costs.build.push(await cost('build', release, shipped));
    costs.floor.push(await cost('floor', release, ''));
  }
  const [twin, build, floor] = [middle(costs.twin), middle(costs.build), middle(costs.floor)];
  const core = await Promise.all(
    tableNames.flatMap(filesOf).map(async (name) => (await stat(join(shipped, name))).size)
  );
  const lines: Line[] = [
    { what: 'making the twin: time', unit: 's', measured: twin.seconds, floor: floor.seconds, budget: 30 },
    { what: 'making the twin: peak memory', unit: 'bytes', measured: twin.peak, floor: floor.peak },
    { what: 'release to Parquet: time', unit: 's', measured: build.seconds, floor: floor.seconds, budget: 60 },
    { what: 'release to Parquet: peak memory', unit: 'bytes', measured: build.peak, floor: floor.peak, budget: 1.5e9 },
    { what: 'core tables', unit: 'bytes', measured: core.reduce((a, b) => a + b, 0), budget: 1e6 }
  ];
  return {
    title: 'Data',
    tables: [
      lineTable(
        'Making and reading a release',
        `A release of full size (1,500, 8,011 and 68,371 rows, with the annotations of texts, the list of models and the table of topics), made by the twin. Median of ${REPEATS} runs, each in a process of its own; the start of the process is not counted. Floor: reading the JSON Lines of it line by line and \`JSON.parse\` of each line, no more.`,
        lines
      )
    ]
  };
}
