import type * as PlotModule from '@observablehq/plot';
import { formatPercent, formatValue, formatWholePercent, type Scale } from '../../dataset/index.ts';
import type { Figure, Group, KeyEntry, Row } from '../chart.ts';
import type { PairFields } from '../rows/pairs.ts';
import { colourClasses, type Classes } from './classes.ts';
import { CHARACTER, NARROW, pictureStyle } from './picture-frame.ts';
import { setLabel, setText } from './row-label.ts';
import { ofRows, spots } from './spots.ts';

const CELL = 26;
/** Widest column. */
const WIDEST = 96;
/** Longest line of a heading, in characters. */
const LINE = 16;

/** More cells than this are a table's, not a picture's. */
export const MOST_CELLS = 480;

/** What is drawn: a row for each cell, and what its values are. */
type Cells = Pick<Figure<PairFields>, 'rows' | 'scale'>;

interface Cell {
  readonly x: number;
  readonly y: number;
  readonly row: Row;
}

/** Most lines of a label or heading. */
const MOST_LINES = 5;

/** A heading broken into lines of whole words. */
const setHeading = (label: string) => setLabel(label, LINE * CHARACTER + 1, MOST_LINES);
const linesOf = (label: string) => setHeading(label).lines;

const longestLine = (label: string) => Math.max(...linesOf(label).map((line) => line.length));

/** A number as a cell holds it: per cents and scores whole or with one decimal, without their unit. */
function cellText({ estimate }: Row, scale: Scale): string {
  if (!estimate.shown) return '';
  return scale === 'share' ? formatWholePercent(estimate.value) : formatValue(estimate.value, scale);
}

/** Classes of what is printed in the cells: whole per cents. */
const classesOf = ({ rows, scale }: Cells): Classes | null =>
  colourClasses(rows, scale, ({ value }) => (scale === 'share' ? formatPercent(value, 0) : formatValue(value, scale)));

/** How cells are coloured and written, where that is not by classes of their values. */
export interface Painting {
  /** Colours of cells, and of the text on each. */
  readonly looks: readonly { readonly fill: string; readonly on: string }[];
  /** Which of the colours a shown cell has, from 1 on; 0 for none. */
  of(row: Row): number;
  text(row: Row): string;
  /** Longest line of a row's label, in characters, where there is room for more than of a heading. */
  readonly line?: number;
}

/** By classes of the cells’ own values; few people have none. */
function byClass(cells: Cells): Painting {
  const classes = classesOf(cells);
  return {
    looks: [1, 2, 3, 4, 5].map((nth) => ({ fill: `var(--class-${nth})`, on: `var(--on-class-${nth})` })),
    of: ({ estimate }) => (estimate.shown && estimate.level !== 'few' && classes ? classes.of(estimate) : 0),
    text: (row) => cellText(row, cells.scale)
  };
}

/**
 * A table whose cells are coloured by class, with the number in each: rows are the first groups of the pairs, columns
 * the second ones, in as many blocks as the width asks for. Cells on 10–29 people stay without a colour, and a dot
 * stands for those with too few.
 */
