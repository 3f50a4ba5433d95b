import { levelNoise } from './level-noise.ts';
import type { DesignView } from './view.ts';

/** The variance of a crossed effect over levels that stay as they are, and how far other people would move it. */
export interface FixedLevels {
  /** What the likelihood found, and the same less what it takes too little of chance for; this may be negative. */
  readonly value: number;
  readonly centre: number;
  /** As many levels alike, less one, as tell as much. */
  readonly levels: number;
  /** The variance that chance alone gives the levels' estimates. */
  readonly noise: number;
}

/** The levels of the crossed effect of that place, see `levelNoise`. */
export function fixedLevels(view: DesignView, crossed: number, clusterOf: Int32Array | null): FixedLevels {
  const { design, at, slope } = view;
  const place = design.nested.length + crossed;
  const value = at[place]!;
  const { trace, squares } = projected(view, crossed);
  const byLikelihood = Math.max(0, trace / squares - value);
  const noise = byLikelihood * levelNoise(view, crossed, clusterOf);
  const unbounded = value + (2 * slope.gradient[place]!) / squares;
  return { value, centre: unbounded + byLikelihood - noise, levels: trace ** 2 / squares, noise };
}

/** Halvings after which a limit is as near as numbers are. */
const HALVINGS = 60;

/**
 * How far other people would move the variance: its limits at `t` standard errors. Of J levels whose effects have the
 * variance v, J·(estimate + noise)/noise is a noncentral χ² with J degrees of freedom and noncentrality J·v/noise; its cube
 * root is nearly normal (Abdel-Aty 1954, Approximate formulae for the percentage points and the probability integral of the
 * non-central χ² distribution, Biometrika 41).
 */
export function limitsOfLevels({ centre, levels, noise }: FixedLevels, t: number): { low: number; high: number } {
  if (noise === 0) return { low: centre, high: centre };
  /** Standard errors by which what was found, the variance with the noise, lies above what is expected. */
  const above = (from: number, variance: number) => {
    const found = (levels * Math.max(0, from + noise)) / noise;
    const noncentral = (levels * variance) / noise;
    const h = (2 * (levels + 2 * noncentral)) / (9 * (levels + noncentral) ** 2);
    return (Math.cbrt(found / (levels + noncentral)) - (1 - h)) / Math.sqrt(h);
  };
  const where = (from: number, t: number) => {
    if (above(from, 0) <= t) return 0;
    let [below, beyond] = [0, Math.max(from, noise)];
    while (above(from, beyond) > t) beyond *= 2;
    for (let i = 0; i < HALVINGS; i++) {
      const half = (below + beyond) / 2;
      if (above(from, half) > t) below = half;
      else beyond = half;
    }
    return beyond;
  };
  // Less than nothing is taken for nothing, so that there is always some way up.
  return { low: where(centre, t), high: where(Math.max(0, centre), -t) };
}

/** The variance of what `FixedLevels` estimates. */
export const varianceOfLevels = ({ value, levels, noise }: FixedLevels) =>
  (2 * noise ** 2 + 4 * noise * value) / levels;

/** The trace of K(k)ᵀP·K(k), and the sum of its squares. */
function projected({ design, totals, solved, at }: DesignView, crossed: number): { trace: number; squares: number } {
  const { columns: c, offsets, nested } = design;
  const [from, end] = [offsets[crossed]!, offsets[crossed + 1]!];
  const variance = at[nested.length + crossed]!;
  let [trace, squares] = [0, 0];
  for (let i = from; i < end; i++) {
    const through = variance > 0 ? null : explained(i);
    for (let j = from; j < end; j++) {
      const entry = through
        ? totals.gram[i * (c + 1) + j]! - through[j]!
        : ((i === j ? 1 : 0) - solved.inverse[i * c + j]! / variance) / variance;
      squares += entry * entry;
      if (i === j) trace += entry;
    }
  }
  return { trace, squares };

  /** A row of G·inverse·G, G the gram matrix. */
  function explained(i: number): Float64Array {
    const half = new Float64Array(c);
    const row = new Float64Array(c);
    for (let k = 0; k < c; k++) {
      const value = totals.gram[i * (c + 1) + k]!;
      if (value !== 0) for (let j = 0; j < c; j++) half[j]! += value * solved.inverse[k * c + j]!;
    }
    for (let k = 0; k < c; k++) {
      const value = half[k]!;
      if (value !== 0) for (let j = from; j < end; j++) row[j]! += value * totals.gram[k * (c + 1) + j]!;
    }
    return row;
  }
}
