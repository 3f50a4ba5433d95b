import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { geoArea } from 'd3';
import type { Position } from 'geojson';
import { mesh } from 'topojson-client';
import type { GeometryCollection, MultiPolygon } from 'topojson-specification';
import { bordersNote, worldFiles } from '../../src/lib/map/world.ts';
import type { CountryShape, RegionShape, World } from '../../src/lib/map/world.ts';
import { anchorOf } from './anchor.ts';
import { linesPath, polygonsPath } from './path.ts';
import { bordersOf, planeProjection, planePolygons } from './plane.ts';
import type { Point, Polygon } from './plane.ts';
import { m49Places, specialRegion, specialRegions } from './regions.ts';
import type { SpecialRegion } from './regions.ts';
import { simplify } from './simplify.ts';
import { mergeAreas, readWorld, shapeOf } from './world-atlas.ts';

const source = `Made with Natural Earth (public domain), through world-atlas 2.0.2, at 1:50 million. ${bordersNote}`;

/**
 * How each file is drawn: width of the plane in units; the least triangle of three points and the least island, in
 * square pixels of a map 960 px wide. Both are drawn from the same shapes, so that land lies in the same country on both.
 */
export const drawings = {
  page: { width: 9600, triangle: 1, island: 0.5 },
  detail: { width: 28800, triangle: 0.012, island: 0.02 }
} as const satisfies Record<string, { width: number; triangle: number; island: number }>;

/** A country of fewer square kilometres, some 25 square pixels of a map 960 px wide, is drawn as a dot. */
const smallBelow = 33_000;
const earthRadius = 6371;

/** Places of M49 that have no shape, or that have no single shape; longitude and latitude. */
const positions: Record<string, [number, number]> = {
  BVT: [3.4, -54.4],
  GIB: [-5.35, 36.14],
  TUV: [179.2, -8.52],
  UMI: [166.63, 19.3]
};

/** Labels of regions whose widest part is not where a reader looks for them; longitude and latitude. */
const labelled: Partial<Record<SpecialRegion, [number, number]>> = {
  Europe: [20, 50],
  'Northern America': [-103, 57]
};

/** Gaza, the West Bank and the Golan are small and their borders matter: no point of them is left out. West, south, east, north. */
const exact = { box: [34, 31, 36, 33.5], country: 'PSE' } as const;

const isExact = ([longitude = 0, latitude = 0]: Position) =>
  longitude >= exact.box[0] && latitude >= exact.box[1] && longitude <= exact.box[2] && latitude <= exact.box[3];

type Drawing = (typeof drawings)[keyof typeof drawings];
type Outline = { polygons: Polygon[]; anchor?: Point };

const nothing: Outline = { polygons: [] };

/** Draws all countries and PRISM's regions for one file. Throws for a country without a shape or a position. */
export function drawWorld(drawing: Drawing): World {
  const onPlane = planeProjection(drawing.width);
  const unit = (drawing.width / 960) ** 2;
  const { topology, countries, disputed } = readWorld();
  const drawn = simplify(topology, (point) => onPlane.projection(point), drawing.triangle * unit, isExact);
  const outline = (area: MultiPolygon, island: number = drawing.island): Outline => {
    const polygons = planePolygons(shapeOf(drawn, area), onPlane, island * unit);
    return polygons[0] ? { polygons, anchor: anchorOf(polygons[0]) } : nothing;
  };
  const unseen = unseenPositions(drawing.width);
  const isSmall = smallness();

  const countryShapes = m49Places.map((place): CountryShape => {
    const own = countries.get(place.iso3);
    const { polygons, anchor } = own ? outline(own, place.iso3 === exact.country ? 0 : undefined) : nothing;
    return {
      id: place.iso3,
      name: place.name,
      subregion: place.subregion,
      region: place.region,
      special_region: specialRegion(place),
      small: isSmall(place.iso3),
      anchor: anchor ?? unseen(place.iso3),
      path: polygonsPath(polygons)
    };
  });

  const regionShapes = specialRegions.map((name): RegionShape => {
    const members = m49Places.filter((place) => specialRegion(place) === name).map(({ iso3 }) => iso3);
    const areas = members.flatMap((iso3) => countries.get(iso3) ?? []);
    const more = disputed.filter(({ region }) => region === name).map(({ area }) => area);
    const { polygons, anchor: widest } = outline(mergeAreas(drawn, [...areas, ...more]));
    const anchor = labelled[name] ? rounded(onPlane.projection(labelled[name])) : widest;
    if (!anchor) throw new Error(`No shape for ${name}`);
    return { id: name, name, countries: members, anchor, path: polygonsPath(polygons) };
  });

  const regionOf = new Map<object | undefined, string>(
    m49Places.map((place) => [countries.get(place.iso3), specialRegion(place)])
  );
  const all: GeometryCollection = { type: 'GeometryCollection', geometries: [...countries.values()] };
  const bordersIf = (wanted: (sameRegion: boolean) => boolean): string => {
    const lines = mesh(drawn, all, (one, other) => one !== other && wanted(regionOf.get(one) === regionOf.get(other)));
    return linesPath(bordersOf(lines, onPlane));
  };
  return {
    source,
    plane: onPlane.plane,
    countries: countryShapes,
    regions: regionShapes,
    borders: bordersIf((sameRegion) => sameRegion),
    regionBorders: bordersIf((sameRegion) => !sameRegion)
  };
}

