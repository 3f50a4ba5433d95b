import { execFileSync } from 'node:child_process';
import type { CoverageOfCell } from '../../src/lib/figure/coverage.server.ts';
import { kinds } from './kinds/index.ts';
import type { Cell, Kind } from './kind.ts';
import { measure } from './measure.ts';
import { readTable, writeTable } from './table.ts';

/**
 * Simulates many studies of every kind of interval and writes the table of Methods. Takes hours for all of them:
 * `tsx tests/coverage/run.ts WORD…` does those whose name contains one of the words and leaves the others as they are;
 * MOST_RUNS is the number of studies of a cell, if not as many as is asked of its kind.
 */
const SEED = 20261128;
const RUNS = 2000;
const MOST = Number(process.env.MOST_RUNS ?? Infinity);

const words = process.argv.slice(2).map((word) => word.toLowerCase());
const wanted = ({ name }: Kind) => words.length === 0 || words.some((word) => name.toLowerCase().includes(word));

/** Day of the last commit that touched the estimates. */
const code = execFileSync('git', ['log', '-1', '--format=%cs', '--', 'src/lib/estimate'], { encoding: 'utf8' }).trim();

function report(kind: Kind, cell: Cell, runs: number): CoverageOfCell {
  const clock = performance.now();
  const found = measure(cell, runs, SEED);
  const seconds = ((performance.now() - clock) / 1000).toFixed(1);
  const covered = found.coverage === null ? 'no interval' : `${(100 * found.coverage).toFixed(1)} %`;
  console.log(`${kind.name}: ${cell.people} people, ${cell.says}: ${covered} (${seconds} s)`);
  return found;
}

for (const kind of kinds.filter(wanted)) {
  const { name, kernel, shown, why, steps } = kind;
  const cells = kind.cells.map((cell) => report(kind, cell, Math.min(MOST, kind.runs ?? RUNS)));
  const others = new Map(readTable().kinds.map((one) => [one.name, one]));
  others.set(name, { name, kernel, shown, ...(why ? { why } : {}), ...(steps ? { steps } : {}), cells });
  writeTable({ seed: SEED, code, kinds: kinds.flatMap(({ name }) => others.get(name) ?? []) });
}
