import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { Kind } from './kind.ts';
import type { Measured } from './measure.ts';

/** Coverage of one kind of interval, as Methods prints it. */
export interface CoverageOfKind extends Pick<Kind, 'name' | 'kernel' | 'shown' | 'why' | 'steps'> {
  readonly cells: readonly Measured[];
}

/** The table of long runs. */
export interface CoverageTable {
  /** Where all chance comes from. */
  readonly seed: number;
  /** Day of the last change to the estimates before the run, YYYY-MM-DD. */
  readonly code: string;
  readonly kinds: readonly CoverageOfKind[];
}

const file = new URL('../../data/coverage.json', import.meta.url);

/** The table as it was written last; without kinds when it never was. */
export const readTable = (): CoverageTable =>
  existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as CoverageTable) : { seed: 0, code: '', kinds: [] };

const rounded = (value: number, digits: number) => Number(value.toPrecision(digits));

/** Writes the table, a line for each cell, so that a change shows where it is. */
export function writeTable({ seed, code, kinds }: CoverageTable): void {
  const line = ({ coverage, without, width, ...cell }: Measured) =>
    JSON.stringify({ ...cell, coverage: rounded(coverage, 4), without: rounded(without, 3), width: rounded(width, 3) });
  const blocks = kinds.map(({ cells, ...kind }) => {
    const head = JSON.stringify(kind).slice(0, -1);
    return `${head},"cells":[\n${cells.map(line).join(',\n')}\n]}`;
  });
  writeFileSync(file, `{"seed":${seed},"code":"${code}","kinds":[\n${blocks.join(',\n')}\n]}\n`);
}
