import type * as PlotModule from '@observablehq/plot';
import { CHARACTER, NARROW, ems, pictureStyle } from './picture-frame.ts';
import { oneLine, setLabel } from './row-label.ts';
import { spots } from './spots.ts';

const ROW = 26;

/** A place of a line in a column. */
interface Mark {
  /** Key of its row. */
  readonly key: string;
  readonly line: string;
  /** Position of its column. */
  readonly column: number;
  readonly place: number;
  /** Whether it differs beyond chance from another column. */
  readonly differs: boolean;
}

/** Places in columns side by side; the first column is all others together. */
export interface Bump {
  readonly columns: readonly string[];
  readonly marks: readonly Mark[];
}

/** Letters for columns too narrow for words: A, B, C … */
const letter = (place: number) => String.fromCharCode(64 + place);

/**
 * Places of models in groups side by side: a column per group, the first for all together, a line per model. A model is
 * coloured where its standing in a group differs beyond chance from that in another.
 */
export function rankBump(
  Plot: typeof PlotModule,
  { columns, marks }: Bump,
  width: number
): PlotModule.PlotOptions | null {
  const groups = [...new Set(marks.map(({ column }) => column))].sort((a, b) => a - b);
  const all = marks.filter(({ column }) => column === 0);
  if (all.length < 2 || groups.length < 2) return null;
  const differing = new Set(marks.filter(({ differs }) => differs).map(({ line }) => line));
  const accented = (line: string) => (differing.has(line) ? 'var(--accent)' : 'var(--muted)');
  const narrow = width < NARROW;
  const longest = Math.max(...all.map(({ line }) => line.length + 4));
  const marginLeft = Math.min(Math.ceil(longest * CHARACTER) + 8, narrow ? 228 : 268);
  const room = (width - marginLeft - 8) / groups.length;
  const nameOf = (group: number) => setLabel(columns[group]!, 0.9 * width - 40).lines.join(' ');
  const widest = (words: readonly string[]) => Math.max(...words.map((word) => word.length)) * CHARACTER;
  const words = groups.map(nameOf);
  // A name may take two lines, but a word is not broken.
  const lettered =
    groups.length > 8 || widest(words) > room * 1.9 || widest(words.flatMap((name) => name.split(' '))) > room - 4;
  const key = lettered
    ? groups
        .filter((group) => group !== 0)
        .map((group) => `${letter(group)} ${nameOf(group)}`)
        .join(' · ')
    : '';
  const keyLines = Math.ceil((key.length * CHARACTER) / (width - 16));
  const top = 46;
  const bottom = 12 + 17 * keyLines;
  const places = Math.max(...marks.map(({ place }) => place));

  return {
    width,
    height: top + bottom + ROW * places,
    marginTop: top,
    marginBottom: bottom,
    marginLeft,
    marginRight: 8,
    style: pictureStyle,
    x: { type: 'point', domain: groups, padding: 0.5, axis: null },
    y: { type: 'linear', domain: [places + 0.5, 0.5], axis: null },
    marks: [
      spots(({ x, y }) =>
        marks.map(({ key, column, place }) => ({
          ...{ key, x: Number(x!(column)) - room / 2, y: Number(y!(place)) - ROW / 2 },
          ...{ width: room, height: ROW }
        }))
      ),
      Plot.ruleX(groups, { stroke: 'var(--hairline)' }),
      Plot.line(marks, {
        x: 'column',
        y: 'place',
        z: 'line',
        curve: 'bump-x',
        stroke: (mark: Mark) => accented(mark.line),
        strokeOpacity: (mark: Mark) => (differing.has(mark.line) ? 0.8 : 0.35),
        strokeWidth: 1.5
      }),
      Plot.dot(marks, {
        x: 'column',
        y: 'place',
        r: (mark: Mark) => (mark.differs ? 5 : 3.5),
        fill: (mark: Mark) => (mark.differs ? 'var(--accent)' : 'var(--paper)'),
        stroke: (mark: Mark) => accented(mark.line),
        strokeWidth: 1.5
      }),
      Plot.text(all, {
        y: 'place',
        frameAnchor: 'left',
        textAnchor: 'end',
        dx: -6,
        text: (mark: Mark) => `${oneLine(mark.line, marginLeft - 8 - 4 * CHARACTER)} ${mark.place}`,
        fill: (mark: Mark) => (differing.has(mark.line) ? 'var(--accent)' : 'var(--ink)'),
        fontVariant: 'tabular-nums'
      }),
      Plot.text(groups, {
        x: (group: number) => group,
        frameAnchor: 'top',
        dy: -8,
        lineAnchor: 'bottom',
        text: (group: number) => (lettered && group !== 0 ? letter(group) : nameOf(group)),
        lineWidth: ems(room * 0.95),
        lineHeight: 1.1,
        fill: 'var(--muted)'
      }),
      key === ''
        ? null
        : Plot.text([key], {
            frameAnchor: 'bottom-left',
            text: (d: string) => d,
            dx: 8 - marginLeft,
            dy: bottom - 4,
            lineWidth: ems(width - 16),
            lineHeight: 1.25,
            lineAnchor: 'bottom',
            textAnchor: 'start',
            fill: 'var(--muted)'
          })
    ]
  };
}
