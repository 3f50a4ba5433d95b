/** Chance that is the same on every machine for the same seed: 32-bit integer arithmetic and exact divisions only. */
export interface Seeded {
  /** The next 32 random bits, 0 to 2³² − 1. */
  bits(): number;
  /** A number at least 0 and under 1, a multiple of 2⁻⁵³. */
  uniform(): number;
  /** An integer from 0 to n − 1, all equally likely; n from 1 to 2³². */
  integer(n: number): number;
  /** How many of n independent trials succeed, each with probability p. Takes n steps. */
  binomial(n: number, p: number): number;
  /**
   * Takes Σcounts items with replacement from a bag that holds `counts[k]` items of kind k, and returns how many of each
   * kind were taken, in Σcounts steps.
   */
  resample(counts: readonly number[]): number[];
}

/**
 * A small generator started from an integer seed: sfc32 (Chris Doty-Humphrey, PractRand), its state filled by splitmix32
 * and the first 12 outputs thrown away. Throws a RangeError for a seed that is no integer from 0 to 2³² − 1.
 */
export function seeded(seed: number): Seeded {
  if (!Number.isInteger(seed) || seed < 0 || seed >= 2 ** 32) throw new RangeError(`Not a 32-bit seed: ${seed}`);
  let mixed = seed | 0;
  const mix = (): number => {
    mixed = (mixed + 0x9e3779b9) | 0;
    let z = mixed ^ (mixed >>> 16);
    z = Math.imul(z, 0x21f0aaad);
    z ^= z >>> 15;
    z = Math.imul(z, 0x735a2d97);
    return z ^ (z >>> 15);
  };
  // A typed array keeps the 32-bit state out of boxed numbers; with four variables a number takes twice as long.
  const state = Int32Array.of(mix(), mix(), mix(), 1);

  function bits(): number {
    const b = state[1]!;
    const c = state[2]!;
    const result = (state[0]! + b + state[3]!) | 0;
    state[0] = b ^ (b >>> 9);
    state[1] = (c + (c << 3)) | 0;
    state[2] = (((c << 21) | (c >>> 11)) + result) | 0;
    state[3] = state[3]! + 1;
    return result >>> 0;
  }
  for (let i = 0; i < 12; i++) bits();

  function uniform(): number {
    const high = bits() >>> 5;
    return (high * 2 ** 26 + (bits() >>> 6)) / 2 ** 53;
  }

  function integer(n: number): number {
    if (!Number.isInteger(n) || n < 1 || n > 2 ** 32) throw new RangeError(`Cannot choose from ${n} integers`);
    if (n === 1) return 0;
    // The fewest leading bits that can hold n − 1; values from n on are left out, so none is more likely.
    const shift = Math.clz32(n - 1);
    for (;;) {
      const found = bits() >>> shift;
      if (found < n) return found;
    }
  }

  function binomial(n: number, p: number): number {
    let successes = 0;
    for (let i = 0; i < n; i++) if (uniform() < p) successes++;
    return successes;
  }

  function resample(counts: readonly number[]): number[] {
    const taken = counts.map(() => 0);
    const total = counts.reduce((sum, count) => sum + count, 0);
    for (let i = 0; i < total; i++) {
      let place = integer(total);
      let kind = 0;
      while (place >= counts[kind]!) place -= counts[kind++]!;
      taken[kind]!++;
    }
    return taken;
  }

  return { bits, uniform, integer, binomial, resample };
}
