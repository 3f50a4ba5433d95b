import type * as PlotModule from '@observablehq/plot';
import type { GeoStream } from 'd3';
import { placeOfShape, placePath } from '../dataset/index.ts';
import { featureOf, linesOf, onMap, shapesOf, type Level, type Shape, type World } from '../map/world.ts';
import type { Params, Selection } from '../selection/index.ts';

/** What a map may say of an area: a class of colour, grey, or too few people for either. */
export type Area =
  | { readonly kind: 'value'; readonly step: number; readonly people: number }
  | { readonly kind: 'grey'; readonly people: number }
  | { readonly kind: 'few'; readonly people: number };

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
  return area.kind === 'value' ? `var(--class-${area.step})` : area.kind === 'grey' ? 'var(--few)' : 'var(--land)';
}

/** Codes of the countries that anybody of a figure's rows is from. */
export function peopled(rows: readonly { readonly places?: readonly string[] }[]): ReadonlySet<string> {
  return new Set(rows.flatMap(({ places }) => places ?? []));
}

const HATCH = 'nobody';
const SVG = 'http://www.w3.org/2000/svg';

/**
 * A world map in Equal Earth: classes of colour, hatch where nobody took part, an outlined dot where too few did, filled
 * dots for countries too small to see.
 */
export function worldMap(
  plot: typeof PlotModule,
  world: World,
  level: Level,
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
  const areaOf = (shape: Shape) => {
    const region = level === 'regions' && world.countries.find(({ id }) => id === shape.id)!.special_region;
    return region ? (from.has(shape.id) ? areas.get(region) : undefined) : areas.get(shape.id);
  };
  const at = (shape: Shape) => onMap(world.plane, width, shape.anchor);
  const dots = shapes.flatMap((shape) => {
    const area = areas.get(shape.id);
    return area && (area.kind === 'few' || small.has(shape.id)) ? [{ area, xy: at(shape) }] : [];
  });
  const lines = (path: string) => ({ type: 'MultiLineString' as const, coordinates: linesOf(path) });
  const borders = [lines(world.borders), ...(level === 'countries' ? [lines(world.regionBorders)] : [])];

  return {
    width,
    height,
    margin: 0,
    style: { background: 'none', overflow: 'visible' },
    projection: scaledBy(width / world.plane.width),
    marks: [
      (_index, _scales, _values, _dimensions, context) => hatch(context!.document),
      plot.geo(drawn.filter((shape) => !areaOf(shape)).map(featureOf), {
        fill: `url(#${HATCH})`,
        stroke: 'var(--border)',
        strokeWidth: 0.4
      }),
      ...drawn
        .flatMap((shape) => (areaOf(shape) ? [{ shape, area: areaOf(shape)! }] : []))
        .map(({ shape, area }) => plot.geo([featureOf(shape)], { fill: areaFill(area) })),
      plot.geo(borders, { fill: 'none', stroke: 'var(--border)', strokeWidth: 0.6 }),
      plot.dot(dots, {
        x: ({ xy }: { xy: [number, number] }) => (xy[0] * world.plane.width) / width,
        y: ({ xy }: { xy: [number, number] }) => (xy[1] * world.plane.width) / width,
        r: 4,
        fill: ({ area }: { area: Area }) => (area.kind === 'few' ? 'var(--paper)' : areaFill(area)),
        stroke: 'var(--ink)',
        strokeWidth: 1
      })
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

/** Diagonal lines: nobody took part. A pattern, so that it is not taken for a colour of the scale. */
function hatch(document: Document): SVGElement {
  const defs = document.createElementNS(SVG, 'defs');
  const pattern = document.createElementNS(SVG, 'pattern');
  const attributes = { id: HATCH, width: 5, height: 5, patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)' };
  for (const [name, value] of Object.entries(attributes)) pattern.setAttribute(name, String(value));
  const ground = document.createElementNS(SVG, 'rect');
  ground.setAttribute('width', '5');
  ground.setAttribute('height', '5');
  ground.setAttribute('fill', 'var(--land)');
  const line = document.createElementNS(SVG, 'rect');
  line.setAttribute('width', '1.2');
  line.setAttribute('height', '5');
  line.setAttribute('fill', 'var(--hatch)');
  pattern.append(ground, line);
  defs.append(pattern);
  return defs;
}
