import type * as PlotModule from '@observablehq/plot';
import { outcomeDots, type HeldOutcome } from './outcomes.ts';
import { CHARACTER, pictureStyle } from './picture-frame.ts';
import { oneLine } from './row-label.ts';
import { spots } from './spots.ts';

/** A mark of the line. */
export interface StripMark {
  /** Key of its row. */
  readonly key: string;
  /** The heading it stands under; those of one heading follow on each other. */
  readonly kind: string;
  readonly outcome: HeldOutcome;
  /** What it is and what became of the order, in a few words. */
  readonly words: string;
}

interface Mark extends Pick<StripMark, 'key' | 'outcome' | 'words'> {
  readonly at: number;
}

/** Room between two kinds of ways, in marks. */
const GAP = 0.6;
/** Lines of words below the marks, at most; the table has all. */
const MOST_LINES = 6;
const LINE = 18;

/** Words at a place. */
interface Label {
  readonly text: string;
  readonly left: number;
  /** −1 above the marks, from 0 on below them. */
  readonly line: number;
}

const right = ({ text, left }: Pick<Label, 'text' | 'left'>) => left + text.length * CHARACTER;
const covers = (label: Label, x: number) => label.left <= x && x <= right(label);

/** Gives each text the first line from `first` on with room for it; those for which there is none are left out. */
function placed<T extends Pick<Label, 'text' | 'left'> & { readonly first: number }>(
  texts: readonly T[],
  width: number
): (T & Label)[] {
  const all: (T & Label)[] = [];
  for (const wanted of texts) {
    const left = Math.max(0, Math.min(wanted.left, width - wanted.text.length * CHARACTER));
    for (let line = wanted.first; line < MOST_LINES; line++) {
      const label = { ...wanted, left, line };
      if (all.some((other) => other.line === line && other.left < right(label) + 8 && left < right(other) + 8))
        continue;
      all.push(label);
      break;
    }
  }
  return all;
}

/**
 * One line: a mark for each way of looking, by what became of the order, under the headings of their kinds; the ways in
 * which it does not hold are named below.
 */
export function orderStrip(
  Plot: typeof PlotModule,
  line: readonly StripMark[],
  width: number
): PlotModule.PlotOptions | null {
  const marks: Mark[] = [];
  const kinds: { from: number; to: number; label: string }[] = [];
  let next = 0;
  for (const label of new Set(line.map(({ kind }) => kind))) {
    const from = next;
    for (const { kind, key, outcome, words } of line)
      if (kind === label) marks.push({ at: next++, key, outcome, words });
    kinds.push({ from, to: next - 1, label });
    next += GAP;
  }
  if (marks.length === 0) return null;
  const last = Math.max(1, next - 1 - GAP);
  const margin = 16;
  const step = (width - 2 * margin) / last;
  const radius = Math.min(7, step * 0.36);
  /** How far a band goes beyond its outer marks: never out of the picture. */
  const beyond = Math.min(0.35, (radius + 5) / step);
  const leftOf = (at: number) => margin + at * step - radius;
  const shape = (outcome: HeldOutcome) => marks.filter((mark) => mark.outcome === outcome);
  const headings = placed(
    kinds.map(({ from, label }) => ({ text: label, left: leftOf(from), first: -1 })),
    width
  );
  // From the right, so that no line to a mark crosses the words of another.
  const exceptions = marks.filter(({ outcome }) => outcome !== 'holds').reverse();
  const start = Math.max(...headings.map(({ line }) => line)) + 1;
  const named = placed(
    exceptions.map(({ at, words }) => ({ at, text: oneLine(words, width), left: leftOf(at), first: start })),
    width
  );
  const lines = Math.max(...[...headings, ...named].map(({ line }) => line)) + 1;
  const bottom = 12 + lines * LINE;
  const text = ({ text, left, line }: Label, fill: string) =>
    Plot.text([text], {
      text: (d: string) => d,
      frameAnchor: line < 0 ? 'top-left' : 'bottom-left',
      dx: left - margin,
      dy: line < 0 ? -LINE : (line + 1) * LINE,
      textAnchor: 'start',
      fill,
      stroke: 'var(--paper)',
      strokeWidth: 4
    });
  return {
    width,
    height: 34 + 24 + bottom,
    marginTop: 34,
    marginBottom: bottom,
    marginLeft: margin,
    marginRight: margin,
    style: pictureStyle,
    x: { domain: [0, last], axis: null },
    y: { domain: [-1, 1], axis: null },
    marks: [
      Plot.ruleY(kinds, {
        x1: ({ from }: { from: number }) => from - beyond,
        x2: ({ to }: { to: number }) => to + beyond,
        y: () => 0,
        stroke: 'var(--hairline)',
        strokeWidth: 2 * radius + 8
      }),
      ...named
        .filter(({ at, line }) => !named.some((other) => other.line < line && covers(other, margin + at * step)))
        .map(({ at, line }) =>
          Plot.ruleX([at], { y1: () => 0, y2: () => -1, insetBottom: -(line + 0.6) * LINE, stroke: 'var(--muted)' })
        ),
      ...headings.map((label) => text(label, 'var(--muted)')),
      ...named.map((label) => text(label, 'var(--ink)')),
      spots(({ x, y }) =>
        marks.map(({ key, at }) => {
          const [wide, high] = [Math.max(step, 2 * radius), 28];
          return { key, x: Number(x!(at)) - wide / 2, y: Number(y!(0)) - high / 2, width: wide, height: high };
        })
      ),
      ...outcomeDots(Plot, shape, radius, { x: 'at', y: () => 0 })
    ]
  };
}
