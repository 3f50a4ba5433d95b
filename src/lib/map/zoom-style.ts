import type { FilterSpecification, StyleSpecification } from 'maplibre-gl';
import type { MapColours, Rgba } from './colours.ts';
import { closestZoom, fakeGeometry } from './equal-earth.ts';
import type { Division, World } from './world.ts';

/** Pixels of a pattern for each CSS pixel. */
export const patternRatio = 2;

/** A pattern as MapLibre takes it. */
export interface Pattern {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray;
}

/** The style's layers that take a colour of the theme, by paint property. */
export const themed = [
  ['borders', 'line-color', 'border'],
  ['outlined', 'line-color', 'muted'],
  ['pointed', 'line-color', 'ink'],
  ['dots', 'circle-stroke-color', 'ink']
] as const satisfies readonly (readonly [string, string, keyof MapColours])[];

/**
 * A MapLibre style that asks for nothing: geometry within, no glyphs, sprites or tiles. Fill colours are feature states,
 * so that a repaint keeps the geometry.
 */
export function zoomStyle(world: World, level: Division): StyleSpecification {
  const { shapes, dots, borders } = fakeGeometry(world, level);
  const geojson = { type: 'geojson', promoteId: 'id', maxzoom: closestZoom, tolerance: 0.2 } as const;
  const none = 'rgba(0, 0, 0, 0)';
  return {
    version: 8,
    sources: {
      shapes: { ...geojson, data: shapes },
      dots: { ...geojson, data: dots },
      borders: { ...geojson, data: borders }
    },
    layers: [
      {
        id: 'shapes',
        type: 'fill',
        source: 'shapes',
        paint: { 'fill-color': ['to-color', ['feature-state', 'fill'], none] }
      },
      { id: 'hatched', type: 'fill', source: 'shapes', filter: onlyLayer([]) },
      // Smoothed edges would be lines in the colour of the dashes.
      { id: 'dashed', type: 'fill', source: 'shapes', filter: onlyLayer([]), paint: { 'fill-antialias': false } },
      {
        id: 'borders',
        type: 'line',
        source: 'borders',
        paint: { 'line-width': level === 'regions' ? ['match', ['get', 'id'], 'regionBorders', 1.5, 0.6] : 0.8 }
      },
      { id: 'outlined', type: 'line', source: 'shapes', filter: onlyLayer([]), paint: { 'line-width': 0.8 } },
      {
        id: 'pointed',
        type: 'line',
        source: 'shapes',
        paint: { 'line-width': ['case', ['boolean', ['feature-state', 'pointed'], false], 1.5, 0] }
      },
      {
        id: 'dots',
        type: 'circle',
        source: 'dots',
        filter: onlyLayer([]),
        paint: {
          'circle-color': ['to-color', ['feature-state', 'fill'], none],
          'circle-radius': ['interpolate', ['linear'], ['zoom'], -1, 2.5, 1.2, 4.5],
          'circle-stroke-width': ['case', ['boolean', ['feature-state', 'pointed'], false], 2.5, 1]
        }
      },
      {
        id: 'dashedDots',
        type: 'symbol',
        source: 'dots',
        filter: onlyLayer([]),
        layout: { 'icon-allow-overlap': true, 'icon-ignore-placement': true }
      }
    ]
  };
}

/** A filter that keeps the shapes of some ids. */
export function onlyLayer(ids: readonly string[]): FilterSpecification {
  return ['in', ['get', 'id'], ['literal', [...ids]]];
}

/** The hatch for "nobody": lines at 45 degrees, 5 CSS pixels apart, on the colour of land. */
export function hatchImage({ land, hatch }: Pick<MapColours, 'land' | 'hatch'>): Pattern {
  const size = 7 * patternRatio;
  const line = 1.2 * Math.SQRT2 * patternRatio;
  const data = new Uint8ClampedArray(size * size * 4);
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      const fromLine = Math.abs(((row + column) % size) - size / 2) - line / 2;
      const share = Math.min(1, Math.max(0, 0.5 - fromLine));
      data.set(mixed(land, hatch, share), (row * size + column) * 4);
    }
  }
  return { width: size, height: size, data };
}

function mixed(one: Rgba, other: Rgba, share: number): number[] {
  return one.map((byte, index) => byte + ((other[index] ?? byte) - byte) * share);
}

/** The dashes for "below 0": short level lines on nothing, each row set off against the next. */
export function dashesImage(colour: Rgba): Pattern {
  const size = 10 * patternRatio;
  const [long, thick] = [5 * patternRatio, 1.5 * patternRatio];
  const data = new Uint8ClampedArray(size * size * 4);
  for (let row = 0; row < size; row++) {
    const half = Math.floor((2 * row) / size);
    const inside = row - (half * size) / 2 < thick;
    for (let column = 0; column < size; column++) {
      const along = (column + (half * size) / 2) % size;
      if (inside && along < long) data.set(colour, (row * size + column) * 4);
    }
  }
  return { width: size, height: size, data };
}

/** The dash on a dot for "below 0". */
export function dashImage(colour: Rgba): Pattern {
  const [width, height] = [4 * patternRatio, 1.5 * patternRatio];
  const data = new Uint8ClampedArray(width * height * 4);
  for (let at = 0; at < data.length; at += 4) data.set(colour, at);
  return { width, height, data };
}
