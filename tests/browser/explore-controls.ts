import type { Page } from '@playwright/test';
import { expect } from './site.ts';

/** A list of the control sentence, by the word before it. */
export const listOf = (page: Page, label: string) => page.getByRole('combobox', { name: label, exact: true });

/** Whether a list is the browser's own, which has no search. */
const isNative = (page: Page, label: string) => listOf(page, label).evaluate((list) => list.tagName === 'SELECT');

/** The button that opens what is seldom chosen. */
export const options = (page: Page) => page.getByRole('button', { name: /^Options/ });

/** Whether a list is on the page, or among the options that are not open. */
const isAmongOptions = async (page: Page, label: string) => (await listOf(page, label).count()) === 0;

/** Chooses in a list by mouse: opens it, looks for words, presses what is found. */
export async function choose(page: Page, label: string, option: string): Promise<void> {
  if (await isAmongOptions(page, label)) await options(page).click();
  if (await isNative(page, label)) return void (await listOf(page, label).selectOption(option));
  await listOf(page, label).click();
  await expect(listOf(page, label)).toHaveAttribute('aria-expanded', 'true');
  await listOf(page, label).fill(option);
  await page.getByRole('option', { name: option }).first().click();
}

/** Chooses in a list by keys alone, from wherever the keyboard is: the first option that holds the words. */
export async function chooseByKeys(page: Page, label: string, words: string): Promise<void> {
  if (await isAmongOptions(page, label)) {
    await tabTo(page, 'Options');
    await page.keyboard.press('Enter');
  }
  await tabTo(page, label);
  await page.keyboard.type(words);
  if (await isNative(page, label)) return;
  await expect(page.locator('[role="option"][data-highlighted]')).toContainText(words);
  await page.keyboard.press('Enter');
  await expect(listOf(page, label)).toHaveAttribute('aria-expanded', 'false');
}

/** Presses Tab until the element of that name has the keyboard. */
export async function tabTo(page: Page, name: string): Promise<void> {
  for (let presses = 0; presses < 150; presses++) {
    const here = await page.evaluate(() => {
      const element = document.activeElement as HTMLElement | null;
      const labels = (element as HTMLInputElement | null)?.labels;
      return (element?.ariaLabel ?? labels?.[0]?.textContent ?? element?.textContent ?? '').replace(/\s+/g, ' ').trim();
    });
    if (here === name) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`“${name}” cannot be reached by Tab`);
}
