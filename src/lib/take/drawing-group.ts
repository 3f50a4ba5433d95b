import { withoutSpots } from '../charts/forms/spots.ts';
import { resolve, type ThemeValues } from './theme-colours.ts';
import { legalXml } from './xml.ts';

/** A drawing as a part of another SVG, standing on its own. */
export interface DrawingGroup {
  readonly width: number;
  readonly height: number;
  /** A `<g>` as XML, its top left corner at 0, 0. */
  readonly xml: string;
}

const TAG = /<\/?[a-zA-Z][^\s>"/]*(?:\s+[^\s=>"/]+(?:="[^"]*")?)*\s*\/?>/g;
const ATTRIBUTE = /([^\s=>"/]+)="([^"]*)"/g;

/**
 * A figure's drawing freed of the page: variables and inherited colours and fonts become values, the style element of
 * Plot goes, and what HTML writes differently from XML is written as XML.
 *
 * @param drawing a `Drawing`'s SVG text, or an SVG element's `outerHTML`
 * @param fonts list of fonts for all its text
 * @throws Error when the text is no SVG with a size, or asks for a colour that does not exist
 */
export function drawingGroup(drawing: string, values: ThemeValues, fonts: string): DrawingGroup {
  const open = /^\s*<svg(?:\s+[^\s=>"/]+(?:="[^"]*")?)*\s*>/.exec(drawing);
  const close = drawing.lastIndexOf('</svg>');
  if (!open || close < 0) throw new Error('The drawing is not an SVG');
  const root = new Map([...open[0].matchAll(ATTRIBUTE)].map(([, name, value]) => [name!, value!]));
  const [, , width, height] = (root.get('viewBox') ?? '').split(/[\s,]+/).map(Number);
  if (!width || !height) throw new Error('The drawing has no size');
  const style = new Map(
    (root.get('style') ?? '').split(';').map((part) => {
      const [name = '', value = ''] = part.split(/:(.*)/);
      return [name.trim(), value.trim()] as const;
    })
  );
  const ink = resolve(style.get('color') ?? 'var(--ink)', values);
  const inside = legalXml(withoutSpots(drawing.slice(open[0].length, close)))
    .replace(/<style[\s\S]*?<\/style>/g, '')
    .replaceAll('&nbsp;', '\u00a0');
  // Only tags hold colours: a label that reads like one is left alone.
  const content = inside.replace(TAG, (tag) => asXml(resolve(tag, values).replaceAll('currentColor', ink)));
  const attributes = {
    'xml:space': 'preserve',
    fill: (root.get('fill') ?? 'currentColor').replace('currentColor', ink),
    'font-family': fonts,
    'font-size': (style.get('font-size') ?? root.get('font-size') ?? '13').replace('px', ''),
    'text-anchor': root.get('text-anchor') ?? 'start'
  };
  const written = Object.entries(attributes).map(([name, value]) => ` ${name}="${value}"`);
  return { width, height, xml: `<g${written.join('')}>${content}</g>` };
}

/** One tag with its attributes as XML: values escaped, colours as programs other than browsers read them, short numbers. */
function asXml(tag: string): string {
  const opacities: string[] = [];
  const written = tag.replace(ATTRIBUTE, (_, name: string, value: string) => {
    const colour = translucent(value);
    if (colour && (name === 'fill' || name === 'stroke') && !tag.includes(`${name}-opacity=`)) {
      opacities.push(` ${name}-opacity="${colour.opacity}"`);
      return `${name}="${colour.hex}"`;
    }
    const short = name === 'id' ? value : value.replace(/-?\d+\.\d{3,}/g, (n) => String(Number(Number(n).toFixed(2))));
    return `${name}="${short.replaceAll('<', '&lt;').replaceAll('>', '&gt;')}"`;
  });
  return opacities.length === 0 ? written : written.replace(/\s*\/?>$/, (end) => `${opacities.join('')}${end.trim()}`);
}

/** `rgb(28 26 23 / 0.07)` and `rgba(28, 26, 23, 0.07)` as a colour and its opacity, which SVG 1.1 keeps apart. */
function translucent(value: string): { hex: string; opacity: number } | null {
  const found = /^rgba?\(\s*(\d+)[\s,]+(\d+)[\s,]+(\d+)\s*[/,]\s*([\d.]+)(%?)\s*\)$/.exec(value);
  if (!found) return null;
  const hex = found.slice(1, 4).map((byte) => Number(byte).toString(16).padStart(2, '0'));
  return { hex: `#${hex.join('')}`, opacity: Number(found[4]) / (found[5] === '%' ? 100 : 1) };
}
