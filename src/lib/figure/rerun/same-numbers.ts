import type { Figure } from '../../charts/chart.ts';

/** Engines of browsers may differ in the last digits of a logarithm. */
const NEAR = 1e-9;

/**
 * Whether two figures say the same: rows by their keys, in whatever order, their totals and the sentence. Numbers may
 * differ by 1e-9 of themselves.
 */
export function sameNumbers(one: Figure, other: Figure): boolean {
  const parts = ({ rows, overall, denominators, sentence }: Figure) => [byKey(rows), overall, denominators, sentence];
  return alike(parts(one), parts(other));
}

const byKey = (rows: Figure['rows']) => Object.fromEntries(rows.map((row) => [row.key, row]));

function alike(one: unknown, other: unknown): boolean {
  if (typeof one === 'number' && typeof other === 'number')
    return (
      Object.is(one, other) ||
      one === other ||
      Math.abs(one - other) <= NEAR * Math.max(1, Math.abs(one), Math.abs(other))
    );
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null)
    return (one ?? null) === (other ?? null);
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...names].every((name) =>
    alike((one as Record<string, unknown>)[name], (other as Record<string, unknown>)[name])
  );
}
