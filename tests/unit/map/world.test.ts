import { geoArea, polygonContains } from 'd3';
import { beforeAll, describe, expect, test } from 'vitest';
import { drawWorld, drawings } from '../../../data/geometry/build.ts';
import { planeProjection } from '../../../data/geometry/plane.ts';
import { m49Places } from '../../../data/geometry/regions.ts';
import { readWorld, shapeOf } from '../../../data/geometry/world-atlas.ts';
import published from '../../../data/published/countries.json' with { type: 'json' };
import { featureOf, linesOf, pointOnMap, polygonsOf, shapesOf, smallCountries } from '../../../src/lib/map/world.ts';
import type { PlaceShape, World } from '../../../src/lib/map/world.ts';

const named = published.countries.filter(({ country }) => country !== 'Prefer not to say');

function areaOf(ring: number[][]): number {
  return ring.reduce((sum, [x = 0, y = 0], index) => {
    const [nextX = 0, nextY = 0] = ring[(index + 1) % ring.length] ?? [];
    return sum + (x * nextY - nextX * y) / 2;
  }, 0);
}

function sizeOf({ path }: PlaceShape): number {
  return polygonsOf(path).reduce((sum, rings) => sum + rings.reduce((size, ring) => size + areaOf(ring), 0), 0);
}

describe.each([
  { name: 'page', bytes: 120_000, tolerance: 0.02 },
  { name: 'detail', bytes: 600_000, tolerance: 0.001 }
] as const)('world of the $name', ({ name, bytes, tolerance }) => {
  let world: World;
  let shapes: PlaceShape[];
  beforeAll(() => {
    world = drawWorld(drawings[name]);
    shapes = [...world.countries, ...world.regions];
  }, 60_000);

  const country = (id: string) => world.countries.find((shape) => shape.id === id)!;

  test('has all places of M49 once', () => {
    expect(world.countries.map(({ id }) => id)).toEqual(m49Places.map(({ iso3 }) => iso3));
    expect(new Set(m49Places.map(({ iso3 }) => iso3)).size).toBe(249);
  });

  test('shows every country of the published figures, in the groups that PRISM gives', () => {
    expect(named).toHaveLength(77);
    for (const row of named) {
      const shape = country(row.iso3);
      expect(shape, row.country).toMatchObject({
        subregion: row.subregion,
        region: row.region,
        special_region: row.special_region_if_born_here
      });
      expect(shape.path !== '' || shape.small, row.country).toBe(true);
    }
  });

  test('counts every country to one region, and draws a region as wide as its countries', () => {
    expect(world.regions.flatMap(({ countries }) => countries).sort()).toEqual(m49Places.map(({ iso3 }) => iso3));
    for (const region of world.regions) {
      const parts = region.countries.map(country);
      expect(new Set(parts.map(({ special_region }) => special_region))).toEqual(new Set([region.id]));
      const sum = parts.reduce((size, part) => size + sizeOf(part), 0);
      expect(sizeOf(region) / sum, region.id).toBeCloseTo(1, 1.7);
    }
  });

  test('draws no band across the map, and nothing outside it', () => {
    for (const { id, path } of shapes) {
      for (const ring of polygonsOf(path).flat()) {
        const xs = ring.map(([x = NaN]) => x);
        const ys = ring.map(([, y = NaN]) => y);
        expect(Math.max(...xs) - Math.min(...xs), id).toBeLessThan(world.plane.width * 0.45);
        expect(Math.min(...xs, ...ys), id).toBeGreaterThanOrEqual(0);
        expect(Math.max(...xs), id).toBeLessThanOrEqual(world.plane.width);
        expect(Math.max(...ys), id).toBeLessThanOrEqual(world.plane.height);
      }
    }
    for (const line of [...linesOf(world.borders), ...linesOf(world.regionBorders)]) {
      const xs = line.map(([x = NaN]) => x);
      expect(Math.max(...xs) - Math.min(...xs)).toBeLessThan(world.plane.width * 0.45);
    }
  });

  test('closes rings, turns holes the other way', () => {
    for (const { id, path } of shapes) {
      for (const [outer = [], ...holes] of polygonsOf(path)) {
        for (const ring of [outer, ...holes]) expect(ring.at(-1), id).toEqual(ring[0]);
        expect(areaOf(outer), id).toBeGreaterThan(0);
        for (const hole of holes) expect(areaOf(hole), id).toBeLessThan(0);
      }
    }
    expect(polygonsOf(country('ZAF').path)[0]).toHaveLength(2);
  });

  test('keeps areas in proportion', () => {
    const { topology, countries } = readWorld();
    const scale = (id: string) => sizeOf(country(id)) / geoArea(shapeOf(topology, countries.get(id)!));
    for (const id of ['BRA', 'COD', 'AUS', 'SAU', 'KAZ', 'DZA', 'SWE', 'FRA']) {
      expect(Math.abs(scale(id) / scale('IND') - 1), id).toBeLessThan(tolerance);
    }
  });

  test('puts labels and dots on land', () => {
    for (const shape of shapes) {
      const [x, y] = shape.anchor;
      expect(x > 0 && x < world.plane.width && y > 0 && y < world.plane.height, shape.id).toBe(true);
      const parts = polygonsOf(shape.path);
      const outers = parts.map(([outer = []]) => outer as [number, number][]);
      // Of an island of a few square units the rounded anchor may be a corner.
      if (sizeOf(shape) > 200)
        expect(
          outers.some((outer) => polygonContains(outer, [x, y])),
          shape.id
        ).toBe(true);
    }
  });

  test('gives overseas parts, unnamed features and doubled codes to their own place', () => {
    const spans = (id: string) =>
      featureOf(country(id))
        .geometry.coordinates.flat(2)
        .map(([x = 0]) => x);
    expect(Math.min(...spans('FRA')) / world.plane.width).toBeGreaterThan(0.45);
    expect(country('GUF')).toMatchObject({ special_region: 'Latin America and the Caribbean', small: false });
    expect(country('GUF').path).not.toBe('');
    expect(country('SJM').path).not.toBe('');
    expect(country('XKX')).toMatchObject({ subregion: 'Southern Europe', small: true });
    expect(sizeOf(country('SOM')) / sizeOf(country('KEN'))).toBeGreaterThan(1);
    expect(sizeOf(country('AUS')) / sizeOf(country('BRA'))).toBeGreaterThan(0.88);
    expect(world.countries.some(({ id }) => id === 'ATA')).toBe(false);
  });

  test('marks what cannot be seen', () => {
    const small = smallCountries(world).map(({ id }) => id);
    for (const id of ['SGP', 'MLT', 'BRB', 'BHR', 'MUS', 'HKG', 'MDV', 'AND', 'TON', 'ISR', 'LUX']) {
      expect(small).toContain(id);
    }
    for (const id of ['GBR', 'CHE', 'NLD', 'EST']) expect(small).not.toContain(id);
    for (const { path, small, id } of world.countries) if (path === '') expect(small, id).toBe(true);
  });

  test('is small', () => expect(Buffer.byteLength(JSON.stringify(world))).toBeLessThan(bytes));

  test('measures maps of any width', () => {
    expect(pointOnMap(world.plane, 960, [world.plane.width, world.plane.width / 2])).toEqual([960, 480]);
    expect(shapesOf(world, 'regions')).toBe(world.regions);
  });
});

