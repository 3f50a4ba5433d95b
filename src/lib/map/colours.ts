/** Colours as bytes: red, green, blue, alpha. */
export type Rgba = readonly [number, number, number, number];

/** The theme's colours that the zoomable map draws with. */
export interface MapColours {
  readonly land: Rgba;
  readonly border: Rgba;
  /** Lines of the hatch. */
  readonly hatch: Rgba;
  readonly paper: Rgba;
  readonly muted: Rgba;
  readonly ink: Rgba;
}

const transparent: Rgba = [0, 0, 0, 0];

/** Reads a CSS colour as it is computed, through variables too: `var(--class-3)`. */
export type ReadColour = (css: string) => Rgba;

/**
 * Reads CSS colours as the theme has them at an element, while `use` runs. A colour that is not in sRGB once computed is
 * transparent.
 */
export function withColours(element: Element, use: (read: ReadColour) => void): void {
  const probe = element.appendChild(document.createElement('span'));
  probe.hidden = true;
  const computed = getComputedStyle(probe);
  const known = new Map<string, Rgba>();
  try {
    use((css) => {
      const before = known.get(css);
      if (before) return before;
      probe.style.color = css;
      const colour = parseColour(computed.color);
      known.set(css, colour);
      return colour;
    });
  } finally {
    probe.remove();
  }
}

/** Parses a computed colour: `rgb(1, 2, 3)`, `rgba(1, 2, 3, 0.5)` or `color(srgb 0.1 0.2 0.3 / 0.5)`. */
export function parseColour(computed: string): Rgba {
  const unit = computed.startsWith('rgb') ? 1 : computed.startsWith('color(srgb ') ? 255 : null;
  const numbers = (computed.match(/-?[\d.]+(e-?\d+)?/g) ?? []).map(Number);
  const [red, green, blue, alpha = 1] = numbers;
  if (unit === null || red === undefined || green === undefined || blue === undefined) return transparent;
  return [byte(red * unit), byte(green * unit), byte(blue * unit), byte(alpha * 255)];
}

/** A colour in the form that MapLibre reads. */
export function formatColour([red, green, blue, alpha]: Rgba): string {
  return `rgba(${red}, ${green}, ${blue}, ${Number((alpha / 255).toFixed(3))})`;
}

/** The map's colours under the names that pictures use. */
export function mapColours(read: ReadColour): MapColours {
  return {
    land: read('var(--land)'),
    border: read('var(--border)'),
    hatch: read('var(--few)'),
    paper: read('var(--paper)'),
    muted: read('var(--muted)'),
    ink: read('var(--ink)')
  };
}

function byte(value: number): number {
  return Math.min(255, Math.max(0, Math.round(value)));
}
