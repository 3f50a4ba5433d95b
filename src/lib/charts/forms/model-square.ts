import type * as PlotModule from '@observablehq/plot';
import { differs } from '../models/battles.ts';
import type { Figure, KeyEntry } from '../chart.ts';
import { pairModels } from '../models/pairs-vocabulary.ts';
import { CHARACTER, pictureStyle } from './picture-frame.ts';

/** Falls of the share of battles won between two classes of colour, from the bluest to the reddest. */
const steps = [0.3, 0.4, 0.47, 0.53, 0.6, 0.7] as const;

/** Between the keys of two models in the key of a row. */
export const AGAINST = ' ';

/** One cell of the square: a model of the row against a model of the column. */
export interface Cell {
  readonly row: string;
  readonly column: string;
  readonly rowLabel: string;
  readonly columnLabel: string;
  /** Share of battles that the row's model wins; null where too few people saw both. */
  readonly share: number | null;
  readonly people: number;
  readonly battles: number;
  /** 1 … 7 where the pair differs from an even split after adjustment; 4 where it does not; null where hidden or few. */
  readonly step: number | null;
}

/** Models in the order of the square, by key with their label. */
export function modelsOf({ rows }: Pick<Figure, 'rows'>): { key: string; label: string }[] {
  const keys = new Set<string>();
  for (const part of [0, 1]) for (const { key } of rows) keys.add(key.split(AGAINST)[part]!);
  return [...keys].map((key) => pairModels.find((one) => one.key === key)!);
}

/** Every cell of the square of models, both ways round; a model against itself has none. */
export function cells(figure: Pick<Figure, 'rows'>): Cell[] {
  const models = new Map(modelsOf(figure).map((model) => [model.key, model.label]));
  return figure.rows.flatMap((row): Cell[] => {
    const [first, second] = row.key.split(AGAINST) as [string, string];
    const { estimate } = row;
    const share = estimate.shown ? estimate.value : null;
    const step =
      share === null || (estimate.shown && estimate.level === 'few') ? null : differs(row) ? stepOf(share) : 4;
    const both = { people: estimate.people, battles: estimate.ratings };
    const [one, other] = [models.get(first)!, models.get(second)!];
    return [
      { row: first, column: second, rowLabel: one, columnLabel: other, share, step, ...both },
      {
        row: second,
        column: first,
        rowLabel: other,
        columnLabel: one,
        share: share === null ? null : 1 - share,
        step: step === null ? null : 8 - step,
        ...both
      }
    ];
  });
}

const stepOf = (share: number) => 1 + steps.filter((least) => share >= least).length;

export function squareKey(): KeyEntry[] {
  return [
    { mark: 'diverging-1', label: 'wins under 30 %' },
    { mark: 'diverging-2', label: '30–40 %' },
    { mark: 'diverging-3', label: '40–47 %' },
    { mark: 'diverging-4', label: 'cannot be told from even' },
    { mark: 'diverging-5', label: '53–60 %' },
    { mark: 'diverging-6', label: '60–70 %' },
    { mark: 'diverging-7', label: '70 % and more' }
  ];
}

/** Side of a cell from which two digits fit. */
const DIGITS_FROM = 20;

/** The square as a picture: shares in per cent where two digits fit, colours alone on phones. */
export function square(Plot: typeof PlotModule, figure: Figure, width: number): PlotModule.PlotOptions | null {
  const models = modelsOf(figure);
  if (models.length < 2) return null;
  const labels = models.map(({ label }) => label);
  const margin = Math.ceil(Math.max(...labels.map((label) => label.length)) * CHARACTER) + 8;
  const side = (width - margin) / models.length;
  const digits = side >= DIGITS_FROM;
  const top = digits ? margin + 4 : 8;
  const all = cells(figure);
  const place = { x: 'columnLabel', y: 'rowLabel' } as const;
  return {
    width,
    height: Math.round(top + side * models.length + 4),
    marginLeft: margin,
    marginRight: 0,
    marginTop: top,
    marginBottom: 4,
    style: pictureStyle,
    x: { type: 'band', domain: labels, padding: 0.06, label: null, axis: null },
    y: { type: 'band', domain: labels, padding: 0.06, label: null, axis: null },
    marks: [
      Plot.text(labels, {
        y: (d: string) => d,
        frameAnchor: 'left',
        textAnchor: 'end',
        dx: -6,
        text: (d: string) => d
      }),
      digits
        ? Plot.text(labels, {
            x: (d: string) => d,
            frameAnchor: 'top',
            textAnchor: 'start',
            rotate: -90,
            dy: -6,
            text: (d: string) => d
          })
        : null,
      Plot.cell(all, {
        ...place,
        fill: ({ step }: Cell) => (step === null ? 'var(--paper)' : `var(--diverging-${step})`),
        stroke: ({ step }: Cell) => (step === null ? 'var(--hairline)' : 'none')
      }),
      digits
        ? Plot.text(
            all.filter(({ share }) => share !== null),
            {
              ...place,
              text: ({ share }: Cell) => String(Math.round(share! * 100)),
              fill: ({ step }: Cell) =>
                step === 1 || step === 7 ? 'var(--on-strong)' : step === null ? 'var(--muted)' : 'var(--ink)',
              fontVariant: 'tabular-nums'
            }
          )
        : null
    ]
  };
}
