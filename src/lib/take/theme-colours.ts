import tokens from '../../styles/tokens.css?raw';

export type Theme = 'light' | 'dark';

/** The site's CSS variables by name, `--ink` and so on: colours, and the lists of fonts. */
export type ThemeValues = ReadonlyMap<string, string>;

/**
 * The variables of `tokens.css` as a theme sets them. Read from the style sheet's text, not from the page, so that a
 * picture saved in dark mode can be light, and one made in the build is the same as one made in the page.
 */
export function themeValues(theme: Theme, css: string = tokens): ThemeValues {
  const text = css.replace(/\/\*[\s\S]*?\*\//g, '');
  const darkStart = text.search(/@media[^{]*prefers-color-scheme:\s*dark/);
  const light = darkStart < 0 ? text : text.slice(0, darkStart);
  const values = new Map(declarations(light));
  if (theme === 'dark' && darkStart >= 0) {
    for (const [name, value] of declarations(block(text.slice(darkStart)))) values.set(name, value);
  }
  return values;
}

/** Rules by which a page whose root has `data-theme` takes that theme's colours on screen, whatever its reader's setting. */
export const forcedThemes = (): string =>
  (['light', 'dark'] as const)
    .map((theme) => {
      const colours = [...themeValues(theme)].map(([name, value]) => `${name}:${value}`).join(';');
      return `@media screen{:root[data-theme='${theme}']{color-scheme:${theme};${colours}}}`;
    })
    .join('');

function declarations(text: string): [name: string, value: string][] {
  return [...text.matchAll(/(--[\w-]+)\s*:\s*([^;{}]+)[;}]/g)].map(([, name, value]) => [
    name!,
    value!.replace(/\s+/g, ' ').trim()
  ]);
}

/** What stands between the first brace and its own closing one. */
function block(text: string): string {
  let depth = 0;
  for (let i = text.indexOf('{'); i < text.length; i++) {
    if (text[i] === '{') depth++;
    if (text[i] === '}' && --depth === 0) return text.slice(text.indexOf('{') + 1, i);
  }
  return text;
}

/** @throws Error when the theme has no such variable */
export function valueOf(values: ThemeValues, name: string): string {
  const value = values.get(name);
  if (value === undefined) throw new Error(`No colour is called ${name}`);
  return value;
}

/** Writes the theme's values where a text says `var(--name)`, through other variables too. */
export function resolve(text: string, values: ThemeValues): string {
  const once = (from: string) =>
    from.replace(
      /var\(\s*(--[\w-]+)\s*(?:,\s*((?:[^()]|\([^()]*\))*))?\)/g,
      (_, name: string, fallback?: string) => values.get(name) ?? fallback?.trim() ?? valueOf(values, name)
    );
  let resolved = text;
  for (let depth = 0; depth < 8 && resolved.includes('var('); depth++) resolved = once(resolved);
  return resolved;
}

/**
 * A list of fonts for a file that leaves the site: behind each variable font the name under which the same face is
 * installed on a desk (`'Inter Variable', Inter`).
 */
export function fontList(list: string): string {
  return list.replace(/'([^']+) Variable'/g, "'$1 Variable', '$1'");
}
