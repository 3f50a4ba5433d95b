import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { CoverageOfCell, CoverageTable } from '../../src/lib/figure/coverage.server.ts';

const file = new URL('../../data/coverage.json', import.meta.url);

/** The table as it was written last; without kinds when it never was. */
export const readTable = (): CoverageTable =>
  existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as CoverageTable) : { seed: 0, code: '', kinds: [] };

const rounded = (value: number | null, digits: number) => (value === null ? null : Number(value.toPrecision(digits)));

/** Writes the table, a line for each cell, so that a change shows where it is. */
export function writeTable({ seed, code, kinds }: CoverageTable): void {
  const line = ({ coverage, without, width, ...cell }: CoverageOfCell) =>
    JSON.stringify({ ...cell, coverage: rounded(coverage, 4), without: rounded(without, 3), width: rounded(width, 3) });
  const blocks = kinds.map(({ cells, ...kind }) => {
    const head = JSON.stringify(kind).slice(0, -1);
    return `${head},"cells":[\n${cells.map(line).join(',\n')}\n]}`;
  });
  writeFileSync(file, `{"seed":${seed},"code":"${code}","kinds":[\n${blocks.join(',\n')}\n]}\n`);
}
