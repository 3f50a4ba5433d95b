import { geoEqualEarth, geoStream, polygonArea, polygonContains } from 'd3';
import type { GeoPermissibleObjects, GeoProjection } from 'd3';
import type { Plane } from '../../src/lib/map/world.ts';

/** A point of the plane, in its units; y grows to the south. */
export type Point = [number, number];

/** An outer ring and its holes; rings are not closed by a repeated point. */
export interface Polygon {
  readonly outer: Point[];
  readonly holes: Point[][];
}

/** West to east the map is cut at 169° W, in the Bering Strait, so that no country of size lies on both edges. */
const centreLongitude = 11;
/** The map ends above Greenland and below Cape Horn; of land it leaves out Antarctica and the South Sandwich Islands. */
const [north, south] = [83.8, -56.2];

/** Draws the Earth in Equal Earth on a plane of the given width (Šavrič, Patterson and Jenny 2018). */
export interface PlaneProjection {
  readonly plane: Plane;
  readonly projection: GeoProjection;
}

/** The projection onto a plane `width` units wide, cut off at the latitudes where inhabited land ends. */
export function planeProjection(width: number): PlaneProjection {
  const projection = geoEqualEarth()
    .rotate([-centreLongitude, 0])
    .fitWidth(width, { type: 'Sphere' })
    .precision(width / 9600);
  const top = Math.floor(projection([centreLongitude, north])?.[1] ?? 0);
  const bottom = Math.ceil(projection([centreLongitude, south])?.[1] ?? 0);
  const [x, y] = projection.translate();
  projection.translate([x, y - top]);
  return { plane: { width, height: bottom - top }, projection };
}

/**
 * The polygons of a shape on the plane, rounded to its units, largest first. Those of less than `least` square units are
 * dropped, but never the largest; so are those that reach below the plane.
 */
export function planePolygons(shape: GeoPermissibleObjects, onPlane: PlaneProjection, least: number): Polygon[] {
  const { plane, projection } = onPlane;
  const rings = linesOf(shape, projection).map(tidied);
  const outers = rings
    .filter((ring) => area(ring) > 0 && ring.every(([, y]) => y <= plane.height))
    .sort((a, b) => area(b) - area(a));
  const kept = outers.filter((ring, rank) => rank === 0 || area(ring) >= least);
  const polygons = kept.map((outer): Polygon => ({ outer, holes: [] }));
  for (const hole of rings.filter((ring) => area(ring) <= -least)) {
    const holders = polygons.filter(({ outer }) =>
      hole.every((point) => polygonContains(outer, point) || has(outer, point))
    );
    holders.at(-1)?.holes.push(hole);
  }
  return polygons;
}

/** Open lines of a shape on the plane, rounded to its units. */
export function bordersOf(shape: GeoPermissibleObjects, { projection }: PlaneProjection): Point[][] {
  return linesOf(shape, projection)
    .map((line) => unrepeated(line))
    .filter((line) => line.length > 1);
}

/** Square units of a ring: positive for an outer ring, negative for a hole. */
export function area(ring: Point[]): number {
  return ring.length < 3 ? 0 : -polygonArea(ring);
}

function linesOf(shape: GeoPermissibleObjects, projection: GeoProjection): Point[][] {
  const lines: Point[][] = [];
  let line: Point[] = [];
  geoStream(
    shape,
    projection.stream({
      point: (x, y) => void line.push([Math.round(x), Math.round(y)]),
      lineStart: () => (line = []),
      lineEnd: () => void lines.push(line),
      polygonStart: () => {},
      polygonEnd: () => {},
      sphere: () => {}
    })
  );
  return lines;
}

/** A ring without repeated points and without points on the straight line between their neighbours. */
function tidied(ring: Point[]): Point[] {
  const points = unrepeated(ring);
  const first = points[0];
  const last = points.at(-1);
  if (first && last && first[0] === last[0] && first[1] === last[1]) points.pop();
  return points.filter((point, index) => {
    const [ax, ay] = points[(index + points.length - 1) % points.length] ?? point;
    const [bx, by] = points[(index + 1) % points.length] ?? point;
    return (point[0] - ax) * (by - point[1]) !== (point[1] - ay) * (bx - point[0]);
  });
}

function unrepeated(line: Point[]): Point[] {
  return line.filter(([x, y], index) => {
    const before = line[index - 1];
    return !before || before[0] !== x || before[1] !== y;
  });
}

function has(ring: Point[], [x, y]: Point): boolean {
  return ring.some((point) => point[0] === x && point[1] === y);
}
