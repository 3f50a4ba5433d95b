/**
 * A 32-bit seed for one purpose among many that share a seed: the same on every machine for the same numbers, and unlike
 * those of other numbers, so that what is added to a figure changes no chance of what stood there.
 */
export function seedFor(seed: number, ...purpose: readonly number[]): number {
  return purpose.reduce((mixed, part) => {
    let z = Math.imul(mixed ^ (part + 0x9e3779b9), 0x85ebca6b);
    z = Math.imul(z ^ (z >>> 13), 0xc2b2ae35);
    return (z ^ (z >>> 16)) >>> 0;
  }, seed >>> 0);
}
