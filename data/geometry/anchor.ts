import { polygonContains } from 'd3';
import type { Point, Polygon } from './plane.ts';

const cells = 24;
const rounds = 4;

/**
 * The point of a polygon that is furthest from its edges, to about a thousandth of its size, in whole units: a grid over
 * the polygon, then finer grids about the best point. Falls back to the first corner of a polygon thinner than a unit.
 */
export function anchorOf({ outer, holes }: Polygon): Point {
  const rings = [outer, ...holes];
  const xs = outer.map(([x]) => x);
  const ys = outer.map(([, y]) => y);
  let best: Point = outer[0] ?? [0, 0];
  let reach = 0;
  let centre: Point = [(Math.min(...xs) + Math.max(...xs)) / 2, (Math.min(...ys) + Math.max(...ys)) / 2];
  let [width, height] = [Math.max(...xs) - Math.min(...xs), Math.max(...ys) - Math.min(...ys)];
  for (let round = 0; round < rounds; round++) {
    for (let row = 0; row <= cells; row++) {
      for (let column = 0; column <= cells; column++) {
        const point: Point = [centre[0] + width * (column / cells - 0.5), centre[1] + height * (row / cells - 0.5)];
        const distance = distanceTo(rings, point, reach);
        if (distance <= reach || !polygonContains(outer, point)) continue;
        if (holes.some((hole) => polygonContains(hole, point))) continue;
        [best, reach] = [point, distance];
      }
    }
    centre = best;
    width /= cells / 3;
    height /= cells / 3;
  }
  return [Math.round(best[0]), Math.round(best[1])];
}

/** Squared distance from a point to the nearest edge; stops looking once it is no more than `enough`. */
function distanceTo(rings: readonly Point[][], [x, y]: Point, enough: number): number {
  let least = Infinity;
  for (const ring of rings) {
    let [ax, ay] = ring.at(-1) ?? [0, 0];
    for (const [bx, by] of ring) {
      const length = (bx - ax) ** 2 + (by - ay) ** 2;
      const along = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / length));
      least = Math.min(least, (x - ax - along * (bx - ax)) ** 2 + (y - ay - along * (by - ay)) ** 2);
      if (least <= enough) return least;
      [ax, ay] = [bx, by];
    }
  }
  return least;
}
