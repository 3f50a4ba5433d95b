import type { ElementHandle, Locator } from '@playwright/test';
import { byGroup } from '../../src/lib/charts/explore/by-group.ts';
import { findColumn, levelKey, levelsOf } from '../../src/lib/dataset/index.ts';
import { format, type Selection } from '../../src/lib/selection/index.ts';
import type { Arrival, ColdPage } from './browser.ts';
import type { Change } from './changes.ts';
import type { Site } from './site.ts';

export const linkOf = (selection: Selection) => format(selection, byGroup.vocabulary).toString();

/** Opens Explore and waits until it shows what the link says and asks for nothing more. */
export async function openExplore({ page }: ColdPage, site: Site, link = ''): Promise<void> {
  await page.goto(`${site.url}explore/${link === '' ? '' : `?${link}`}`, { waitUntil: 'networkidle' });
  await page.waitForSelector('html[data-following]', { state: 'attached' });
  await page.waitForSelector(`figure[data-chart="${byGroup.name}"][data-link="${link}"][aria-busy="false"]`);
}

/** Asks for Explore by a link; milliseconds from then to its painted figure and headline. */
export async function arrive({ page }: ColdPage, site: Site, link: string): Promise<Arrival> {
  await page.goto(`${site.url}explore/?${link}`, { waitUntil: 'commit' });
  return page.evaluate(([chart, link]) => window.bench.arrival(chart, link), [byGroup.name, link] as const);
}

/** The text of an element, whatever white space stands around it. */
const exactly = (text: string, more = '') =>
  new RegExp(`^\\s*${text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')}${more}\\s*$`);

/** Opens the filter on a column, alone, and finds the checkbox of a level. */
async function checkbox({ page }: ColdPage, column: string, key: string): Promise<Locator> {
  const facets = page.locator('.filters details.facet');
  await facets.evaluateAll((all) => all.forEach((facet) => facet.removeAttribute('open')));
  const label = exactly(findColumn(column)!.column.label, '( *without)?( *\\d+)?');
  const facet = facets.filter({ has: page.locator('summary', { hasText: label }) });
  await facet.evaluate((element) => element.setAttribute('open', ''));
  const level = levelsOf(column).find((one) => levelKey(one) === key)!;
  return facet
    .locator('.choices label')
    .filter({ hasText: exactly(level.label) })
    .locator('input');
}

/** Opens the list of groupings and finds one. */
async function grouping({ page }: ColdPage, by: string | null): Promise<Locator> {
  await page.getByRole('combobox', { name: 'by', exact: true }).click();
  return page.locator(`[role="option"][data-value="${by ?? 'none'}"]`);
}

/**
 * Makes a change with the control that makes it; milliseconds from pressing it to the painted figure and headline.
 *
 * @param pause milliseconds to wait before pressing, in which the counts of an opened filter may come
 */
export async function make(cold: ColdPage, { pressed, selection }: Change, pause = 0): Promise<Arrival> {
  const { page } = cold;
  const control =
    'by' in pressed ? await grouping(cold, pressed.by) : await checkbox(cold, pressed.column, pressed.key);
  const element = (await control.elementHandle()) as ElementHandle<Element>;
  await page.waitForTimeout(pause);
  return page.evaluate(([element, chart, link]) => window.bench.press(element, chart, link), [
    element,
    byGroup.name,
    linkOf(selection)
  ] as const);
}
