import { describe, expect, test } from 'vitest';
import {
  closestZoom,
  fakeGeometry,
  fakePosition,
  keptInside,
  planePoint,
  wholePlane
} from '../../../src/lib/map/equal-earth.ts';
import type { World } from '../../../src/lib/map/world.ts';
import { zoomStyle } from '../../../src/lib/map/zoom-style.ts';

const plane = { width: 9600, height: 4153 };

describe('the plane on Mercator', () => {
  test('goes there and back', () => {
    for (let x = 0; x <= plane.width; x += 97) {
      for (let y = 0; y <= plane.height; y += 71) {
        const [backX, backY] = planePoint(plane, fakePosition(plane, [x, y]));
        expect(Math.abs(backX - x)).toBeLessThan(1e-6);
        expect(Math.abs(backY - y)).toBeLessThan(1e-6);
      }
    }
  });

  test('fills the width of the world, in the middle of its height', () => {
    expect(fakePosition(plane, [0, plane.height / 2])).toEqual([-180, 0]);
    expect(fakePosition(plane, [plane.width, plane.height / 2])).toEqual([180, 0]);
    const [, north] = fakePosition(plane, [0, 0]);
    const [, south] = fakePosition(plane, [0, plane.height]);
    expect(north).toBeCloseTo(-south, 9);
    expect(north).toBeLessThan(85);
  });
});

describe('the camera', () => {
  test('shows the whole plane in wide and in tall pictures', () => {
    expect(wholePlane(plane, 1024, 1024).zoom).toBeCloseTo(1, 9);
    expect(wholePlane(plane, 2000, (512 * plane.height) / plane.width).zoom).toBeCloseTo(0, 9);
    expect(wholePlane(plane, 0, 0).zoom).toBeGreaterThan(-10);
  });

  test('neither leaves the plane nor comes too close', () => {
    const whole = wholePlane(plane, 960, 415);
    expect(keptInside(plane, 960, 415, { center: [170, 80], zoom: -3 })).toEqual(whole);
    expect(keptInside(plane, 960, 415, { center: [0, 0], zoom: 20 }).zoom).toBe(closestZoom);
    const corner = keptInside(plane, 960, 415, { center: [180, 85], zoom: 3 });
    const [x, y] = planePoint(plane, corner.center);
    const unitsPerPixel = plane.width / (512 * 8);
    expect(x).toBeCloseTo(plane.width - 480 * unitsPerPixel, 6);
    expect(y).toBeCloseTo(207.5 * unitsPerPixel, 6);
  });
});

describe('what MapLibre draws', () => {
  const shape = (id: string, path: string) => ({
    id,
    name: id,
    path,
    anchor: [5, 5] as const,
    subregion: '',
    region: '',
    special_region: '',
    small: false
  });
  const world: World = {
    source: '',
    plane,
    countries: [shape('AAA', 'M0 0l10 0 0 10z'), shape('BBB', '')],
    regions: [],
    borders: 'M0 0l10 10',
    regionBorders: ''
  };

  test('has a shape for every path and a dot for every country', () => {
    const { shapes, dots } = fakeGeometry(world, 'countries');
    expect(shapes.features.map(({ properties }) => properties?.id)).toEqual(['AAA']);
    expect(dots.features.map(({ properties }) => properties?.id)).toEqual(['AAA', 'BBB']);
    expect(dots.features[0]?.geometry.coordinates).toEqual(fakePosition(plane, [5, 5]));
  });

  test('asks for nothing from anywhere', () => {
    const text = JSON.stringify(zoomStyle(world, 'countries'));
    expect(text).not.toMatch(/https?:|"url"|"tiles"|glyphs|sprite|text-field|icon-image/);
  });
});
