import type { Chart, Figure } from '../charts/chart.ts';
import { answerOf, isSynthetic, titleOf } from '../figure/titles.ts';
import { drawingGroup } from './drawing-group.ts';
import { keyGroup } from './key-group.ts';
import { textLines, type Face } from './text-lines.ts';
import { fontList, themeValues, valueOf, type Theme } from './theme-colours.ts';
import { escapeXml } from './xml.ts';

/** Space round the picture, in pixels; the drawing is 720 wide. */
const MARGIN = 40;
const WIDTH = 720 + 2 * MARGIN;

/** Widest lines: short enough that a wider font standing in for ours (Georgia, DejaVu) is not cut off either. */
const MEASURE = { serif: 640, sans: 690 } as const;

/** More groups than these are counted and not named under the picture, as on the page. */
const MOST_NAMED = 6;

const SYNTHETIC = 'Synthetic twin: same shape as PRISM, no real answers. Not for findings.';

export interface SvgOptions {
  /** Full address of the view, printed under the picture. */
  readonly address: string;
  /** Light unless asked otherwise, whatever the page's theme. */
  readonly theme?: Theme;
}

interface Style {
  readonly face: Face;
  readonly size: number;
  readonly leading: number;
  readonly fill: string;
  readonly weight?: number;
  readonly balanced?: boolean;
}

const styles = {
  kicker: { face: 'sans', size: 13, leading: 20, fill: '--muted' },
  headline: { face: 'serif', size: 30, leading: 36, fill: '--ink', weight: 600, balanced: true },
  answer: { face: 'serif', size: 19, leading: 27, fill: '--ink' },
  notice: { face: 'sans', size: 13, leading: 20, fill: '--notice-ink' },
  small: { face: 'sans', size: 13, leading: 20, fill: '--muted' },
  source: { face: 'sans', size: 13, leading: 20, fill: '--ink' }
} as const satisfies Record<string, Style>;

/**
 * A figure as one picture that needs nothing else: question, headline, answer, key, drawing, what is hidden, numbers and method,
 * notes, source and address, on paper, in the colours of one theme. Valid XML without scripts, style sheets or addresses
 * that a program would follow. Fonts are named with fallbacks, not embedded: see `withFontFaces`.
 *
 * @param drawing SVG text of the figure's drawing 720 pixels wide; null when there is nothing to draw
 */
export function svg(
  chart: Chart,
  figure: Figure,
  drawing: string | null,
  { address, theme = 'light' }: SvgOptions
): string {
  const values = themeValues(theme);
  const colour = (name: string) => valueOf(values, name);
  const fonts = { serif: fontList(colour('--serif')), sans: fontList(colour('--sans')) };
  const parts: string[] = [];
  let y = MARGIN - 4;

  const rule = (name: string) =>
    parts.push(`<path d="M${MARGIN} ${y + 0.5}H${WIDTH - MARGIN}" stroke="${colour(name)}" stroke-width="1"/>`);

  /** Sets a text at `y` and moves below it. */
  function write(text: string, style: Style, extra = '', left = MARGIN): void {
    const { face, size, leading, fill, weight = 400 } = style;
    const lines = textLines(text, { ...style, width: MEASURE[face] });
    const spans = lines.map(
      (line, i) => `<tspan x="${left}" y="${baseline(y + i * leading, style)}">${escapeXml(line)}</tspan>`
    );
    parts.push(
      `<text font-family="${fonts[face]}" font-size="${size}" font-weight="${weight}" fill="${colour(fill)}"${extra}>${spans.join('')}</text>`
    );
    y += lines.length * leading;
  }

  parts.push(
    `<text x="${WIDTH - MARGIN}" y="${baseline(y, styles.kicker)}" text-anchor="end" font-family="${fonts.serif}" font-size="16" font-weight="700" fill="${colour('--ink')}">PRISM Atlas</text>`
  );
  write(figure.kicker.toLocaleUpperCase('en-GB'), styles.kicker, ' letter-spacing="0.8"');
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
    parts.push(`<rect x="${MARGIN}" y="${y}" width="${WIDTH - 2 * MARGIN}" height="28" fill="${colour('--notice')}"/>`);
    y += 4;
    write(SYNTHETIC, styles.notice, '', MARGIN + 10);
    y += 4;
  }

  const key = drawing === null ? [] : (chart.key?.(figure) ?? []);
  if (key.length > 0) {
    y += 18;
    const group = keyGroup(key, { width: WIDTH - 2 * MARGIN, values, fonts: fonts.sans, id: `${figure.chart}-key` });
    parts.push(`<g transform="translate(${MARGIN} ${y})">${group.xml}</g>`);
    y += group.height;
  }
  if (drawing !== null) {
    y += 16;
    const group = drawingGroup(drawing, values, fonts.sans);
    parts.push(`<g transform="translate(${MARGIN} ${y})">${group.xml}</g>`);
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
  const height = Math.ceil(y + MARGIN - 12);

  const id = figure.chart;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-labelledby="${id}-title ${id}-desc" xml:lang="en-GB">`,
    `<title id="${id}-title">${escapeXml(titleOf(figure))}</title>`,
    `<desc id="${id}-desc">${escapeXml([answerOf(figure), ...sourceLines(figure).map((line) => `${line}.`), address].join(' '))}</desc>`,
    `<rect width="${WIDTH}" height="${height}" fill="${colour('--paper')}"/>`,
    ...parts,
    '</svg>',
    ''
  ].join('\n');
}

/** Puts `@font-face` rules with the files inside into a picture, so that it looks the same where the fonts are not installed. */
export function withFontFaces(picture: string, rules: string): string {
  return rules === '' ? picture : picture.replace('</desc>', () => `</desc>\n<style>${rules}</style>`);
}

const baseline = (top: number, { leading, size }: Pick<Style, 'leading' | 'size'>) =>
  Math.round((top + leading / 2 + size * 0.35) * 10) / 10;

function sourceLines({ provenance }: Figure): string[] {
  const source = `Source: ${provenance.text}`;
  return provenance.source === 'published' ? [source] : [source, `Data version ${provenance.version}`];
}

/** Which groups are not in the drawing and why; null when all are, or when the drawing itself says so. */
function hiddenWords({ source, rowsCalled = 'groups' }: Chart, figure: Figure): string | null {
  if (source !== 'database') return null;
  const hidden = figure.rows.flatMap(({ label, estimate }) => (estimate.shown ? [] : [`${label}, ${estimate.reason}`]));
  if (hidden.length === 0) return null;
  if (hidden.length <= MOST_NAMED) return `Not shown: ${hidden.join('; ')}.`;
  return `${hidden.length} ${rowsCalled} are not shown: the address below lists them with the reason.`;
}
