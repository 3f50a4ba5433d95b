import { readFile } from 'node:fs/promises';
import { expect, test, vi } from 'vitest';
import { fontList, resolve, themeValues } from '../../../src/lib/take/theme-colours.ts';

// Style sheets are empty for tests.
vi.mock('../../../src/styles/tokens.css?raw', async () => ({
  default: await readFile('src/styles/tokens.css', 'utf8')
}));

const css = `/* --no: not this */
:root { --ink: #111; --soft: var(--ink); --serif: 'A Variable', 'B', serif; }
@media (prefers-color-scheme: dark) { :root { --ink: #eee } }
@media print { :root { --ink: #000; } }`;

test('a theme has its own values, and the light ones it does not change', () => {
  expect(themeValues('light', css).get('--soft')).toBe('var(--ink)');
  expect(themeValues('light', css).has('--no')).toBe(false);
  expect(themeValues('dark', css).get('--ink')).toBe('#eee');
  expect(themeValues('dark', css).get('--serif')).toBe("'A Variable', 'B', serif");
});

test('the site’s style sheet has every colour in both themes', () => {
  const [light, dark] = [themeValues('light'), themeValues('dark')];
  for (const name of ['--paper', '--ink', '--muted', '--hairline', '--accent', '--notice', '--class-1', '--few']) {
    expect(light.get(name)).toMatch(/^#[0-9a-f]{6}$/);
    expect(dark.get(name)).toMatch(/^#[0-9a-f]{6}$/);
    expect(dark.get(name)).not.toBe(light.get(name));
  }
});

test('variables resolve through variables; an unknown one needs a fallback', () => {
  const values = themeValues('light', css);
  expect(resolve('fill="var(--soft)" stroke="var(--none, rgb(1 2 3))"', values)).toBe(
    'fill="#111" stroke="rgb(1 2 3)"'
  );
  expect(() => resolve('var(--none)', values)).toThrow('--none');
});

test('fonts are also named as they are installed', () => {
  expect(fontList("'A Variable', 'B', serif")).toBe("'A Variable', 'A', 'B', serif");
});
