/** The finaliser of MurmurHash3 (Austin Appleby, in the public domain): every bit of the input bears on every bit of what comes. */
function finish(bits: number): number {
  let h = bits;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}

/**
 * What chance gives under a seed to something that two numbers name: an integer from 0 to 2³² − 1. It does not depend on
 * what else is drawn, so that a filter changes who is there and not what is drawn for them.
 */
export function mixed(seed: number, one: number, other: number): number {
  const started = finish((seed + 0x9e3779b9) | 0);
  return finish(finish(started ^ one) ^ other) >>> 0;
}

/** A number from 0 up to but without `n`, made of what `mixed` gives; `n` is far below 2²¹. */
export function below(n: number, bits: number): number {
  return Math.floor((bits * n) / 2 ** 32);
}
