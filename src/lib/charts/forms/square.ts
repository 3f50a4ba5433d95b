import type * as PlotModule from '@observablehq/plot';
import { formatWholePercent } from '../../dataset/index.ts';
import type { KeyEntry } from '../chart.ts';
import { CHARACTER, pictureStyle } from './picture-frame.ts';
import { oneLine } from './row-label.ts';

/** Least per cents of battles won, as they are printed, of the colours 5, 6 and 7; below even it is the other side's. */
const least = [50, 60, 70] as const;

/** One of the things that are set against each other. */
interface Item {
  readonly key: string;
  readonly label: string;
}

/** Items set against each other, each pair once. */
export interface Square {
  /** In the order of the square. */
  readonly items: readonly Item[];
  readonly pairs: readonly {
    readonly first: Item;
    readonly second: Item;
    /** Share of battles that the first wins; null where too few people saw both. */
    readonly share: number | null;
    /** Whether the pair differs from an even split or not; null where that is not judged. */
    readonly differs: boolean | null;
    readonly people: number;
    readonly battles: number;
  }[];
}

/** One cell of the square: the item of the row against that of the column. */
export interface SquareCell {
  readonly row: string;
  readonly column: string;
  readonly rowLabel: string;
  readonly columnLabel: string;
  /** Share of battles that the row's item wins; null where too few people saw both. */
  readonly share: number | null;
  readonly people: number;
  readonly battles: number;
  /** 1 … 7 where the pair differs from an even split after adjustment; 4 where it does not; null where not judged. */
  readonly step: number | null;
}

/** Every cell of the square, both ways round; an item against itself has none. */
export function cells({ pairs }: Square): SquareCell[] {
  return pairs.flatMap(({ first, second, share, differs, people, battles }): SquareCell[] => {
    const step = share === null || differs === null ? null : differs ? stepOf(share) : 4;
    const both = { people, battles };
    return [
      { row: first.key, column: second.key, rowLabel: first.label, columnLabel: second.label, share, step, ...both },
      {
        row: second.key,
        column: first.key,
        rowLabel: second.label,
        columnLabel: first.label,
        share: share === null ? null : 1 - share,
        step: step === null ? null : 8 - step,
        ...both
      }
    ];
  });
}

/** The colour of a share that differs from even: 5 … 7 above it, 3 … 1 below it. */
function stepOf(share: number): number {
  if (share < 0.5) return 8 - stepOf(1 - share);
  const printed = Math.round(share * 100);
  return 4 + least.filter((from) => printed >= from).length;
}

export function squareKey(): KeyEntry[] {
  return [
    { mark: 'diverging-1', label: 'wins under 30 %' },
    { mark: 'diverging-2', label: '30–40 %' },
    { mark: 'diverging-3', label: '40–50 %' },
    { mark: 'diverging-4', label: 'cannot be told from even' },
    { mark: 'diverging-5', label: '50–60 %' },
    { mark: 'diverging-6', label: '60–70 %' },
    { mark: 'diverging-7', label: '70 % and more' }
  ];
}

/** Longest name of an item, in characters. */
const LONGEST = 28;

/** Side of a cell from which two digits fit. */
const DIGITS_FROM = 20;

/** The square as a picture: shares in per cent where two digits fit, colours alone on phones. */
export function square(Plot: typeof PlotModule, drawn: Square, width: number): PlotModule.PlotOptions | null {
  const { items } = drawn;
  if (items.length < 2) return null;
  const names = new Map(items.map(({ key, label }) => [key, oneLine(label, LONGEST * CHARACTER + 1)]));
  const keys = [...names.keys()];
  const nameOf = (key: string) => names.get(key)!;
  const margin = Math.ceil(Math.max(...keys.map((key) => nameOf(key).length)) * CHARACTER) + 8;
  const side = (width - margin) / items.length;
  const digits = side >= DIGITS_FROM;
  const top = digits ? margin + 4 : 8;
  const all = cells(drawn);
  const place = { x: 'column', y: 'row' } as const;
  return {
    width,
    height: Math.round(top + side * items.length + 4),
    marginLeft: margin,
    marginRight: 0,
    marginTop: top,
    marginBottom: 4,
    style: pictureStyle,
    x: { type: 'band', domain: keys, padding: 0.06, label: null, axis: null },
    y: { type: 'band', domain: keys, padding: 0.06, label: null, axis: null },
    marks: [
      Plot.text(keys, {
        y: (d: string) => d,
        frameAnchor: 'left',
        textAnchor: 'end',
        dx: -6,
        text: nameOf
      }),
      digits
        ? Plot.text(keys, {
            x: (d: string) => d,
            frameAnchor: 'top',
            textAnchor: 'start',
            rotate: -90,
            dy: -6,
            text: nameOf
          })
        : null,
      Plot.cell(all, {
        ...place,
        fill: ({ step }: SquareCell) => (step === null ? 'var(--paper)' : `var(--diverging-${step})`),
        stroke: ({ step }: SquareCell) => (step === null ? 'var(--hairline)' : 'none')
      }),
      digits
        ? Plot.text(
            all.filter(({ share }) => share !== null),
            {
              ...place,
              text: ({ share }: SquareCell) => formatWholePercent(share!),
              fill: ({ step }: SquareCell) =>
                step === 1 || step === 7 ? 'var(--on-strong)' : step === null ? 'var(--muted)' : 'var(--ink)',
              fontVariant: 'tabular-nums'
            }
          )
        : null
    ]
  };
}
