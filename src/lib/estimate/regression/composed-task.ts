import { benjaminiHochberg } from '../sums/adjust.ts';
import type { Contrast, Unestimated } from '../estimate.ts';
import { fitsOver } from './least-squares.ts';

/** A column to explain by: the code of each row's level. */
export interface Term {
  readonly name: string;
  readonly codes: Int32Array;
  readonly levels: number;
  /** The level that all others are set against if enough people gave it; the one most people gave where not. */
  readonly reference: number;
}

/** Outcomes to explain by terms. Typed data only: it is posted to a worker. */
export interface ComposedTask {
  readonly kind: 'composed';
  /** One column an outcome, each as long as the terms; NaN nowhere. */
  readonly outcomes: readonly Float64Array[];
  /** Whether outcomes are yes or no, so that what is rare is not tested. */
  readonly shares: boolean;
  readonly terms: readonly Term[];
  readonly person: Int32Array;
  readonly people: number;
  /** Levels of fewer people are not tested, and none of fewer may be a reference. */
  readonly least: number;
}

/** A level of a term: how much the outcome differs there from the term's reference, the other terms being equal. */
export interface Coefficient {
  readonly term: number;
  readonly level: number;
  readonly people: number;
  readonly rows: number;
  readonly result: Contrast;
  /** Whether its level would hold: enough people and, of a yes or no, enough of both expected. */
  readonly eligible: boolean;
  /** The p-value adjusted for all that are eligible, in every outcome. */
  readonly adjusted?: number;
}

export interface ComposedComputed {
  readonly kind: 'composed';
  /** Per outcome its coefficients, or why there are none, the same for all. */
  readonly outcomes: readonly (readonly Coefficient[])[];
  /** Per term the level that its others are set against. */
  readonly references: readonly number[];
  readonly refused: (Unestimated & { readonly terms: readonly string[] }) | null;
  readonly people: number;
  readonly rows: number;
  /** How many coefficients were tested together. */
  readonly tested: number;
}

/** So many rows with the outcome and without are expected in a level before it is tested. */
const EXPECTED = 20;

interface Dummy {
  readonly key: string;
  readonly term: number;
  readonly level: number;
  readonly values: Float64Array;
  readonly people: number;
  readonly rows: number;
}

/** Each level of a term but its reference, as a column of yes and no; levels without rows have none. */
function dummiesOf({ codes, levels, reference }: Term, term: number, person: Int32Array): Dummy[] {
  return Array.from({ length: levels }, (_, level) => level).flatMap((level): Dummy[] => {
    if (level === reference) return [];
    const there = new Set<number>();
    let rows = 0;
    const values = Float64Array.from(codes, (code, row) => {
      if (code !== level) return 0;
      rows++;
      there.add(person[row]!);
      return 1;
    });
    return rows === 0 ? [] : [{ key: `${term}.${level}`, term, level, values, people: there.size, rows }];
  });
}

/** How many people gave each answer. */
function peopleOf({ codes, levels }: Term, person: Int32Array): number[] {
  const there = Array.from({ length: levels }, () => new Set<number>());
  codes.forEach((code, row) => there[code]?.add(person[row]!));
  return there.map(({ size }) => size);
}

/**
 * How much an outcome differs between people (or conversations) that are alike in everything else named: each answer to a
 * question is set against one answer of it, all questions at once. Alike in what is named, and in nothing else: that
 * something goes with an answer does not say that the answer is why.
 *
 * Fitted by least squares, a yes or no as 1 or 0, so that coefficients are differences of shares. Refused, with the names of
 * the terms, where no answer has as many people as may be tested, or where terms say the same (one’s answers follow from
 * others’).
 *
 * @method Regression composed by the reader
 * @formula coefficients and intervals as for scores explained, with a column of 0 and 1 for each answer but the reference
 * tested: answers of 30 people or more where, at the outcome’s overall share p, n·p ≥ 20 and n·(1 − p) ≥ 20, n its rows
 * q < 0.05 (Benjamini–Hochberg) over everything tested, in all outcomes that are fitted together
 * @assumes As scores explained. Differences add up: an answer makes as much of one in every group.
 * @source Liang & Zeger (1986), Biometrika 73, with the factor of Stata (CR1); as lm with vcovCL(type = "HC1",
 * cadjust = TRUE) of the R package sandwich, and p.adjust.
 * @differs The published regressions of 22 topics give a cluster of people to a function that ignores it, adjust nothing, and
 * flag answers of a few conversations at p < 0.01.
 */
export function composeRegression(task: ComposedTask): ComposedComputed {
  const { outcomes, shares, terms, person, people, least } = task;
  const rows = person.length;
  const counts = terms.map((term) => peopleOf(term, person));
  const references = terms.map(({ reference }, i) =>
    counts[i]![reference]! >= least ? reference : counts[i]!.indexOf(Math.max(...counts[i]!))
  );
  const none = { kind: 'composed' as const, outcomes: [], references, people, rows, tested: 0 };
  const small = terms.filter((_, i) => counts[i]![references[i]!]! < least);
  if (small.length > 0) {
    const reason = `no answer was given by ${least} people or more`;
    return { ...none, refused: { reason, terms: small.map(({ name }) => name) } };
  }
  const dummies = terms.map((term, at) => dummiesOf({ ...term, reference: references[at]! }, at, person));
  const fitsWith = (some: readonly Dummy[]) =>
    fitsOver({ columns: Object.fromEntries(some.map(({ key, values }) => [key, values])), person, people });
  const flat = dummies.flat();
  let fit: ReturnType<typeof fitsWith>;
  try {
    fit = fitsWith(flat);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return { ...none, refused: { reason: 'its answers follow from those to the others', terms: [guilty()] } };
  }
  const found = outcomes.map((y): Coefficient[] => {
    const share = y.reduce((sum, value) => sum + value, 0) / rows;
    if (y.every((value) => value === y[0])) return [];
    const { coefficients } = fit(y);
    return flat.map(({ key, term, level, people: inside, rows: n }) => ({
      ...{ term, level, people: inside, rows: n, result: coefficients[key]! },
      eligible: inside >= least && (!shares || n * Math.min(share, 1 - share) >= EXPECTED)
    }));
  });
  const tested = found.flat().filter(({ eligible }) => eligible);
  const adjusted = benjaminiHochberg(tested.map(({ result }) => result.p));
  const q = new Map(tested.map((one, i) => [one, adjusted[i]!]));
  return {
    ...{ kind: 'composed', refused: null, references, people, rows, tested: tested.length },
    outcomes: found.map((all) => all.map((one) => (q.has(one) ? { ...one, adjusted: q.get(one)! } : one)))
  };

  /** The first term that cannot be told from those before it. */
  function guilty(): string {
    for (let count = 1; count <= terms.length; count++) {
      try {
        fitsWith(dummies.slice(0, count).flat());
      } catch {
        return terms[count - 1]!.name;
      }
    }
    return terms.at(-1)!.name;
  }
}
