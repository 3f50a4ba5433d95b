import type * as PlotModule from '@observablehq/plot';
import { formatCount } from '../../dataset/index.ts';
import { outcomeDots, type HeldOutcome } from './outcomes.ts';
import { CHARACTER, FONT_SIZE, NARROW, pictureStyle } from './picture-frame.ts';
import { setLabel } from './row-label.ts';
import { spots } from './spots.ts';

/** A line of marks. */
export interface GridLine {
  readonly label: string;
  /** Its place among all groups, from 0 on: where names have no room it is called by a letter. */
  readonly place: number;
  /** Whether it is all groups together. */
  readonly together: boolean;
  readonly people: number;
  readonly marks: readonly {
    /** Key of its row. */
    readonly key: string;
    /** The heading of its way. */
    readonly kind: string;
    /** Its way, as short as its heading allows; lines have a mark of the same way below one another. */
    readonly way: string;
    /** Null where it is not judged. */
    readonly outcome: HeldOutcome | null;
    /** What it is and what became of the order. */
    readonly words: string;
  }[];
}

/** What stands for a way. */
type Shape = HeldOutcome | 'unjudged';

interface Point {
  readonly x: number;
  readonly y: number;
}

interface Mark extends Point {
  readonly key: string;
  readonly shape: Shape;
  readonly words: string;
}

interface Label extends Point {
  readonly text: string;
}

interface Band {
  readonly x1: number;
  readonly x2: number;
  readonly y1: number;
  readonly y2: number;
}

/** A way with its place along a line, in steps. */
interface Placed {
  readonly label: string;
  readonly kind: string;
  readonly at: number;
}

/** Room between two kinds of ways, and between all together and the groups, in steps. */
const GAP = 0.8;
const LINE = 15;
const HEADING = 18;
/** Longest that upright words may be, and what one of their letters takes on average. */
const UPRIGHT = 205;
const LETTER = 0.56 * FONT_SIZE;

/** The ways of all lines under the headings of their kinds, in order. */
function placedWays(lines: readonly GridLine[], kinds: readonly string[]): Placed[] {
  const marks = lines.flatMap((line) => line.marks);
  let at = -GAP;
  return kinds.flatMap((kind) => {
    const own = new Set(marks.filter((mark) => mark.kind === kind).map(({ way }) => way));
    if (own.size > 0) at += GAP;
    return [...own].map((label) => ({ label, kind, at: at++ }));
  });
}

/** What a way is found by: two headings may have ways of one name. */
const nameOf = (kind: string, way: string) => `${kind} ${way}`;
const widthOf = (text: string) => text.length * CHARACTER;

/** Words, or what else must stay together, in lines of at most so many pixels. */
function broken(parts: readonly string[], width: number, between = ' '): string {
  return parts
    .reduce<string[]>((lines, part) => {
      const longer = `${lines.at(-1)}${between}${part}`;
      return lines.length > 0 && widthOf(longer) <= width ? [...lines.slice(0, -1), longer] : [...lines, part];
    }, [])
    .join('\n');
}
const linesOf = (text: string) => text.split('\n').length;

const letter = (place: number) => String.fromCharCode(64 + place);
const shortName = ({ together, label }: GridLine) => (together ? 'all' : label);

/** What is drawn, in pixels from the top left. */
interface Layout {
  readonly height: number;
  readonly radius: number;
  readonly at: (group: number, way: number) => Point;
  /** Words with the way they are set. */
  readonly labels: readonly (readonly [readonly Label[], PlotModule.TextOptions])[];
}

/** A line of marks for each group, words of the ways standing upright above them. */
function lying(groups: readonly GridLine[], ways: readonly Placed[], width: number): Layout {
  const left = Math.min(180, Math.max(...groups.map(({ label }) => widthOf(label))) + 10);
  const last = ways.at(-1)!.at;
  const step = Math.min(40, (width - left - 56) / (last + 1));
  const x = (at: number) => left + (at + 0.5) * step;
  const words = ways.map(({ label }) => broken(label.split(' '), UPRIGHT));
  const longest = Math.max(...words.flatMap((text) => text.split('\n')).map(({ length }) => length));
  const headings = headingsOf(ways, (at) => x(at) - step / 2 + 2);
  const above = Math.max(...headings.map(({ line }) => line + 1)) * HEADING;
  const top = above + longest * LETTER + 12;
  const row = 28;
  const y = (group: number) => top + (group + (group > 0 ? GAP / 2 : 0) + 0.5) * row;
  return {
    height: y(groups.length - 1) + row / 2 + 2,
    radius: Math.min(7, step * 0.34),
    at: (group, way) => ({ x: x(way), y: y(group) }),
    labels: [
      [
        headings.map(({ x, line, text }) => ({ x, y: (line + 0.5) * HEADING, text })),
        { textAnchor: 'start', fill: 'var(--muted)' }
      ],
      [
        ways.map(({ at }, i) => ({ x: x(at), y: top - 6, text: words[i]! })),
        { rotate: -90, textAnchor: 'start', lineAnchor: 'middle', lineHeight: 1 }
      ],
      [
        groups.map((group, i) => ({ x: 0, y: y(i), text: setLabel(group.label, left - 10).lines.join('\n') })),
        { textAnchor: 'start', lineAnchor: 'middle', lineHeight: 1 }
      ],
      [
        [
          { x: width, y: top - 10, text: 'people' },
          ...groups.map(({ people }, i) => ({ x: width, y: y(i), text: formatCount(people) }))
        ],
        { textAnchor: 'end', fill: 'var(--muted)', fontVariant: 'tabular-nums' }
      ]
    ]
  };
}

