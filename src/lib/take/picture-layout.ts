import type { Chart } from '../charts/chart.ts';
import type { Face } from './text-lines.ts';

/** The widths of pictures that leave the site, in pixels, with the drawings that pages show: for a column or a phone, and full. */
export const PICTURE_WIDTHS = [360, 800] as const;
export const WIDEST = 800;

/** From this width on a picture has wide margins and large type. */
const ROOMY = 700;

/** Widest lines as a part of the room: short enough that a wider font standing in for ours (Georgia, DejaVu) is not cut off. */
const MEASURE = { serif: 0.888, sans: 0.958 } as const;

export interface TextStyle {
  readonly face: Face;
  readonly size: number;
  readonly leading: number;
  /** Variable of its colour. */
  readonly fill: string;
  readonly weight?: number;
  readonly balanced?: boolean;
}

/** How a picture so many pixels wide is set. */
export function pictureLayout(width: number) {
  const roomy = width >= ROOMY;
  const margin = roomy ? 40 : 16;
  const inner = width - 2 * margin;
  const small: TextStyle = { face: 'sans', size: 13, leading: 20, fill: '--muted' };
  return {
    /** Space round the picture. */
    margin,
    /** Room for the drawing. */
    inner,
    /** The site's name stands above the kicker, not beside it. */
    apart: !roomy,
    measure: { serif: Math.round(inner * MEASURE.serif), sans: Math.round(inner * MEASURE.sans) },
    styles: {
      kicker: small,
      headline: {
        face: 'serif',
        size: roomy ? 30 : 23,
        leading: roomy ? 36 : 29,
        fill: '--ink',
        weight: 600,
        balanced: true
      },
      answer: { face: 'serif', size: roomy ? 19 : 17, leading: roomy ? 27 : 24, fill: '--ink' },
      notice: { ...small, fill: '--notice-ink' },
      small,
      source: { ...small, fill: '--ink' }
    } satisfies Record<string, TextStyle>
  };
}

/** The widths in which a chart's picture can be had: its own, where it is drawn at some widths only, fit into them. */
export function pictureWidths({ widths }: Pick<Chart, 'widths'>): readonly number[] {
  return PICTURE_WIDTHS.filter((width) => !widths || pictureLayout(width).inner >= Math.max(...widths));
}

/** How wide the drawing is to be in a picture so many pixels wide. */
export function drawingWidth({ widths }: Pick<Chart, 'widths'>, width: number): number {
  const { inner } = pictureLayout(width);
  return widths ? Math.max(...widths.filter((one) => one <= inner)) : inner;
}