function rounded(point: [number, number] | null): Point | undefined {
  return point ? [Math.round(point[0]), Math.round(point[1])] : undefined;
}

/** Whether a country is too small to be seen: the same answer for both files. */
function smallness(): (iso3: string) => boolean {
  const { topology, countries } = readWorld();
  return (iso3) => {
    const shape = countries.get(iso3);
    const size = shape ? geoArea(shapeOf(topology, shape)) * earthRadius ** 2 : 0;
    return size < smallBelow;
  };
}

/** Where a country lies of which a file shows nothing: in the shapes as they are, or in the table of positions. */
function unseenPositions(width: number): (iso3: string) => Point {
  const { topology, countries } = readWorld();
  const fine = planeProjection(width * 10);
  return (iso3) => {
    const shape = countries.get(iso3);
    const largest = shape && planePolygons(shapeOf(topology, shape), fine, 0)[0];
    const place = largest ? anchorOf(largest) : positions[iso3] && fine.projection(positions[iso3]);
    if (!place) throw new Error(`No shape and no position for ${iso3}`);
    return [Math.round(place[0] / 10), Math.round(place[1] / 10)];
  };
}

/** Short hash of all that shapes are made by: the files of this folder, and the version of the shapes they start from. */
export function geometryForm(): string {
  const folder = dirname(fileURLToPath(import.meta.url));
  const atlas = createRequire(import.meta.url).resolve('world-atlas/package.json');
  const hash = createHash('sha256').update(source).update(readFileSync(atlas));
  for (const name of readdirSync(folder).sort()) hash.update(name).update(readFileSync(join(folder, name)));
  return hash.digest('hex').slice(0, 10);
}

/** Whether a folder lacks the shapes, or holds those of an earlier version of the project. */
export function staleGeometry(folder: string): boolean {
  const form = geometryForm();
  return Object.values(worldFiles).some((name) => {
    const path = join(folder, name);
    return !existsSync(path) || (JSON.parse(readFileSync(path, 'utf8')) as World).form !== form;
  });
}

/**
 * Writes `world.json` and `world-detail.json` into a folder, which is made when it does not exist. The same packages
 * give the same bytes.
 */
export function buildGeometry(folder: string, log: (line: string) => void): void {
  mkdirSync(folder, { recursive: true });
  for (const [name, drawing] of Object.entries(drawings) as [keyof typeof drawings, Drawing][]) {
    const world: World = { form: geometryForm(), ...drawWorld(drawing) };
    const text = JSON.stringify(world);
    writeFileSync(join(folder, worldFiles[name]), text);
    log(`${worldFiles[name]}: ${world.countries.length} countries, ${Math.round(text.length / 1000)} kB`);
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) buildGeometry('static/geometry', console.log);
