import { describe, expect, test } from 'vitest';
import { kinds } from '../../coverage/kinds/index.ts';
import { measure } from '../../coverage/measure.ts';
import { MOST, byChance, leastOf } from '../../coverage/required.ts';

/** Few studies, so that it takes seconds: coverage is known to within three points or so. `npm run reference` makes many. */
const RUNS = 400;
const SEED = 20261128;

describe.each(kinds.filter(({ cells }) => cells.some(({ quick }) => quick)))('$name', (kind) => {
  test.each(kind.cells.filter(({ quick }) => quick))('$people people, $says', { timeout: 120_000 }, (cell) => {
    const least = leastOf(kind, cell.people);
    const { coverage } = measure(cell, RUNS, SEED);
    expect(coverage).toBeGreaterThanOrEqual(least - byChance(least, RUNS));
    if (!kind.steps) expect(coverage).toBeLessThanOrEqual(MOST + byChance(MOST, RUNS, 2));
  });
});
