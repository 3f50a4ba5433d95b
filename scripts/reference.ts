import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from './steps.ts';

type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };

const COMMITTED = 'tests/reference/fixtures';
/** Relative, of numbers whose fixture gives them no `tolerance` of their own. */
const TOLERANCE = 1e-9;

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
 * Writes every fixture of the reference tests anew, aside, and compares with the committed ones: numbers within the
 * tolerance of their entry (machines differ in the last digits), all else exactly.
 *
 * @throws Error with the first places that differ
 */
export async function compareReferences(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'prism-reference-'));
  try {
    await run('bash', ['tests/reference/regenerate.sh'], { PYTHON: python!, FIXTURES: folder });
    const names = [...new Set([...readdirSync(COMMITTED), ...readdirSync(folder)])].sort();
    const found = names.flatMap((name) => fixtureDifferences(name, read(COMMITTED, name), read(folder, name)));
    if (found.length > 0) {
      const more = found.length > 10 ? `\n… and ${found.length - 10} more` : '';
      throw new Error(`The reference numbers are not those committed:\n${found.slice(0, 10).join('\n')}${more}`);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Where a fixture written anew differs from the committed one, a line each; `null` stands for a fixture that is not there. */
export function fixtureDifferences(name: string, committed: Json, written: Json): string[] {
  if (!isObject(committed) || !isObject(written)) return differences(name, committed, written, 0);
  const tolerance = isObject(committed.tolerance) ? committed.tolerance : {};
  return keys(committed, written).flatMap((entry) =>
    differences(`${name} ${entry}`, committed[entry], written[entry], Number(tolerance[entry] ?? TOLERANCE))
  );
}

function differences(at: string, a: Json | undefined, b: Json | undefined, tolerance: number): string[] {
  if (typeof a === 'number' && typeof b === 'number' && Math.abs(a - b) <= tolerance * Math.max(1, Math.abs(a)))
    return [];
  if (isObject(a) && isObject(b))
    return keys(a, b).flatMap((key) => differences(`${at} ${key}`, a[key], b[key], tolerance));
  return a === b ? [] : [`${at}: ${brief(a)} committed, ${brief(b)} written`];
}

/** Lists too: their positions are their keys. */
const isObject = (value: Json | undefined): value is { readonly [name: string]: Json } =>
  typeof value === 'object' && value !== null;

const keys = (a: object, b: object) => [...new Set([...Object.keys(a), ...Object.keys(b)])];

const brief = (value: Json | undefined) => (value === undefined ? 'nothing' : JSON.stringify(value).slice(0, 60));

function read(folder: string, name: string): Json {
  try {
    return JSON.parse(readFileSync(join(folder, name), 'utf8')) as Json;
  } catch {
    return null;
  }
}
