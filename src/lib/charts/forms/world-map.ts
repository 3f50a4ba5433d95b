import type * as PlotModule from '@observablehq/plot';
import type { GeoStream } from 'd3';
import { placeOfShape, placePath } from '../../dataset/index.ts';
import {
  dotTarget,
  featureOf,
  linesOf,
  pointOnMap,
  shapesOf,
  type Division,
  type PlaceShape,
  type World
} from '../../map/world.ts';
import type { Params, Selection } from '../../selection/index.ts';
import type { Area } from '../chart.ts';
import { ofRows, spots } from './spots.ts';

/** What a map of people may be asked: which of their places, and how finely. */
export const mapParams: Params = {
  place: {
    kind: 'choice',
    label: 'Place',
    choices: [
      { key: 'birth', label: 'where people were born' },
      { key: 'residence', label: 'where people live' }
    ]
  },
  detail: {
    kind: 'choice',
    label: 'Detail',
    choices: [
      { key: 'regions', label: 'regions' },
      { key: 'countries', label: 'countries' }
    ]
  }
};

/** Path, below the site's base, of the page about an area of a map with these parameters; null where it has none. */
export function pageOfArea(key: string, { place, detail }: Selection['params']): string | null {
  // Regions have pages of those born there only.
  const kind = detail === 'countries' ? (place as 'birth' | 'residence') : place === 'birth' ? 'region' : null;
  const found = kind === null ? undefined : placeOfShape(kind, key);
  return found ? placePath(found) : null;
}

/** CSS colour of an area; areas with too few people keep the colour of land under their dot. */
export function areaFill(area: Area): string {
  switch (area.kind) {
    case 'value':
      return `var(--class-${area.step})`;
    case 'difference':
      return `var(--diverging-${area.step})`;
    case 'level':
      return 'var(--level)';
    case 'grey':
      return 'var(--few)';
    case 'few':
      return 'var(--land)';
  }
}

/** CSS colour of the dashes over an area whose difference is below 0, so that its sign is not in its colour alone. */
export function areaDashes(area: Area): string | null {
  return area.kind === 'difference' && area.step < 4 ? `var(--on-diverging-${area.step})` : null;
}

/** Codes of the countries that anybody of a figure's rows is from. */
export function peopled(rows: readonly { readonly places?: readonly string[] }[]): ReadonlySet<string> {
  return new Set(rows.flatMap(({ places }) => places ?? []));
}

const HATCH = 'nobody';
const DASHES = 'below';
const SVG = 'http://www.w3.org/2000/svg';

/**
 * A world map in Equal Earth: classes of colour, dashes over those below 0, an outline round what is not told from 0, hatch
 * where nobody took part, an outlined dot where too few did, filled dots for countries too small to see.
 */
