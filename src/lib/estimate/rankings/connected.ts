/**
 * The largest set of items that lead to one another, directly or through others, in order; of several the one with the
 * first item. `leads(i, j)` says whether a step leads from i to j; it is not asked about an item and itself.
 */
export function connected(items: number, leads: (i: number, j: number) => boolean): number[] {
  const left = new Set(Array.from({ length: items }, (_, i) => i));
  let largest: number[] = [];
  while (left.size > largest.length) {
    const [first] = left as Set<number> & Iterable<number>;
    const down = reached(items, first!, leads);
    const up = reached(items, first!, (i, j) => leads(j, i));
    const both = [...down].filter((item) => up.has(item)).sort((a, b) => a - b);
    if (both.length > largest.length) largest = both;
    for (const item of both) left.delete(item);
  }
  return largest;
}

/** The items that steps lead to from one, itself among them. */
export function reached(items: number, from: number, leads: (i: number, j: number) => boolean): Set<number> {
  const found = new Set([from]);
  for (const i of found) {
    for (let j = 0; j < items && found.size < items; j++) if (!found.has(j) && leads(i, j)) found.add(j);
  }
  return found;
}
