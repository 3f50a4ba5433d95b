/** Widest that a character is on average, in ems. */
const CHARACTER = 0.62;

/** A line of text in a picture: what it says and the box it fills at most. */
export interface TextBox {
  readonly text: string;
  readonly fontSize: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** Degrees, clockwise. */
  readonly turned: number;
  /** The point it is turned about. */
  readonly about: readonly [x: number, y: number];
}

const ancestors = (element: Element): Element[] =>
  element.parentElement ? [element, ...ancestors(element.parentElement)] : [element];

/** The nearest value of a property, whose style counts more than its attribute. */
function inherited(element: Element, name: string): string | null {
  for (const one of ancestors(element)) {
    const style = one.getAttribute('style') ?? '';
    const value = new RegExp(`(?:^|;)\\s*${name}:\\s*([^;]+)`).exec(style)?.[1] ?? one.getAttribute(name);
    if (value) return value;
  }
  return null;
}

/** Where the transforms of an element and those around it put its origin. */
function origin(element: Element): { x: number; y: number; turned: number } {
  let [x, y, turned] = [0, 0, 0];
  for (const one of ancestors(element)) {
    for (const [, kind, numbers] of (one.getAttribute('transform') ?? '').matchAll(/(\w+)\(([^)]*)\)/g)) {
      const [a = 0, b = 0] = numbers!.split(/[\s,]+/).map(Number);
      if (kind === 'translate') [x, y] = [x + a, y + b];
      else if (kind === 'rotate') turned += a;
      else throw new Error(`Unknown transform: ${kind}`);
    }
  }
  return { x, y, turned };
}

const length = (value: string | null, em: number): number =>
  value === null ? 0 : Number.parseFloat(value) * (value.endsWith('em') ? em : 1);

/** All lines of text of a picture drawn by Plot, in its own pixels. */
export function textBoxes(picture: Element): TextBox[] {
  return [...picture.querySelectorAll('text')].flatMap((element) => {
    const fontSize = Number.parseFloat(inherited(element, 'font-size') ?? '10');
    const anchor = inherited(element, 'text-anchor') ?? 'start';
    const { x, y, turned } = origin(element);
    const start = y + length(element.getAttribute('y'), fontSize) + length(element.getAttribute('dy'), fontSize);
    const spans = [...element.querySelectorAll('tspan')];
    let baseline = start;
    const lines = (spans.length > 0 ? spans : [element]).map((line) => {
      if (line !== element) {
        const own = line.getAttribute('y');
        baseline = own === null ? baseline + length(line.getAttribute('dy'), fontSize) : y + length(own, fontSize);
      }
      return {
        text: [...line.childNodes]
          .filter((node) => node.nodeName !== 'title')
          .map((node) => node.textContent)
          .join(''),
        baseline
      };
    });
    return lines.map(({ text, baseline: bottom }) => {
      const width = [...text].length * CHARACTER * fontSize;
      const left = x + length(element.getAttribute('x'), fontSize) - width * { start: 0, middle: 0.5, end: 1 }[anchor]!;
      return {
        text,
        fontSize,
        left,
        right: left + width,
        top: bottom - 0.75 * fontSize,
        bottom: bottom + 0.2 * fontSize,
        turned,
        about: [x, y] as const
      };
    });
  });
}

/** The box round a turned box: how far it reaches once turned about its point. */
export function reach({
  left,
  right,
  top,
  bottom,
  turned,
  about: [x, y]
}: TextBox): Pick<TextBox, 'left' | 'right' | 'top' | 'bottom'> {
  const [cos, sin] = [Math.cos((turned * Math.PI) / 180), Math.sin((turned * Math.PI) / 180)];
  const corners = [left, right].flatMap((cx) => [top, bottom].map((cy) => [cx - x, cy - y] as const));
  const xs = corners.map(([dx, dy]) => x + dx * cos - dy * sin);
  const ys = corners.map(([dx, dy]) => y + dx * sin + dy * cos);
  return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) };
}