export function worldMap(
  plot: typeof PlotModule,
  world: World,
  level: Division,
  areas: ReadonlyMap<string, Area>,
  width: number,
  from: ReadonlySet<string>
): PlotModule.PlotOptions {
  const shapes = shapesOf(world, level);
  const small = new Set(
    level === 'countries' ? world.countries.filter((shape) => shape.small).map(({ id }) => id) : []
  );
  const height = Math.round((width * world.plane.height) / world.plane.width);
  // A region is drawn country by country, and those that nobody is from are hatched.
  const drawn = (level === 'regions' ? world.countries : shapes).filter((shape) => shape.path !== '');
  const areaOf = (shape: PlaceShape) => {
    const region = level === 'regions' && world.countries.find(({ id }) => id === shape.id)!.special_region;
    return region ? (from.has(shape.id) ? areas.get(region) : undefined) : areas.get(shape.id);
  };
  const keyOf = (shape: PlaceShape) =>
    level === 'regions' ? world.countries.find(({ id }) => id === shape.id)!.special_region : shape.id;
  const at = (shape: PlaceShape) => pointOnMap(world.plane, width, shape.anchor);
  const dots = shapes.flatMap((shape) => {
    const area = areas.get(shape.id);
    return area && (area.kind === 'few' || small.has(shape.id)) ? [{ key: shape.id, area, xy: at(shape) }] : [];
  });
  const lines = (path: string) => ({ type: 'MultiLineString' as const, coordinates: linesOf(path) });
  const borders = [lines(world.borders), ...(level === 'countries' ? [lines(world.regionBorders)] : [])];
  const painted = drawn.flatMap((shape) => (areaOf(shape) ? [{ shape, area: areaOf(shape)! }] : []));
  const dashed = [...new Map([...areas.values()].map((area) => [areaDashes(area), area])).values()].filter(areaDashes);
  const place = {
    x: ({ xy }: { xy: [number, number] }) => (xy[0] * world.plane.width) / width,
    y: ({ xy }: { xy: [number, number] }) => (xy[1] * world.plane.width) / width
  };

  return {
    width,
    height,
    margin: 0,
    style: { background: 'none', overflow: 'visible' },
    projection: scaledBy(width / world.plane.width),
    marks: [
      (_index, _scales, _values, _dimensions, context) => patterns(context!.document, dashed),
      plot.geo(drawn.filter((shape) => !areaOf(shape)).map(featureOf), {
        fill: `url(#${HATCH})`,
        stroke: 'var(--border)',
        strokeWidth: 0.4
      }),
      ...painted.map(({ shape, area }) =>
        plot.geo([featureOf(shape)], { fill: areaFill(area), ...ofRows([shape], keyOf) })
      ),
      ...painted.map(({ shape, area }) =>
        areaDashes(area) === null ? null : plot.geo([featureOf(shape)], { fill: `url(#${patternOf(area)})` })
      ),
      plot.geo(borders, { fill: 'none', stroke: 'var(--border)', strokeWidth: 0.6 }),
      plot.geo(
        painted.filter(({ area }) => area.kind === 'level').map(({ shape }) => featureOf(shape)),
        { fill: 'none', stroke: 'var(--muted)', strokeWidth: 0.7 }
      ),
      // What is too small to be hit is hit within a circle's box of its own.
      spots(() =>
        dots.map(({ key, xy: [x, y] }) => ({
          ...{ key, x: x - dotTarget / 2, y: y - dotTarget / 2 },
          ...{ width: dotTarget, height: dotTarget }
        }))
      ),
      plot.dot(dots, {
        ...place,
        r: 4,
        fill: ({ area }: { area: Area }) => (area.kind === 'few' ? 'var(--paper)' : areaFill(area)),
        stroke: 'var(--ink)',
        strokeWidth: 1
      }),
      plot.dot(
        dots.filter(({ area }) => areaDashes(area) !== null),
        { ...place, r: 4, symbol: dash, stroke: ({ area }: { area: Area }) => areaDashes(area), strokeWidth: 1.6 }
      )
    ]
  };
}

/** A projection that only scales: the shapes are projected already. (d3's own brings all its projections along.) */
function scaledBy(k: number): PlotModule.ProjectionImplementation {
  return {
    stream: (out: GeoStream) => ({
      point: (x: number, y: number) => out.point(x * k, y * k),
      lineStart: () => out.lineStart(),
      lineEnd: () => out.lineEnd(),
      polygonStart: () => out.polygonStart(),
      polygonEnd: () => out.polygonEnd()
    })
  } as PlotModule.ProjectionImplementation;
}

/** One short line: what a dot below 0 has instead of many. */
const dash: PlotModule.SymbolImplementation = {
  draw(context) {
    context.moveTo(-2.2, 0);
    context.lineTo(2.2, 0);
  }
};

const patternOf = (area: Area) => `${DASHES}-${'step' in area ? area.step : 0}`;

/**
 * Diagonal lines: nobody took part. Short level ones: the difference is below 0. Patterns, so that they are not taken for
 * colours of the scale.
 */
function patterns(document: Document, dashed: readonly Area[]): SVGElement {
  const made = (name: string, attributes: Readonly<Record<string, string | number>>) => {
    const element = document.createElementNS(SVG, name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
    return element;
  };
  const defs = made('defs', {});
  const pattern = (id: string, side: number, turn: object, parts: SVGElement[]) => {
    const element = made('pattern', { id, width: side, height: side, patternUnits: 'userSpaceOnUse', ...turn });
    element.append(...parts);
    defs.append(element);
  };
  pattern(HATCH, 5, { patternTransform: 'rotate(45)' }, [
    made('rect', { width: 5, height: 5, fill: 'var(--land)' }),
    made('rect', { width: 1.2, height: 5, fill: 'var(--hatch)' })
  ]);
  for (const area of dashed) {
    const size = { width: 4, height: 1.2, fill: areaDashes(area)! };
    pattern(patternOf(area), 8, {}, [made('rect', { x: 0, y: 1, ...size }), made('rect', { x: 4, y: 5, ...size })]);
  }
  return defs;
}
