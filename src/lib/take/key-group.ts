import type { KeyEntry, KeyMark } from '../charts/chart.ts';
import { textWidth } from './text-lines.ts';
import { valueOf, type ThemeValues } from './theme-colours.ts';
import { escapeXml } from './xml.ts';

const SIZE = 13;
const LEADING = 22;
const SWATCH = 20;
const GAP = 6;
const BETWEEN = 16;

interface Setting {
  readonly width: number;
  readonly values: ThemeValues;
  readonly fonts: string;
  /** Prefix of the ids inside. */
  readonly id: string;
}

/** A figure's labelled key as a part of an SVG: swatches and words in reading order, in as many lines as they need. */
export function keyGroup(entries: readonly KeyEntry[], setting: Setting): { height: number; xml: string } {
  const { values, fonts, id } = setting;
  const parts: string[] = [];
  const lines = keyLines(
    entries.map((entry) => cutTo(entry, setting.width)),
    setting.width
  );
  for (const [i, line] of lines.entries()) {
    let x = 0;
    for (const entry of line) {
      const text = `<text x="${swatchWidth(entry) + GAP}" y="${LEADING / 2 + SIZE * 0.35}">${escapeXml(entry.label)}</text>`;
      parts.push(
        `<g transform="translate(${Math.round(x)} ${i * LEADING})">${drawn(entry.mark, values, id)}${text}</g>`
      );
      x += entryWidth(entry) + BETWEEN;
    }
  }
  const hatch = entries.some(({ mark }) => mark === 'nobody') ? pattern(values, id) : '';
  return {
    height: lines.length * LEADING,
    xml: `<g font-family="${fonts}" font-size="${SIZE}" fill="${valueOf(values, '--muted')}">${hatch}${parts.join('')}</g>`
  };
}

/** The entries in lines of nearly the same width, so that none is left alone on the last one. */
function keyLines(entries: readonly KeyEntry[], width: number): KeyEntry[][] {
  const fill = (most: number) => {
    const lines: KeyEntry[][] = [];
    let x = Infinity;
    for (const entry of entries) {
      if (x + entryWidth(entry) > most) {
        lines.push([]);
        x = 0;
      }
      lines.at(-1)!.push(entry);
      x += entryWidth(entry) + BETWEEN;
    }
    return lines;
  };
  let lines = fill(width);
  for (let most = width; lines.length > 1 && most > 0; most -= 10) {
    const narrower = fill(most);
    if (narrower.length > lines.length) break;
    lines = narrower;
  }
  return lines;
}

/** An entry that is no wider than a line: its label ends with an ellipsis where it is, and the table has the whole. */
function cutTo(entry: KeyEntry, width: number): KeyEntry {
  const label = [...entry.label];
  let end = label.length;
  const cut = () => ({
    ...entry,
    label: end === label.length ? entry.label : `${label.slice(0, end).join('').trimEnd()}…`
  });
  while (end > 1 && entryWidth(cut()) > width) end--;
  return cut();
}

const swatchWidth = ({ mark }: KeyEntry) => (dots.has(mark) ? 11 : SWATCH);

/** A little more than estimated, for fonts that are wider than ours. */
const entryWidth = (entry: KeyEntry) => swatchWidth(entry) + GAP + textWidth(entry.label, 'sans', SIZE) * 1.06;

const dots: ReadonlySet<KeyMark> = new Set<KeyMark>([
  ...(['few-dot', 'value', 'published', 'others'] as const),
  ...(['holds', 'chance', 'turned', 'unjudged'] as const)
]);

function drawn(mark: KeyMark, values: ThemeValues, id: string): string {
  const colour = (name: string) => valueOf(values, `--${name}`);
  const middle = LEADING / 2;
  const dot = (fill: string, stroke: string, width: number, radius = 4) =>
    `<circle cx="5" cy="${middle}" r="${radius}" fill="${fill}" stroke="${stroke}" stroke-width="${width}"/>`;
  const field = (fill: string, stroke = colour('hairline')) =>
    `<rect x="0.5" y="${middle - 6.5}" width="${SWATCH - 1}" height="13" fill="${fill}" stroke="${stroke}"/>`;
  const dashed = (name: string) =>
    `${field(colour(name))}<path d="M5 ${middle}h10" stroke="${colour(`on-${name}`)}" stroke-width="2"/>`;
  switch (mark) {
    case 'few-dot':
      return dot(colour('paper'), colour('ink'), 1);
    case 'value':
      return dot(colour('accent'), 'none', 0, 4.5);
    case 'published':
      return `<path d="M5 ${middle - 5}l5 5l-5 5l-5 -5z" fill="${colour('paper')}" stroke="${colour('muted')}" stroke-width="1.5"/>`;
    case 'others':
      return `<path d="M5 ${middle - 7}v14" stroke="${colour('muted')}" stroke-width="2"/>`;
    case 'holds':
      return dot(colour('ink'), colour('ink'), 2);
    case 'chance':
      return dot(colour('paper'), colour('ink'), 2);
    case 'turned':
      return `<path d="M1 ${middle - 4}l8 8m0 -8l-8 8" stroke="${colour('accent')}" stroke-width="3"/>`;
    case 'unjudged':
      return `<path d="M1 ${middle}h8" stroke="${colour('muted')}" stroke-width="2"/>`;
    case 'nobody':
      return field(`url(#${id}-nobody)`);
    case 'blank':
      return field('none');
    case 'level':
      return field(colour('level'), colour('muted'));
    case 'below-1':
    case 'below-2':
    case 'below-3':
      return dashed(mark.replace('below', 'diverging'));
    default:
      return field(colour(mark));
  }
}

function pattern(values: ThemeValues, id: string): string {
  return `<defs><pattern id="${id}-nobody" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="5" height="5" fill="${valueOf(values, '--land')}"/><rect width="1.2" height="5" fill="${valueOf(values, '--hatch')}"/></pattern></defs>`;
}