/** The headings of the kinds over their first way; one without room stands a line lower. */
function headingsOf(ways: readonly Placed[], x: (at: number) => number) {
  const placed: { x: number; line: number; text: string }[] = [];
  for (const { kind, at } of ways) {
    if (placed.some(({ text }) => text === kind)) continue;
    const left = x(at);
    const before = placed.at(-1);
    const line = before && before.line === 0 && before.x + widthOf(before.text) + 4 > left ? 1 : 0;
    placed.push({ x: left, line, text: kind });
  }
  return placed;
}

/** On phones a column of marks for each group, named by a letter where words have no room; the ways are rows. */
function standing(groups: readonly GridLine[], ways: readonly Placed[], width: number): Layout {
  const steps = groups.length + GAP;
  const left = Math.max(132, Math.min(190, width - 20 * steps));
  const step = Math.min(44, (width - left) / steps);
  const x = (group: number) => left + (group + (group > 0 ? GAP : 0) + 0.5) * step;
  const lettered = groups.some((group) => widthOf(shortName(group)) > step + 4);
  const called = (group: GridLine) => (lettered && !group.together ? letter(group.place) : shortName(group));
  const rows: number[] = [];
  const headings: Label[] = [];
  let y = 24;
  const words = ways.map(({ label }) => broken(label.split(' '), left - 14));
  ways.forEach(({ kind }, i) => {
    if (ways[i - 1]?.kind !== kind) {
      headings.push({ x: 0, y: y + 12, text: kind });
      y += 24;
    }
    const high = LINE * linesOf(words[i]!) + 7;
    rows.push(y + high / 2);
    y += high;
  });
  const counts = groups.map((group) => {
    const name = setLabel(shortName(group), width - 60).lines.join(' ');
    const own = lettered && !group.together ? `${letter(group.place)} ${name}` : name;
    return broken(`${own} (${formatCount(group.people)})`.split(' '), width);
  });
  const key = `People:\n${broken(counts, width, ' · ')}`;
  const places = new Map(ways.map(({ at }, i) => [at, rows[i]!]));
  return {
    height: y + 12 + 17 * linesOf(key),
    radius: Math.min(6, step * 0.34),
    at: (group, way) => ({ x: x(group), y: places.get(way)! }),
    labels: [
      [
        groups.map((group, i) => ({ x: x(i), y: 12, text: called(group) })),
        { textAnchor: 'middle', fill: 'var(--muted)' }
      ],
      [headings, { textAnchor: 'start', fill: 'var(--muted)' }],
      [
        ways.map(({ at }, i) => ({ x: 8, y: places.get(at)!, text: words[i]! })),
        { textAnchor: 'start', lineAnchor: 'middle', lineHeight: LINE / FONT_SIZE }
      ],
      [
        [{ x: 0, y: y + 8, text: key }],
        { textAnchor: 'start', lineAnchor: 'top', lineHeight: 17 / FONT_SIZE, fill: 'var(--muted)' }
      ]
    ]
  };
}

/**
 * Lines of marks, one for each group, as `orderStrip` draws one: a mark for each way of looking, by what became of the
 * group's own order, under the headings of their kinds.
 *
 * @param kinds the headings, in order
 */
export function orderGrid(
  Plot: typeof PlotModule,
  lines: readonly GridLine[],
  kinds: readonly string[],
  width: number
): PlotModule.PlotOptions | null {
  if (lines.length < 2) return null;
  const ways = placedWays(lines, kinds);
  const { height, radius, at, labels } = (width < NARROW ? standing : lying)(lines, ways, width);
  const places = new Map(ways.map(({ kind, label, at }) => [nameOf(kind, label), at]));
  const marks = lines.flatMap((line, i) =>
    line.marks.map(({ key, kind, way, outcome, words }): Mark => {
      return { key, ...at(i, places.get(nameOf(kind, way))!), shape: outcome ?? 'unjudged', words };
    })
  );
  const pad = radius + 4;
  const bands = lines.flatMap((line, i) => {
    const met = new Set(line.marks.map(({ kind }) => kind));
    return [...met].map((kind): Band => {
      const own = ways.filter((way) => way.kind === kind);
      const [from, to] = [at(i, own[0]!.at), at(i, own.at(-1)!.at)];
      return { x1: from.x - pad, x2: to.x + pad, y1: from.y - pad, y2: to.y + pad };
    });
  });
  const of = (shape: Shape) => marks.filter((mark) => mark.shape === shape);
  return {
    width,
    height: Math.ceil(height),
    margin: 0,
    style: pictureStyle,
    x: { domain: [0, width], axis: null },
    y: { domain: [0, Math.ceil(height)], range: [0, Math.ceil(height)], axis: null },
    marks: [
      Plot.rect(bands, { x1: 'x1', x2: 'x2', y1: 'y1', y2: 'y2', fill: 'var(--hairline)' }),
      ...labels.map(([some, options]) =>
        Plot.text(some, { x: 'x', y: 'y', text: 'text', fill: 'var(--ink)', ...options })
      ),
      spots(() => marks.map(({ key, x, y }) => ({ key, x: x - pad, y: y - pad, width: 2 * pad, height: 2 * pad }))),
      ...outcomeDots(Plot, of, radius, { x: 'x', y: 'y' }),
      Plot.ruleY(of('unjudged'), {
        x1: ({ x }: Mark) => x - radius,
        x2: ({ x }: Mark) => x + radius,
        y: 'y',
        title: 'words',
        stroke: 'var(--muted)',
        strokeWidth: 2
      })
    ]
  };
}
