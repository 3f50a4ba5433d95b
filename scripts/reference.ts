import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { run } from './steps.ts';

const works = (command: string, args: readonly string[]) => spawnSync(command, args, { stdio: 'ignore' }).status === 0;

/** A Python with the packages the reference scripts need: the system's own first. */
const python = ['/usr/bin/python3', 'python3'].find((command) => works(command, ['-c', 'import pandas, statsmodels']));

/** Whether this machine can write the reference numbers anew. */
export const canRegenerate =
  python !== undefined &&
  works('Rscript', [
    '--vanilla',
    '-e',
    'library(survey); library(sandwich); library(lme4); library(BradleyTerry2); library(jsonlite)'
  ]);

/**
 * Writes every fixture of the reference tests anew and compares with the committed ones.
 *
 * @throws Error when a fixture changed
 */
export async function compareReferences(): Promise<void> {
  await run('bash', ['tests/reference/regenerate.sh'], { PYTHON: python! });
  if (!existsSync('.git')) return;
  const changed = execFileSync('git', ['status', '--porcelain', 'tests/reference/fixtures'], { encoding: 'utf8' });
  if (changed !== '') throw new Error(`The reference numbers are not those committed:\n${changed}`);
}
