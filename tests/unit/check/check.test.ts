import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import matrix from '../../../data/published/pairwise_win_matrix.json' with { type: 'json' };
import { buildData } from '../../../data/build.ts';
import { report } from '../../../data/check.ts';
import { centralityOf } from '../../../data/check/battles.ts';
import { deviations, verdictOn, Unanswerable, type Check } from '../../../data/check/check.ts';
import { disagreements } from '../../../data/check/description.ts';
import { checks, checkShipped } from '../../../data/check/index.ts';
import { correlationOf, deviation, quantile } from '../../../data/check/numbers.ts';
import { openShipped } from '../../../data/check/open-shipped.ts';
import type { ShippedData } from '../../../data/check/shipped-data.ts';
import { MISSING } from '../../../src/lib/release/table-builder.ts';
import { models } from '../../../src/lib/dataset/models.ts';
import { handmade } from '../release/handmade.ts';
import { written } from '../release/write.ts';

let folder: string;
let data: ShippedData;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'check-'));
  await mkdir(join(folder, 'release'));
  for (const [name, content] of Object.entries(written(handmade(60)))) {
    if (name !== 'metadata.jsonl') await writeFile(join(folder, 'release', name), content);
  }
  await buildData({ from: join(folder, 'release'), to: join(folder, 'data') }, () => undefined);
  data = await openShipped(join(folder, 'data'));
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

/** The data with one value changed. */
function tampered(
  table: 'participants' | 'conversations' | 'utterances',
  column: string,
  row: number,
  value: number
): ShippedData {
  const values = data.tables[table][column]!.slice();
  values[row] = value;
  return { ...data, tables: { ...data.tables, [table]: { ...data.tables[table], [column]: values } } };
}

describe('the shipped files against the description', () => {
  it('agree when they were built from a release', () => {
    expect(disagreements(data)).toEqual([]);
  });

  it.each([
    ['participants', 'gender', 4],
    ['participants', 'stated_values', 101],
    ['participants', 'stated_values', MISSING],
    ['participants', 'lm_usecases', 1 << 19],
    ['participants', 'user_id', 1],
    ['conversations', 'topic', MISSING],
    ['conversations', 'user_id', 999],
    ['utterances', 'score', 0],
    ['utterances', 'model', 22],
    ['utterances', 'conversation_id', 999]
  ] as const)('differ when %s.%s holds %i', (table, column, value) => {
    const found = disagreements(tampered(table, column, 0, value));
    expect(found.map((wrong) => `${wrong.table}.${wrong.column}`)).toContain(`${table}.${column}`);
  });

  it('differ when a column is missing or unknown', () => {
    const { gender, ...rest } = data.tables.participants;
    const without = { ...data, tables: { ...data.tables, participants: { ...rest, shoe_size: gender! } } };
    expect(disagreements(without).map(({ column }) => column)).toEqual(['shoe_size', 'gender']);
  });
});

describe('a statement', () => {
  const check: Check = {
    id: 'a',
    statement: 'A.',
    source: 'here',
    expected: { x: 1, y: 2 },
    twin: { within: 0.5 },
    found: () => ({ x: 1.4, y: 2 })
  };
  const twin = (): ShippedData => ({ ...data, manifest: { ...data.manifest, source: 'twin' } });

  it('is exact for a release, and as close as promised for the twin', () => {
    expect(verdictOn(check, data)).toMatchObject({ verdict: 'differs', exact: true });
    expect(verdictOn(check, data).deviations.x).toBeCloseTo(0.4);
    expect(verdictOn(check, twin())).toMatchObject({ verdict: 'agrees', exact: false });
    expect(verdictOn({ ...check, twin: 'exact' }, twin())).toMatchObject({ verdict: 'differs', exact: true });
  });

  it('may not apply to the twin, or not be answerable at all', () => {
    expect(verdictOn({ ...check, twin: { not: 'its own' } }, twin())).toMatchObject({ verdict: 'not applicable' });
    const unanswerable = (): never => {
      throw new Unanswerable('no file');
    };
    expect(verdictOn({ ...check, found: unanswerable }, data)).toMatchObject({
      verdict: 'not answerable',
      reason: 'no file'
    });
  });

  it('counts what is absent as nothing, and NaN as wrong', () => {
    expect(deviations({ a: 1 }, { b: 2 }, 0)).toEqual({ a: -1, b: 2 });
    expect(deviations({ a: 0 }, {}, 0)).toEqual({});
    expect(deviations({ a: 1 }, { a: Number.NaN }, 5)).toEqual({ a: Number.NaN });
  });
});

describe('the statements', () => {
  it('have ids of their own and can all be asked of any release', () => {
    expect(new Set(checks.map(({ id }) => id)).size).toBe(checks.length);
    const findings = checkShipped(data);
    expect(findings.outcomes).toHaveLength(checks.length);
    expect(findings.sound).toBe(false);
    expect(findings.outcomes.find(({ id }) => id === 'annotations.rows')?.verdict).toBe('not answerable');
    expect(report(findings)).toContain('expected participants 1500');
  });

  it('come to the corrected rank centrality from the published matrix', () => {
    const codes = matrix.models.map((name) => models.findIndex(({ shortName }) => shortName === name));
    const wins = models.map(() => models.map(() => 0));
    codes.forEach((a, i) => codes.forEach((b, j) => (wins[a]![b] = i === j ? 0 : matrix.matrix[i]![j]!)));
    const tied = models.map(() => models.map(() => 0));
    const found = centralityOf({ battles: 0, ties: 0, wins, tied });
    expect(deviations(matrix.CORRECTED_rank_centrality_alpha1, found, 1e-6)).toEqual({});
  });
});

describe('numbers', () => {
  it('are those of the textbooks', () => {
    expect(quantile([4, 1, 3, 2], 0.5)).toBe(2.5);
    expect(quantile([1, 2, 3, 4, 5], 0.95)).toBeCloseTo(4.8);
    expect(deviation([2, 4, 4, 4, 5, 5, 7, 9], 0)).toBe(2);
    expect(correlationOf([1, 2, 3, MISSING, 9], [2, 4, 6, 1, MISSING])).toBeCloseTo(1);
  });
});
