import { describe, expect, test } from 'vitest';
import { linesPath, polygonsPath } from '../../../data/geometry/path.ts';
import { linesOf, polygonsOf } from '../../../src/lib/map/world.ts';
import type { Point } from '../../../data/geometry/plane.ts';

describe('paths', () => {
  const outer: Point[] = [
    [10, 10],
    [30, 10],
    [30, 25],
    [10, 30]
  ];
  const hole: Point[] = [
    [15, 15],
    [15, 20],
    [20, 20]
  ];
  const island: Point[] = [
    [40, 5],
    [42, 5],
    [41, 8]
  ];
  const closed = (ring: Point[]) => [...ring, ring[0]];

  test('keep polygons with their holes', () => {
    const path = polygonsPath([
      { outer, holes: [hole] },
      { outer: island, holes: [] }
    ]);
    expect(path).toBe('M10 10l20 0 0 15-20 5zM15 15l0 5 5 0zM40 5l2 0-1 3z');
    expect(polygonsOf(path)).toEqual([[closed(outer), closed(hole)], [closed(island)]]);
  });

  test('keep open lines', () => {
    expect(linesOf(linesPath([outer, island]))).toEqual([outer, island]);
    expect(linesOf('')).toEqual([]);
    expect(polygonsOf('')).toEqual([]);
  });
});
