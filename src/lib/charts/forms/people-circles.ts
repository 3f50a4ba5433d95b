import type * as PlotModule from '@observablehq/plot';
import { pointOnMap, shapesOf, type Division, type World } from '../../map/world.ts';
import { ofRows } from './spots.ts';

/** How far the largest circle reaches from its middle, in pixels of a map 720 wide. */
const LARGEST = 24;

/** So many people, at a place. */
export interface PeopleAt {
  /** Id of the place's shape. */
  readonly key: string;
  readonly people: number;
}

/** Circles over a map, by area as large as the people they stand for are many; the smaller ones above. */
export function peopleCircles(
  Plot: typeof PlotModule,
  { plane, ...world }: World,
  level: Division,
  places: readonly PeopleAt[],
  width: number
): PlotModule.Markish {
  const anchors = new Map(shapesOf({ plane, ...world }, level).map(({ id, anchor }) => [id, anchor]));
  const most = Math.max(...places.map(({ people }) => people));
  const circles = places
    .flatMap(({ key, people }) => {
      const anchor = anchors.get(key);
      if (!anchor) return [];
      const [x, y] = pointOnMap(plane, width, anchor);
      const scale = plane.width / width;
      return [{ key, people, x: x * scale, y: y * scale, r: (LARGEST * width * Math.sqrt(people / most)) / 720 }];
    })
    .sort((a, b) => b.people - a.people);
  return Plot.dot(circles, {
    x: 'x',
    y: 'y',
    r: { value: 'r', scale: null },
    fill: 'var(--accent)',
    fillOpacity: 0.75,
    stroke: 'var(--paper)',
    strokeWidth: 1,
    ...ofRows(circles, ({ key }) => key)
  });
}
