import type { Chart, Figure } from '../charts/chart.ts';
import { answerOf, isSynthetic, titleOf } from '../figure/titles.ts';
import { drawingGroup } from './drawing-group.ts';
import { keyGroup } from './key-group.ts';
import { pictureLayout, WIDEST, type TextStyle } from './picture-layout.ts';
import { sourceLines } from './source-lines.ts';
import { textLines } from './text-lines.ts';
import { fontList, themeValues, valueOf, type Theme } from './theme-colours.ts';
import { escapeXml } from './xml.ts';

/** More groups than these are counted and not named under the picture, as on the page. */
const MOST_NAMED = 6;

/** Room for the site's name beside the kicker. */
const WORDMARK = 120;

const SYNTHETIC = 'Synthetic twin: same shape as PRISM, no real answers. Not for findings.';

export interface SvgOptions {
  /** Full address of the view, printed under the picture. */
  readonly address: string;
  /** Light unless asked otherwise, whatever the page's theme. */
  readonly theme?: Theme;
  /** Pixels from side to side, at least as wide as the drawing with its margins; the widest unless asked otherwise. */
  readonly width?: number;
  /** Whether it has no paper, so that it can be laid on a ground of another colour. */
  readonly transparent?: boolean;
}

/**
 * A figure as one picture that needs nothing else: question, headline, answer, key, drawing, what is hidden, numbers and method,
 * notes, source and address, on paper, in the colours of one theme. Valid XML without scripts, style sheets or addresses
 * that a program would follow. Fonts are named with fallbacks, not embedded: see `withFontFaces`.
 *
 * @param drawing SVG text of the figure's drawing, as wide as `pictureLayout` says; null when there is nothing to draw
 */
export function svg(
  chart: Chart,
  figure: Figure,
  drawing: string | null,
  { address, theme = 'light', width = WIDEST, transparent = false }: SvgOptions
): string {
  const { margin, inner, measure, styles, apart } = pictureLayout(width);
  const values = themeValues(theme);
  const colour = (name: string) => valueOf(values, name);
  const fonts = { serif: fontList(colour('--serif')), sans: fontList(colour('--sans')) };
  const parts: string[] = [];
  let y = margin - (apart ? 0 : 4);

  const rule = (name: string) =>
    parts.push(`<path d="M${margin} ${y + 0.5}H${width - margin}" stroke="${colour(name)}" stroke-width="1"/>`);

  /** Sets a text at `y` and moves below it. */
  function write(text: string, style: TextStyle, { extra = '', inset = 0, room = measure[style.face] } = {}): void {
    const left = margin + inset;
    const { face, size, leading, fill, weight = 400 } = style;
    const lines = textLines(text, { ...style, width: room });
    const spans = lines.map(
      (line, i) => `<tspan x="${left}" y="${baseline(y + i * leading, style)}">${escapeXml(line)}</tspan>`
    );
    parts.push(
      `<text font-family="${fonts[face]}" font-size="${size}" font-weight="${weight}" fill="${colour(fill)}"${extra}>${spans.join('')}</text>`
    );
    y += lines.length * leading;
  }

  parts.push(
    `<text x="${width - margin}" y="${baseline(y, styles.kicker)}" text-anchor="end" font-family="${fonts.serif}" font-size="16" font-weight="700" fill="${colour('--ink')}">PRISM Atlas</text>`
  );
  if (apart) y += styles.kicker.leading + 4;
  write(figure.kicker.toLocaleUpperCase('en-GB'), styles.kicker, {
    extra: ' letter-spacing="0.8"',
    room: apart ? measure.sans : inner - WORDMARK
  });
  y += 6;
  if (figure.headline !== figure.question) {
    write(figure.question, styles.kicker);
    y += 4;
  }
  write(titleOf(figure), styles.headline);
  y += 10;
  write(figure.sentence, styles.answer);
  if (isSynthetic(figure)) {
    y += 12;
    const room = measure.sans - 20;
    const height = textLines(SYNTHETIC, { ...styles.notice, width: room }).length * styles.notice.leading + 8;
    parts.push(`<rect x="${margin}" y="${y}" width="${inner}" height="${height}" fill="${colour('--notice')}"/>`);
    y += 4;
    write(SYNTHETIC, styles.notice, { inset: 10, room });
    y += 4;
  }

  const key = drawing === null ? [] : (chart.key?.(figure) ?? []);
  if (key.length > 0) {
    y += 18;
    const group = keyGroup(key, { width: inner, values, fonts: fonts.sans, id: `${figure.chart}-key` });
    parts.push(`<g transform="translate(${margin} ${y})">${group.xml}</g>`);
    y += group.height;
  }
  if (drawing !== null) {
    y += 16;
    const group = drawingGroup(drawing, values, fonts.sans);
    parts.push(`<g transform="translate(${margin} ${y})">${group.xml}</g>`);
    y += group.height;
  }
  y += 12;
  const hidden = hiddenWords(chart, figure);
  if (hidden !== null) {
    write(hidden, styles.small);
    y += 8;
  }
  rule('--hairline');
  y += 10;
  write(`${figure.numbers} · ${figure.method}`, styles.source);
  y += 6;
  for (const note of figure.notes) {
    write(note, styles.small);
    y += 4;
  }
  y += 8;
  rule('--ink');
  y += 10;
  for (const line of sourceLines(figure)) write(line, styles.source);
  write(address, styles.small);
  const height = Math.ceil(y + margin - 12);

  const id = figure.chart;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="${id}-title ${id}-desc" xml:lang="en-GB">`,
    `<title id="${id}-title">${escapeXml(titleOf(figure))}</title>`,
    `<desc id="${id}-desc">${escapeXml([answerOf(figure), ...sourceLines(figure).map((line) => `${line}.`), address].join(' '))}</desc>`,
    ...(transparent ? [] : [`<rect width="${width}" height="${height}" fill="${colour('--paper')}"/>`]),
    ...parts,
    '</svg>',
    ''
  ].join('\n');
}

/** Puts `@font-face` rules with the files inside into a picture, so that it looks the same where the fonts are not installed. */
export function withFontFaces(picture: string, rules: string): string {
  return rules === '' ? picture : picture.replace('</desc>', () => `</desc>\n<style>${rules}</style>`);
}

const baseline = (top: number, { leading, size }: { readonly leading: number; readonly size: number }) =>
  Math.round((top + leading / 2 + size * 0.35) * 10) / 10;

/** Which groups are not in the drawing and why; null when all are, or when the drawing itself says so. */
function hiddenWords({ source, rowsCalled = 'groups' }: Chart, figure: Figure): string | null {
  if (source !== 'database') return null;
  const hidden = figure.rows.flatMap(({ label, estimate }) => (estimate.shown ? [] : [`${label}, ${estimate.reason}`]));
  if (hidden.length === 0) return null;
  if (hidden.length <= MOST_NAMED) return `Not shown: ${hidden.join('; ')}.`;
  return `${hidden.length} ${rowsCalled} are not shown: the address below lists them with the reason.`;
}
