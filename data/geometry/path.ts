import type { Point, Polygon } from './plane.ts';

/** Polygons as the `d` of an SVG path with relative steps. */
export function polygonsPath(polygons: readonly Polygon[]): string {
  return polygons.flatMap(({ outer, holes }) => [outer, ...holes].map((ring) => `${linePath(ring)}z`)).join('');
}

/** Open lines as the `d` of an SVG path with relative steps. */
export function linesPath(lines: readonly Point[][]): string {
  return lines.map(linePath).join('');
}

function linePath(points: Point[]): string {
  let [x, y] = [0, 0];
  const steps = points.map((point) => {
    const step = `${numbers(point[0] - x, point[1] - y)}`;
    [x, y] = point;
    return step;
  });
  return `M${steps[0]}l${steps.slice(1).join(' ').replaceAll(' -', '-')}`;
}

function numbers(dx: number, dy: number): string {
  return `${dx}${dy < 0 ? '' : ' '}${dy}`;
}
