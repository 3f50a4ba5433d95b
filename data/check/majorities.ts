import { fitByLeastSquares } from './least-squares.ts';

/** How often each of a list of things was put above each other; ties once in each direction where they count. */
export type Directed = readonly (readonly number[])[];

/** What follows from who beats whom. */
export interface Majorities {
  /** How many others each beats, by its place in the list. */
  readonly beaten: readonly number[];
  /** Pairs of places of which neither beats the other. */
  readonly draws: readonly (readonly [number, number])[];
  /** Three of which the first beats the second, the second the third, and the third the first. */
  readonly cyclic: number;
  readonly triples: number;
}

/** Who beats whom when `lead(a, b)` above 0 means that a does, and below 0 that b does. */
export function majorities(count: number, lead: (a: number, b: number) => number): Majorities {
  const places = Array.from({ length: count }, (_, place) => place);
  const beats = (a: number, b: number): boolean => lead(a, b) > 0;
  const draws: [number, number][] = [];
  let [cyclic, triples] = [0, 0];
  for (const a of places) {
    for (const b of places.slice(a + 1)) {
      if (!beats(a, b) && !beats(b, a)) draws.push([a, b]);
      for (const c of places.slice(b + 1)) {
        triples += 1;
        if ((beats(a, b) && beats(b, c) && beats(c, a)) || (beats(b, a) && beats(c, b) && beats(a, c))) cyclic += 1;
      }
    }
  }
  return {
    beaten: places.map((a) => places.filter((b) => b !== a && beats(a, b)).length),
    draws,
    cyclic,
    triples
  };
}

/** Pairs whose share of directed comparisons lies within 1.96 standard errors of a half, were comparisons independent. */
export function undecided(counts: Directed): number {
  const apart = counts.flatMap((row, a) =>
    row.slice(a + 1).map((forth, index) => {
      const back = counts[a + 1 + index]?.[a] ?? 0;
      return Math.abs(forth - back) / Math.sqrt(forth + back);
    })
  );
  return apart.filter((errors) => errors < 1.959964).length;
}

/** The smallest share of directed comparisons that one of the list has against any other. */
export function leastShare(counts: Directed, a: number): number {
  const shares = (counts[a] ?? []).flatMap((forth, b) => {
    const back = counts[b]?.[a] ?? 0;
    return a === b || forth + back === 0 ? [] : [forth / (forth + back)];
  });
  return Math.min(...shares);
}

/** A difference between two of a list, and how much it weighs. */
export interface Flow {
  readonly a: number;
  readonly b: number;
  readonly value: number;
  readonly weight: number;
}

/**
 * Share of the weighted sum of squares of flows that no order explains: what is left when each flow is made the
 * difference of two potentials by least squares. Jiang, X. et al. (2011), Statistical ranking and combinatorial Hodge
 * theory. NaN where the flows do not hang together.
 */
export function cyclicShare(flows: readonly Flow[]): number {
  const names = [...new Set(flows.flatMap(({ a, b }) => [a, b]))];
  // The potential of the first is 0: only differences matter.
  const column = (name: number): number => names.indexOf(name) - 1;
  const design = flows.map(({ a, b, weight }) => {
    const row = new Float64Array(Math.max(names.length - 1, 0));
    if (column(a) >= 0) row[column(a)] = Math.sqrt(weight);
    if (column(b) >= 0) row[column(b)] = -Math.sqrt(weight);
    return row;
  });
  const values = flows.map(({ value, weight }) => Math.sqrt(weight) * value);
  try {
    const potentials = fitByLeastSquares(design, [values])[0]?.coefficients ?? [];
    const left = design.map((row, flow) =>
      row.reduce((rest, part, index) => rest - part * (potentials[index] ?? 0), values[flow] ?? 0)
    );
    return squares(left) / squares(values);
  } catch (error) {
    if (error instanceof RangeError) return NaN;
    throw error;
  }
}

const squares = (values: readonly number[]): number => values.reduce((sum, value) => sum + value * value, 0);
