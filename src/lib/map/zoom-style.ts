import type { FilterSpecification, StyleSpecification } from 'maplibre-gl';
import type { MapColours, Rgba } from './colours.ts';
import { closestZoom, fakeGeometry } from './equal-earth.ts';
import type { Level, World } from './world.ts';

/** Pixels of the hatch image for each CSS pixel. */
export const hatchRatio = 2;

/** The style's layers that take a colour of the theme, by paint property. */
export const themed = [
  ['borders', 'line-color', 'border'],
  ['pointed', 'line-color', 'ink'],
  ['dots', 'circle-stroke-color', 'ink']
] as const satisfies readonly (readonly [string, string, keyof MapColours])[];

/**
 * A MapLibre style that asks for nothing: geometry within, no glyphs, sprites or tiles. Fill colours are feature states,
 * so that a repaint keeps the geometry.
 */
export function zoomStyle(world: World, level: Level): StyleSpecification {
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
      { id: 'hatched', type: 'fill', source: 'shapes', filter: only([]) },
      {
        id: 'borders',
        type: 'line',
        source: 'borders',
        paint: { 'line-width': level === 'regions' ? ['match', ['get', 'id'], 'regionBorders', 1.5, 0.6] : 0.8 }
      },
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
        filter: only([]),
        paint: {
          'circle-color': ['to-color', ['feature-state', 'fill'], none],
          'circle-radius': ['interpolate', ['linear'], ['zoom'], -1, 2.5, 1.2, 4.5],
          'circle-stroke-width': ['case', ['boolean', ['feature-state', 'pointed'], false], 2.5, 1]
        }
      }
    ]
  };
}

/** A filter that keeps the shapes of some ids. */
export function only(ids: readonly string[]): FilterSpecification {
  return ['in', ['get', 'id'], ['literal', [...ids]]];
}

/** The hatch for "nobody": lines at 45 degrees, 5 CSS pixels apart, on the colour of land. */
export function hatchImage({ land, hatch }: MapColours): { width: number; height: number; data: Uint8ClampedArray } {
  const size = 7 * hatchRatio;
  const line = 1.2 * Math.SQRT2 * hatchRatio;
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
