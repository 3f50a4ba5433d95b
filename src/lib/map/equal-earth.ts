import type { Feature, FeatureCollection, MultiLineString, MultiPolygon, Point, Position } from 'geojson';
import { linesOf, polygonsOf, shapesOf, type Division, type Plane, type PlaceShape, type World } from './world.ts';

/*
 * MapLibre draws Mercator, in which areas are not comparable. So the plane is laid on Mercator's square world, as wide as
 * the square and centred in its height, and every point is written as the longitude and latitude that Mercator puts
 * there. They have nothing to do with where a place is, and no other file knows of them.
 */

/** A longitude and latitude, in degrees, that mean only a place on Mercator's square. */
export type FakePosition = [longitude: number, latitude: number];

/** Where MapLibre looks at, and how closely: at zoom z the square is 512 · 2^z px wide. */
export interface Camera {
  readonly center: FakePosition;
  readonly zoom: number;
}

/** Pixels of the square at zoom 0. */
const square = 512;

/** Beyond this the fine geometry shows its corners. */
export const closestZoom = 6;

/** The fake position of a point in units of the plane. */
export function fakePosition(plane: Plane, [x = 0, y = 0]: Position | PlaceShape['anchor']): FakePosition {
  return onSquare(x / plane.width, 0.5 + (y - plane.height / 2) / plane.width);
}

/** The point, in units of the plane, of a fake position. */
export function planePoint(plane: Plane, position: FakePosition): [number, number] {
  const [x, y] = ofSquare(position);
  return [x * plane.width, plane.height / 2 + (y - 0.5) * plane.width];
}

/** The camera that shows the whole plane in a picture of the given CSS pixels. */
export function wholePlane(plane: Plane, width: number, height: number): Camera {
  const zoom = Math.log2(Math.max(1, Math.min(width, (height * plane.width) / plane.height)) / square);
  return { center: onSquare(0.5, 0.5), zoom };
}

/** The camera nearest to the wanted one that shows nothing beyond the plane, as far as its shape allows. */
export function keptInside(plane: Plane, width: number, height: number, { center, zoom }: Camera): Camera {
  const kept = Math.min(Math.max(zoom, wholePlane(plane, width, height).zoom), closestZoom);
  const shown = square * 2 ** kept;
  const [x, y] = ofSquare(center);
  return {
    center: onSquare(within(x, 1, width / shown), within(y, plane.height / plane.width, height / shown)),
    zoom: kept
  };
}

/** The nearest middle of a window of `size` that stays inside the middle `length` of the square. */
function within(middle: number, length: number, size: number): number {
  const slack = Math.max(0, (length - size) / 2);
  return Math.min(Math.max(middle, 0.5 - slack), 0.5 + slack);
}

function onSquare(x: number, y: number): FakePosition {
  return [x * 360 - 180, (Math.atan(Math.sinh(Math.PI * (1 - 2 * y))) * 180) / Math.PI];
}

function ofSquare([longitude, latitude]: FakePosition): [number, number] {
  const y = 0.5 - Math.asinh(Math.tan((latitude * Math.PI) / 180)) / (2 * Math.PI);
  return [(longitude + 180) / 360, y];
}

/** The fake positions of everything that MapLibre draws of a level; features carry the shape's `id`. */
export function fakeGeometry(world: World, level: Division) {
  const { plane } = world;
  const place = (point: Position) => fakePosition(plane, point);
  const shapes = shapesOf(world, level).filter(({ path }) => path !== '');
  return {
    shapes: collection(
      shapes.map(({ id, path }) =>
        feature<MultiPolygon>(id, {
          type: 'MultiPolygon',
          coordinates: polygonsOf(path).map((rings) => rings.map((ring) => ring.map(place)))
        })
      )
    ),
    dots: collection(
      shapesOf(world, level).map(({ id, anchor }) =>
        feature<Point>(id, { type: 'Point', coordinates: fakePosition(plane, anchor) })
      )
    ),
    borders: collection(
      (['borders', 'regionBorders'] as const).map((id) =>
        feature<MultiLineString>(id, {
          type: 'MultiLineString',
          coordinates: linesOf(world[id]).map((line) => line.map(place))
        })
      )
    )
  };
}

function feature<G extends MultiPolygon | Point | MultiLineString>(id: string, geometry: G): Feature<G> {
  return { type: 'Feature', properties: { id }, geometry };
}

function collection<G extends MultiPolygon | Point | MultiLineString>(features: Feature<G>[]): FeatureCollection<G> {
  return { type: 'FeatureCollection', features };
}
