import type * as PlotModule from '@observablehq/plot';

/** The attribute by which an element of a picture says of which row it is, and so answers pointer and keys. */
export const ROW = 'data-row';

const GROUP = 'spots';
const SVG = 'http://www.w3.org/2000/svg';

/** Where a row is in a picture, in pixels from the top left of the drawing. */
export interface Spot {
  readonly key: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** To a tenth of a pixel. */
const tenth = (value: number) => String(Math.round(value * 10) / 10);

/**
 * Fields without colour that answer for the rows of a picture: drawn first, they lie behind its marks, and light with their
 * row.
 *
 * @param place the fields, given the scales of the drawing
 */
export function spots(
  place: (scales: PlotModule.ScaleFunctions, size: PlotModule.Dimensions) => Spot[]
): PlotModule.RenderFunction {
  return (_index, scales, _values, size, context) => {
    const { document } = context!;
    const group = document.createElementNS(SVG, 'g');
    group.setAttribute('class', GROUP);
    group.setAttribute('fill', 'none');
    for (const spot of place(scales, size)) {
      const field = document.createElementNS(SVG, 'rect');
      field.setAttribute(ROW, spot.key);
      for (const name of ['x', 'y', 'width', 'height'] as const) field.setAttribute(name, tenth(spot[name]));
      group.append(field);
    }
    return group;
  };
}

/** Fields as wide as the picture, one for each row of a band scale. */
export const bandSpots = (keys: readonly string[]): PlotModule.RenderFunction =>
  spots(({ y }, { width, height, marginTop, marginBottom }) => {
    const high = (height - marginTop - marginBottom) / keys.length;
    return keys.map((key) => ({ key, x: 0, y: Number(y!(key)), width, height: high }));
  });

/** Has each element of a mark say of which row it is: for marks that are large enough to be pointed at themselves. */
export const ofRows = <T>(items: readonly T[], key: (item: T) => string): PlotModule.MarkOptions => ({
  render(index, scales, values, dimensions, context, next) {
    const group = next!(index, scales, values, dimensions, context);
    [...(group?.children ?? [])].forEach((element, i) => element.setAttribute(ROW, key(items[index[i]!]!)));
    return group;
  }
});

const FIELDS = new RegExp(`<g class="${GROUP}"[^>]*>.*?</g>`, 'gs');
const NAMES = new RegExp(` ${ROW}="[^"]*"`, 'g');

/** A drawing's SVG text without what only a page needs to let it speak. */
export const withoutSpots = (svg: string): string => svg.replace(FIELDS, '').replace(NAMES, '');
