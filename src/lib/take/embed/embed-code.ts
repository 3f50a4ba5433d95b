import type { Figure } from '../../charts/chart.ts';
import { figureKey } from '../../figure/built-ahead.ts';
import { titleOf } from '../../figure/titles.ts';
import { escapeXml } from '../xml.ts';
import { embedHash, type EmbedSettings } from './embed-settings.ts';

/** The widths a figure can be embedded at, in pixels; `null` for as wide as there is room. */
export const embedWidths = [null, 360, 600, 800] as const;

/** An embedded figure: how it is set, and how large its frame is before it says so itself. */
export interface Embedded extends EmbedSettings {
  readonly width: number | null;
  /** In pixels. */
  readonly height: number;
}

/**
 * The address at which a figure's view stands alone, for frames.
 *
 * @param site address of the Atlas, with its last slash
 */
export function embedAddress({ chart, link }: Figure, site: string, settings: EmbedSettings): string {
  return `${site}embed/${chart}/${link === '' ? '' : `?${link}`}${embedHash(settings)}`;
}

/**
 * HTML that shows a figure in another page: a frame, which does without the script below it, and the script, which gives it
 * the height it asks for. The frame's name is that under which the figure asks.
 */
export function embedCode(figure: Figure, site: string, { width, height, ...settings }: Embedded): string {
  const attributes = {
    src: embedAddress(figure, site, settings),
    name: frameName(figure),
    title: titleOf(figure),
    width: width ?? '100%',
    height,
    style: `border:0;${width === null ? '' : 'max-width:100%'}`,
    loading: 'lazy'
  };
  const written = Object.entries(attributes).map(([name, value]) => `${name}="${escapeXml(String(value))}"`);
  return `<iframe ${written.join(' ')}></iframe>\n<script src="${escapeXml(`${site}embed.js`)}" async></script>\n`;
}

/** Name of the frame of a view. */
export const frameName = ({ chart, link }: Figure): string => `prism-atlas-${figureKey(`${chart}?${link}`)}`;
