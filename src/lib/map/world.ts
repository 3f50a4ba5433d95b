import type { Feature, MultiPolygon, Position } from 'geojson';

/**
 * The plane on which the world is drawn, in Equal Earth: x from the left edge, y from the top, in units of which `width`
 * make the whole map. The centre of the map is 11° E. North America and Russia meet in the Bering Strait, at its edges.
 */
export interface Plane {
  readonly width: number;
  readonly height: number;
}

/** Something that can be coloured. */
export interface PlaceShape {
  /** ISO 3166 alpha-3 code of a country; PRISM's `special_region` of a region. */
  readonly id: string;
  readonly name: string;
  /**
   * The outline in units of the plane, as the `d` of an SVG path: `M`, relative `l`, `z`, whole numbers, holes after
   * their outer ring and turning the other way. Empty where the scale has no shape: draw a dot at `anchor`.
   */
  readonly path: string;
  /** The place for a label or dot: inside the largest part, as far from its edges as can be. */
  readonly anchor: readonly [x: number, y: number];
}

/** A country or area of UN M49. */
export interface CountryShape extends PlaceShape {
  readonly subregion: string;
  readonly region: string;
  /** The group that PRISM's `special_region` gives to people born here. */
  readonly special_region: string;
  /** Missing or too small to be seen on a whole map 960 px wide: draw a dot. */
  readonly small: boolean;
}

/** One of PRISM's `special_region` groups: all its countries, also those that nobody came from. */
export interface RegionShape extends PlaceShape {
  /** Codes of its countries. Every country lies in one region. */
  readonly countries: readonly string[];
}

/** What `static/geometry/world.json` and `world-detail.json` hold: the same shapes, more and less simplified. */
export interface World {
  /** How they were made, `geometryForm()` of the build: other code makes other shapes. */
  readonly form?: string;
  readonly source: string;
  readonly plane: Plane;
  readonly countries: readonly CountryShape[];
  readonly regions: readonly RegionShape[];
  /** Borders between countries of the same region, each once, as the `d` of an open SVG path. */
  readonly borders: string;
  /** Borders between countries of different regions, each once. */
  readonly regionBorders: string;
}

/** Whether a file holds shapes of the world, as far as drawing them needs. */
export function isWorld(value: unknown): value is World {
  const { plane, countries, regions, borders, regionBorders } = (value ?? {}) as Partial<World>;
  const drawn = (shapes: readonly PlaceShape[] | undefined) =>
    Array.isArray(shapes) &&
    shapes.length > 0 &&
    shapes.every(({ id, path, anchor }) => typeof id === 'string' && typeof path === 'string' && anchor?.length === 2);
  return (
    Number(plane?.width) > 0 &&
    Number(plane?.height) > 0 &&
    drawn(countries) &&
    drawn(regions) &&
    typeof borders === 'string' &&
    typeof regionBorders === 'string'
  );
}

/** What the map is divided into. */
export type Division = 'countries' | 'regions';

/** Names of the geometry's files, below the folder that the build writes. */
export const worldFiles = { page: 'world.json', detail: 'world-detail.json' } as const;

/** A dot can be hit within a circle of this many CSS pixels across (WCAG 2.2, 2.5.8). */
export const dotTarget = 24;

/** What the small print of every map of regions has to say. */
export const regionsNote =
  'A region’s colour speaks of the people who took part. Countries of the region that none of them is from are hatched.';

/** What the small print of every map has to say: whose borders it shows. */
export const bordersNote =
  'Borders are those of Natural Earth, which follow who controls the land, not who claims it; Methods names disputed places. They imply no opinion.';

/** Where that matters most: what every map shows of land that several claim. */
export const disputedNote =
  'Crimea is drawn with Russia, the Golan Heights with Israel and most of Western Sahara with Morocco; Kashmir is parted along the line of control, and the Siachen Glacier belongs to nobody. Gaza and the West Bank are Palestine; Kosovo and Taiwan are drawn on their own, Northern Cyprus with Cyprus and Somaliland with Somalia.';

/** The shapes of one level. */
export function shapesOf(world: World, level: Division): readonly PlaceShape[] {
  return world[level];
}

/** Countries that need a dot on a whole map. Draw only those with people: the others lie on top of each other. */
export function smallCountries(world: World): CountryShape[] {
  return world.countries.filter(({ small }) => small);
}

/** The SVG transform that draws paths of the plane `width` px wide; give strokes `vector-effect: non-scaling-stroke`. */
export function planeTransform({ width: units }: Plane, width: number): string {
  return `scale(${Number((width / units).toPrecision(6))})`;
}

/** Pixels of a point of the plane on a map `width` px wide. */
export function pointOnMap({ width: units }: Plane, width: number, [x, y]: PlaceShape['anchor']): [number, number] {
  return [(x * width) / units, (y * width) / units];
}

/** The rings of a path in units of the plane, closed; each polygon is an outer ring and its holes. */
export function polygonsOf(path: string): Position[][][] {
  const polygons: Position[][][] = [];
  for (const ring of ringsOf(path)) {
    const holder = polygons.at(-1);
    if (holder && turns(ring) < 0) holder.push(ring);
    else polygons.push([ring]);
  }
  return polygons;
}

/** The lines of an open path in units of the plane. */
export function linesOf(path: string): Position[][] {
  return ringsOf(path);
}

/** A shape as GeoJSON in units of the plane (y to the south), for a projection that changes nothing. */
export function featureOf(shape: PlaceShape): Feature<MultiPolygon, { id: string; name: string }> {
  const { id, name, path } = shape;
  return {
    type: 'Feature',
    id,
    properties: { id, name },
    geometry: { type: 'MultiPolygon', coordinates: polygonsOf(path) }
  };
}

function ringsOf(path: string): Position[][] {
  return (path.match(/M[^M]+/g) ?? []).map((part) => {
    const numbers = (part.match(/-?\d+/g) ?? []).map(Number);
    const ring: Position[] = [];
    let [x, y] = [0, 0];
    for (let index = 0; index + 1 < numbers.length; index += 2) {
      x += numbers[index] ?? 0;
      y += numbers[index + 1] ?? 0;
      ring.push([x, y]);
    }
    if (part.endsWith('z') && ring[0]) ring.push(ring[0]);
    return ring;
  });
}

/** Positive for a ring that turns clockwise on the map. */
function turns(ring: Position[]): number {
  let sum = 0;
  ring.forEach(([x = 0, y = 0], index) => {
    const [nextX = 0, nextY = 0] = ring[(index + 1) % ring.length] ?? [];
    sum += x * nextY - nextX * y;
  });
  return sum;
}