export function heatTable(
  Plot: typeof PlotModule,
  { rows, scale }: Cells,
  width: number,
  painting = byClass({ rows, scale })
): PlotModule.PlotOptions | null {
  if (rows.length > MOST_CELLS || !rows.some(({ estimate }) => estimate.shown)) return null;
  const narrow = width < NARROW;
  const distinct = (nth: keyof PairFields) => {
    const shown = rows.filter(({ estimate }) => estimate.shown).map((row) => row[nth]);
    return [...new Map(shown.map((group) => [group.key, group])).values()];
  };
  const [firsts, seconds] = [distinct('first'), inOrder(distinct('second'), rows)];
  const rowAt = new Map<string, Map<string, Row<PairFields>>>();
  for (const row of rows) {
    rowAt.set(row.first.key, (rowAt.get(row.first.key) ?? new Map()).set(row.second.key, row));
  }
  const line = painting.line ?? LINE;
  const setFirst = (label: string) => setLabel(label, line * CHARACTER + 1, MOST_LINES);
  const longestOf = ({ label }: Group) => Math.max(...setFirst(label).lines.map((one) => one.length));
  const labelWidth = narrow ? 0 : 16 + Math.max(...firsts.map(longestOf)) * CHARACTER;
  const text = Math.max(2, ...rows.map((row) => painting.text(row).length)) * CHARACTER + 6;
  const turned = Math.max(...seconds.map(({ label }) => linesOf(label).length)) * 15 + 6;
  const least = Math.max(text, turned);
  const perBlock = Math.max(1, Math.floor((width - labelWidth) / least));
  const blocks = Math.ceil(seconds.length / perBlock);
  const each = Math.ceil(seconds.length / blocks);
  const columnWidth = Math.min(WIDEST, (width - labelWidth) / each);
  // Headings lie down when their lines fit across a column.
  const lying = seconds.every(({ label }) => longestLine(label) * CHARACTER + 6 <= columnWidth);
  const setRow = (label: string) => (narrow ? setLabel(label, width - 8) : setFirst(label));
  const pitch = ({ label }: Group) => {
    const tall = setRow(label).lines.length;
    return narrow ? CELL + 5 + 15 * tall : Math.max(CELL, tall * 15 + 4);
  };

  const headings: { x: number; y: number; label: string }[] = [];
  const labels: { x: number; y: number; label: string; missing: boolean }[] = [];
  const cells: Cell[] = [];
  let y = 0;
  for (let block = 0; block < blocks; block++) {
    const columns = seconds.slice(block * each, (block + 1) * each);
    const tall = lying
      ? Math.max(...columns.map(({ label }) => linesOf(label).length)) * 15 + 8
      : Math.max(...columns.map(({ label }) => longestLine(label))) * CHARACTER + 10;
    y += tall + (block === 0 ? 0 : 18);
    columns.forEach(({ label }, i) => headings.push({ x: labelWidth + (i + 0.5) * columnWidth, y: y - 6, label }));
    for (const first of firsts) {
      const height = pitch(first);
      const middle = y + height - (narrow ? CELL / 2 : height / 2);
      labels.push({
        x: narrow ? 0 : labelWidth - 10,
        y: narrow ? y + 3.5 + 7.5 * setRow(first.label).lines.length : middle,
        label: first.label,
        missing: first.missing
      });
      columns.forEach((second, i) => {
        const row = rowAt.get(first.key)?.get(second.key);
        if (row) cells.push({ x: labelWidth + (i + 0.5) * columnWidth, y: middle, row });
      });
      y += height;
    }
  }
  const step = ({ row }: Cell) => (row.estimate.shown ? painting.of(row) : 0);
  const plain = cells.filter((cell) => cell.row.estimate.shown && step(cell) === 0);
  const few = plain.filter(({ row: { estimate } }) => estimate.shown && estimate.level === 'few');
  const hidden = cells.filter(({ row }) => !row.estimate.shown);
  const box = { inset: 0, width: columnWidth - 2, height: CELL - 2 };
  const rectangles = (some: Cell[], options: PlotModule.RectOptions) =>
    Plot.rect(some, {
      x1: ({ x }: Cell) => x - box.width / 2,
      x2: ({ x }: Cell) => x + box.width / 2,
      y1: ({ y }: Cell) => y - box.height / 2,
      y2: ({ y }: Cell) => y + box.height / 2,
      ...ofRows(some, ({ row }) => row.key),
      ...options
    });

  return {
    width,
    height: Math.ceil(y) + 4,
    margin: 0,
    style: pictureStyle,
    x: { domain: [0, width], range: [0, width], axis: null },
    y: { domain: [0, y], range: [0, y], axis: null },
    marks: [
      spots(() =>
        hidden.map(({ x, y, row: { key } }) => ({
          ...{ key, x: x - box.width / 2, y: y - box.height / 2 },
          ...{ width: box.width, height: box.height }
        }))
      ),
      Plot.text(headings, {
        x: 'x',
        y: 'y',
        ...setText(headings, ({ label }) => setHeading(label)),
        rotate: lying ? 0 : -90,
        textAnchor: lying ? 'middle' : 'start',
        lineAnchor: lying ? 'bottom' : 'middle',
        lineHeight: 1.15,
        fill: 'var(--muted)'
      }),
      Plot.text(labels, {
        x: 'x',
        y: 'y',
        ...setText(labels, ({ label }) => setRow(label)),
        textAnchor: narrow ? 'start' : 'end',
        lineHeight: 1.15,
        fill: ({ missing }: { missing: boolean }) => (missing ? 'var(--muted)' : 'var(--ink)')
      }),
      ...painting.looks.map(({ fill, on }, i) => {
        const some = cells.filter((cell) => step(cell) === i + 1);
        return [
          rectangles(some, { fill }),
          Plot.text(some, {
            x: 'x',
            y: 'y',
            text: ({ row }: Cell) => painting.text(row),
            fill: on,
            fontVariant: 'tabular-nums'
          })
        ];
      }),
      rectangles(plain, { stroke: 'var(--hairline)', fill: 'none' }),
      [few, plain.filter((cell) => !few.includes(cell))].map((some, i) =>
        some.length === 0 && i === 1
          ? null
          : Plot.text(some, {
              x: 'x',
              y: 'y',
              text: ({ row }: Cell) => painting.text(row),
              fill: 'var(--muted)',
              ...(i === 0 ? { fontStyle: 'italic' } : {}),
              fontVariant: 'tabular-nums'
            })
      ),
      Plot.dot(hidden, { x: 'x', y: 'y', r: 3, stroke: 'var(--muted)', fill: 'none' })
    ]
  };
}

/** Second groups in the order the pairs have them under any first group. */
function inOrder(groups: readonly Group[], rows: Cells['rows']): Group[] {
  const later = new Map<string, Set<string>>();
  let before: string[] = [];
  let line = '';
  for (const { first, second } of rows) {
    if (first.key !== line) [line, before] = [first.key, []];
    for (const key of before) later.set(key, (later.get(key) ?? new Set()).add(second.key));
    before.push(second.key);
  }
  return [...groups].sort((a, b) => (later.get(a.key)?.has(b.key) ? -1 : later.get(b.key)?.has(a.key) ? 1 : 0));
}

/** The key of a heat-table: its classes, and the marks of cells without one. */
export function heatKey({ rows, scale }: Cells): KeyEntry[] {
  const hidden: KeyEntry = { mark: 'few-dot', label: 'too few to show' };
  const few: KeyEntry = { mark: 'blank', label: 'few people, no colour' };
  return [
    ...(rows.some(({ estimate }) => !estimate.shown) ? [hidden] : []),
    ...(rows.some(({ estimate }) => estimate.shown && estimate.level === 'few') ? [few] : []),
    ...(classesOf({ rows, scale })?.key ?? [])
  ];
}
