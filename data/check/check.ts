import type { Numbers } from './numbers.ts';
import type { ShippedData } from './shipped-data.ts';

/** What a check means for the synthetic twin. */
export type OnTwin = 'exact' | { readonly within: number } | { readonly not: string };

/** A statement about the official release that the shipped files can answer. */
export interface Check {
  /** Short and unique: `people.gender`. */
  readonly id: string;
  readonly statement: string;
  /** Where it is published. */
  readonly source: string;
  readonly expected: Numbers;
  /** How far a number may be off, because it was published rounded; 0 unless told. */
  readonly within?: number;
  readonly twin: OnTwin;
  /** Whether its recipe is known in part only: it is told, and promises nothing. */
  readonly approximate?: boolean;
  /** @throws Unanswerable when the release lacks the file the answer is in */
  found(data: ShippedData): Numbers;
}

/** The release lacks an optional file. */
export class Unanswerable extends Error {}

export type CheckVerdict = 'agrees' | 'differs' | 'not applicable' | 'not answerable';

/** A check and its outcome. */
export interface CheckOutcome {
  readonly id: string;
  readonly statement: string;
  readonly source: string;
  readonly expected: Numbers;
  readonly found: Numbers | null;
  /** What differs, and by how much. */
  readonly deviations: Numbers;
  readonly within: number | null;
  readonly verdict: CheckVerdict;
  /** Whether the number is promised: on an official release, up to the published rounding, unless it is approximate. */
  readonly exact: boolean;
  /** Why there is no verdict. */
  readonly reason?: string;
}

const EPSILON = 1e-9;

/** Numbers of either side that are further apart than allowed; one that is absent counts as 0. */
export function deviations(expected: Numbers, found: Numbers, within: number): Numbers {
  const names = new Set([...Object.keys(expected), ...Object.keys(found)]);
  const differences: Record<string, number> = {};
  for (const name of names) {
    const difference = (found[name] ?? 0) - (expected[name] ?? 0);
    if (!(Math.abs(difference) <= within + EPSILON)) differences[name] = difference;
  }
  return differences;
}

/** Asks one check of the shipped files. */
export function verdictOn(check: Check, data: ShippedData): CheckOutcome {
  const { id, statement, source, expected, twin } = check;
  const synthetic = data.manifest.source === 'twin';
  const told = { id, statement, source, expected };
  const nothing = { found: null, deviations: {}, within: null, exact: false };
  if (synthetic && typeof twin === 'object' && 'not' in twin) {
    return { ...told, ...nothing, verdict: 'not applicable', reason: twin.not };
  }
  const rounding = check.within ?? 0;
  const within = synthetic && typeof twin === 'object' && 'within' in twin ? Math.max(twin.within, rounding) : rounding;
  try {
    const found = check.found(data);
    const apart = deviations(expected, found, within);
    const verdict = Object.keys(apart).length === 0 ? 'agrees' : 'differs';
    const exact = check.approximate !== true && (!synthetic || twin === 'exact');
    return { ...told, found, deviations: apart, within, verdict, exact };
  } catch (error) {
    if (!(error instanceof Unanswerable)) throw error;
    return { ...told, ...nothing, verdict: 'not answerable', reason: error.message };
  }
}
