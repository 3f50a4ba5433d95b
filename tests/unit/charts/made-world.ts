import type { CountryShape, World } from '../../../src/lib/map/world.ts';

/** A square land: its code, its corner, its side, and the region it is alone in. Sides below 10 are too small to be seen. */
export type Land = readonly [id: string, x: number, y: number, side: number, region: string];

const square = (x: number, y: number, side: number) => (side < 10 ? '' : `M${x} ${y}l${side} 0l0 ${side}l${-side} 0z`);

/** A plane of 1,000 by 500 with some lands on it, of which the first two share a border. */
export function worldOf(lands: readonly Land[]): World {
  const countries = lands.map(([id, x, y, side, region]): CountryShape => ({
    id,
    name: id,
    path: square(x, y, side),
    anchor: [x + side / 2, y + side / 2],
    subregion: region,
    region,
    special_region: region,
    small: side < 10
  }));
  return {
    source: 'invented',
    plane: { width: 1000, height: 500 },
    countries,
    regions: countries.map(({ id, path, anchor, region }) => ({
      ...{ id: region, name: region, path, anchor },
      countries: [id]
    })),
    borders: 'M200 100l0 200',
    regionBorders: 'M300 100l0 200'
  };
}
