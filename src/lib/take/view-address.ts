import type { Figure } from '../charts/chart.ts';

/**
 * The full address of the view that a figure shows, which is the figure's own link, not what the page's address may ask
 * for while the next one is worked out.
 *
 * @param page address of the page the figure is on, with whatever parameters
 * @param section id of the part of the page it stands in, where it has one
 */
export function viewAddress(figure: Figure, page: string, section = ''): string {
  const address = new URL(page);
  address.search = figure.link;
  address.hash = section;
  return address.href;
}