/** Land that several claim, longitude and latitude, and where Natural Earth's own point of view has it. */
const disputed: Readonly<Record<string, readonly [longitude: number, latitude: number, country: string | null]>> = {
  Crimea: [34.3, 45.2, 'RUS'],
  'the north of Crimea': [34.1, 45.6, 'RUS'],
  Kherson: [33.5, 46.9, 'UKR'],
  Donetsk: [37.8, 48, 'UKR'],
  Gaza: [34.35, 31.4, 'PSE'],
  'the Negev': [34.8, 30.9, 'ISR'],
  'the Golan Heights': [35.78, 33, 'ISR'],
  Damascus: [36.3, 33.5, 'SYR'],
  'the West Bank, north': [35.25, 32.2, 'PSE'],
  'the West Bank, south': [35.1, 31.5, 'PSE'],
  Amman: [36, 31.9, 'JOR'],
  'Western Sahara, coast': [-13.2, 27.15, 'MAR'],
  'Western Sahara, inland': [-10.5, 26.2, 'ESH'],
  Srinagar: [74.8, 34.08, 'IND'],
  Gilgit: [74.3, 35.9, 'PAK'],
  'Aksai Chin': [79.5, 35.3, 'CHN'],
  'the Siachen Glacier': [77.1, 35.45, null],
  'Arunachal Pradesh': [94, 28, 'IND'],
  'Northern Cyprus': [33.3, 35.28, 'CYP'],
  Limassol: [33, 34.8, 'CYP'],
  Kosovo: [20.9, 42.6, 'XKX'],
  Belgrade: [20.5, 44.6, 'SRB'],
  Taiwan: [121, 23.7, 'TWN'],
  Somaliland: [44.5, 9.6, 'SOM'],
  Abkhazia: [41.2, 43, 'GEO']
};

describe.each(['page', 'detail'] as const)('whose borders the world of the %s shows', (name) => {
  let world: World;
  beforeAll(() => {
    world = drawWorld(drawings[name]);
  }, 60_000);

  test.each(Object.entries(disputed))('%s lies where Natural Earth has it', (_, [longitude, latitude, country]) => {
    const point = planeProjection(drawings[name].width).projection([longitude, latitude])!;
    const holds = ({ path }: PlaceShape) =>
      polygonsOf(path).some(([outer = [], ...holes]) => {
        const inside = (ring: unknown) => polygonContains(ring as [number, number][], point);
        return inside(outer) && !holes.some(inside);
      });
    expect(world.countries.filter(holds).map(({ id }) => id)).toEqual(country === null ? [] : [country]);
  });
});

test('is the same every time', () => {
  const [one, other] = [drawWorld(drawings.page), drawWorld(drawings.page)];
  expect(JSON.stringify(one)).toBe(JSON.stringify(other));
}, 60_000);
