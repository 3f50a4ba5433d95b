import type * as PlotModule from '@observablehq/plot';
import type { Figure, Row } from './chart.ts';
import { CHARACTER, FONT_SIZE } from './dot-interval.ts';
import { kindsOfWay } from './robustness-ways.ts';

/** What became of an order, by how it is drawn. */
export const outcomes = [
  { mark: 'holds', label: 'the same first, no pair told apart turns round' },
  { mark: 'turned', label: 'the same first, some pairs told apart turn round' },
  { mark: 'first', label: 'another stands first' }
] as const;

type Outcome = (typeof outcomes)[number]['mark'];

/** Which of the outcomes a row is; null where it is hidden. */
export function outcomeOf({ more }: Pick<Row, 'more'>): Outcome | null {
  if (!more) return null;
  return more.sameFirst === 0 ? 'first' : more.turned! > 0 ? 'turned' : 'holds';
}

interface Mark {
  readonly at: number;
  readonly outcome: Outcome;
  readonly words: string;
}

/** Room between two kinds of ways, in marks. */
const GAP = 0.6;
/** Lines of words below the marks, at most; the table has all. */
const MOST_LINES = 6;
const LINE = 18;

/** Words at a place, in the first line from `first` on that has room for them. */
interface Label {
  readonly text: string;
  readonly left: number;
  /** −1 above the marks, from 0 on below them. */
  readonly line: number;
}

/** Gives each text a line so that none meets another; those for which there is none are left out. */
function placed(texts: readonly { text: string; left: number; first: number }[], width: number): Label[] {
  const taken: { left: number; right: number; line: number }[] = [];
  return texts.flatMap(({ text, left: wanted, first }) => {
    const room = text.length * CHARACTER;
    const left = Math.max(0, Math.min(wanted, width - room));
    const right = left + room + 8;
    for (let line = first; line < MOST_LINES; line++) {
      if (taken.some((other) => other.line === line && other.left < right && left < other.right)) continue;
      taken.push({ left, right, line });
      return [{ text, left, line }];
    }
    return [];
  });
}

/**
 * One line: a mark for each way of looking, by what became of the order, under the headings of their kinds; the ways in
 * which it does not hold are named below.
 */
export function orderStrip(
  Plot: typeof PlotModule,
  { rows }: Pick<Figure, 'rows'>,
  width: number,
  words: (row: Row) => string
): PlotModule.PlotOptions | null {
  const marks: Mark[] = [];
  const kinds: { from: number; to: number; label: string }[] = [];
  let next = 0;
  for (const [kind, label] of Object.entries(kindsOfWay)) {
    const from = next;
    for (const row of rows) {
      const outcome = outcomeOf(row);
      if (!row.key.startsWith(`${kind}.`) || outcome === null) continue;
      marks.push({ at: next++, outcome, words: `${row.label}: ${words(row)}` });
    }
    if (next === from) continue;
    kinds.push({ from, to: next - 1, label });
    next += GAP;
  }
  if (marks.length === 0) return null;
  const last = Math.max(1, next - 1 - GAP);
  const margin = 16;
  const step = (width - 2 * margin) / last;
  const radius = Math.min(7, step * 0.36);
  const leftOf = (at: number) => margin + at * step - radius;
  const shape = (outcome: Outcome) => marks.filter((mark) => mark.outcome === outcome);
  const headings = placed(
    kinds.map(({ from, label }) => ({ text: label, left: leftOf(from), first: -1 })),
    width
  );
  // From the right, so that no line to a mark crosses the words of another.
  const exceptions = marks.filter(({ outcome }) => outcome !== 'holds').reverse();
  const start = Math.max(...headings.map(({ line }) => line)) + 1;
  const named = placed(
    exceptions.map(({ at, words }) => ({ text: words, left: leftOf(at), first: start })),
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
  const common = { x: 'at', y: () => 0, strokeWidth: 2, title: 'words' } as const;
  return {
    width,
    height: 34 + 24 + bottom,
    marginTop: 34,
    marginBottom: bottom,
    marginLeft: margin,
    marginRight: margin,
    style: {
      background: 'none',
      color: 'var(--ink)',
      fontFamily: 'inherit',
      fontSize: `${FONT_SIZE}px`,
      overflow: 'visible'
    },
    x: { domain: [0, last], axis: null },
    y: { domain: [-1, 1], axis: null },
    marks: [
      Plot.ruleY(kinds, {
        x1: ({ from }: { from: number }) => from - 0.35,
        x2: ({ to }: { to: number }) => to + 0.35,
        y: () => 0,
        stroke: 'var(--hairline)',
        strokeWidth: 2 * radius + 8
      }),
      ...named.map(({ text, line }) =>
        Plot.ruleX(
          exceptions.filter(({ words }) => words === text),
          { x: 'at', y1: () => 0, y2: () => -1, insetBottom: -(line + 0.6) * LINE, stroke: 'var(--muted)' }
        )
      ),
      ...headings.map((label) => text(label, 'var(--muted)')),
      ...named.map((label) => text(label, 'var(--ink)')),
      Plot.dot(shape('holds'), { ...common, r: radius, fill: 'var(--ink)', stroke: 'var(--ink)' }),
      Plot.dot(shape('turned'), { ...common, r: radius, fill: 'var(--paper)', stroke: 'var(--accent)' }),
      Plot.dot(shape('first'), { ...common, r: radius, symbol: 'times', stroke: 'var(--accent)', strokeWidth: 3 })
    ]
  };
}
