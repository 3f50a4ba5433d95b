import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import iso from 'i18n-iso-countries';
import { feature, mergeArcs } from 'topojson-client';
import { geoCentroid } from 'd3';
import type { MultiPolygon, Polygon } from 'geojson';
import type { SpecialRegion } from './regions.ts';
import type { GeometryCollection, MultiPolygon as Arcs, Topology } from 'topojson-specification';

/** Polygons by their arcs in the topology, for each ISO alpha-3 code; shared borders are shared arcs. */
export interface AtlasWorld {
  readonly topology: Topology;
  readonly countries: ReadonlyMap<string, Arcs>;
  /** Land that Natural Earth gives to no country; a region has it, no country does. */
  readonly disputed: readonly { readonly area: Arcs; readonly region: SpecialRegion }[];
}

type Properties = { name: string };
type Part = Arcs['arcs'][number];

const antarctica = '010';

/**
 * Features without a code, by Natural Earth's name, and the place of UN M49 to whose area they are counted. Kosovo has
 * a code in common use but none in ISO 3166.
 */
const uncoded: Record<string, string> = {
  Somaliland: 'SOM',
  'N. Cyprus': 'CYP',
  Kosovo: 'XKX',
  'Indian Ocean Ter.': 'CXR'
};

const disputedIn: Record<string, SpecialRegion> = { 'Siachen Glacier': 'Asia' };

/**
 * Parts far from their country that have a code of their own in M49 but none in Natural Earth: a part whose centre lies
 * in the box of longitudes and latitudes [west, south, east, north] belongs to `iso3`.
 */
const partsOf: Record<string, { iso3: string; box: [number, number, number, number] }[]> = {
  FRA: [
    { iso3: 'GUF', box: [-56, 1, -50, 7] },
    { iso3: 'MTQ', box: [-62, 14, -60, 15.2] },
    { iso3: 'GLP', box: [-62, 15.2, -60, 17] },
    { iso3: 'REU', box: [54, -23, 57, -20] },
    { iso3: 'MYT', box: [44, -14, 46, -11] }
  ],
  NOR: [
    { iso3: 'SJM', box: [5, 74, 40, 82] },
    { iso3: 'SJM', box: [-10, 70, -7, 72] }
  ],
  NLD: [{ iso3: 'BES', box: [-70, 10, -60, 19] }],
  NZL: [{ iso3: 'TKL', box: [-174, -11, -170, -7] }],
  CXR: [{ iso3: 'CCK', box: [95, -14, 99, -10] }]
};

/**
 * Reads Natural Earth's world at 1:50 million, in its own point of view: land lies in the country that controls it. Its
 * coarser world is not read: there Gaza lies in Israel and the Golan in Syria. Every feature has a code but Antarctica,
 * which is left out.
 */
export function readWorld(): AtlasWorld {
  const path = createRequire(import.meta.url).resolve('world-atlas/countries-50m.json');
  const topology = absolute(JSON.parse(readFileSync(path, 'utf8')));
  const { geometries } = topology.objects.countries as GeometryCollection<Properties>;
  const found = new Map<string, Part[][]>();
  const disputed: { area: Arcs; region: SpecialRegion }[] = [];
  for (const geometry of geometries) {
    if (geometry.id === antarctica) continue;
    if (geometry.type !== 'Polygon' && geometry.type !== 'MultiPolygon') continue;
    const name = geometry.properties?.name ?? '';
    const parts = geometry.type === 'Polygon' ? [geometry.arcs] : geometry.arcs;
    const region = disputedIn[name];
    if (region) {
      disputed.push({ area: { type: 'MultiPolygon', arcs: parts }, region });
      continue;
    }
    const code = iso.numericToAlpha3(String(geometry.id ?? '')) ?? uncoded[name];
    if (!code) throw new Error(`No country code for ${name} (${geometry.id})`);
    for (const [iso3, group] of byCode(topology, code, parts)) {
      found.set(iso3, [...(found.get(iso3) ?? []), group]);
    }
  }
  const codes = [...found.keys()].sort();
  const countries = new Map(codes.map((code) => [code, merge(topology, found.get(code) ?? [])]));
  return { topology, countries, disputed };
}

/** The union of several areas of a topology; borders between them vanish. */
export function mergeAreas(topology: Topology, areas: readonly Arcs[]): Arcs {
  return mergeArcs(topology, [...areas]) as Arcs;
}

function merge(topology: Topology, groups: Part[][]): Arcs {
  const areas = groups.map((arcs): Arcs => ({ type: 'MultiPolygon', arcs }));
  return areas.length === 1 && areas[0] ? areas[0] : mergeAreas(topology, areas);
}

function byCode(topology: Topology, code: string, parts: Part[]): Map<string, Part[]> {
  const groups = new Map<string, Part[]>();
  for (const part of parts) {
    const [longitude, latitude] = geoCentroid(feature(topology, { type: 'Polygon', arcs: part }));
    const own = partsOf[code]?.find(
      ({ box: [west, south, east, north] }) =>
        longitude >= west && longitude <= east && latitude >= south && latitude <= north
    );
    const iso3 = own?.iso3 ?? code;
    groups.set(iso3, [...(groups.get(iso3) ?? []), part]);
  }
  return groups;
}

/** The shape of an area in longitudes and latitudes. */
export function shapeOf(topology: Topology, area: Arcs): MultiPolygon | Polygon {
  return feature(topology, area).geometry as MultiPolygon | Polygon;
}

/** The same topology with arcs as longitudes and latitudes instead of steps on a grid. */
function absolute(topology: Topology): Topology {
  const { transform, ...rest } = topology;
  if (!transform) return topology;
  const { scale, translate } = transform;
  const arcs = topology.arcs.map((arc) => {
    let x = 0;
    let y = 0;
    return arc.map(([dx = 0, dy = 0]) => {
      x += dx;
      y += dy;
      return [x * scale[0] + translate[0], y * scale[1] + translate[1]];
    });
  });
  return { ...rest, arcs };
}
