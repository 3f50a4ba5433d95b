import type * as PlotModule from '@observablehq/plot';
import { formatCount, formatWholePercent } from '../../dataset/index.ts';
import type { FieldMark, Figure, Group, KeyEntry, Row } from '../chart.ts';
import type { PairFields } from '../rows/pairs.ts';
import { CHARACTER, NARROW, pictureStyle, rightColumn } from './picture-frame.ts';
import { setLabel, setText } from './row-label.ts';
import { ofRows } from './spots.ts';

/** Most answers that colours tell apart. */
export const MOST_SEGMENTS = 6;
const BAR = 24;
/** Longest line of a label left of the bars, in characters. */
const LINE = 34;

/** A row for each answer in each group, groups first. */
type Shares = readonly Row<PairFields>[];

/** The answers in their order. */
export function levelsDrawn(rows: Shares): Group[] {
  return [...new Map(rows.map(({ second }) => [second.key, second])).values()];
}

/**
 * The colour of each answer and of the number in it: classes for answers with an order, for others colours that differ in
 * lightness as well, so that grey ones are told apart; grey for what is missing.
 */
function colours(rows: Shares, ordered: boolean): Map<string, { mark: FieldMark; fill: string; text: string }> {
  const answers = levelsDrawn(rows);
  const real = answers.filter(({ missing }) => !missing).length;
  const scale = ordered && real <= 5 ? 'class' : 'stack';
  let nth = 0;
  const field = (mark: FieldMark, text: string) => ({ mark, fill: `var(--${mark})`, text: `var(--${text})` });
  return new Map(
    answers.map(({ key, missing }) => {
      if (missing) return [key, field('few', 'ink')];
      const mark = `${scale}-${++nth}` as const;
      return [key, field(mark, `on-${mark}`)];
    })
  );
}

/**
 * The key of the answers, in the order of the bars.
 *
 * @param ordered whether the answers have an order of their own
 */
export function stackKey(rows: Shares, ordered: boolean): KeyEntry[] {
  const all = colours(rows, ordered);
  const missing = levelsDrawn(rows).filter((group) => group.missing);
  const absent: KeyEntry = { mark: 'few', label: missing.map(({ label }) => label).join(', ') };
  return [
    ...levelsDrawn(rows)
      .filter((group) => !group.missing)
      .map(({ key, label }) => ({ mark: all.get(key)!.mark, label })),
    ...(missing.length > 0 ? [absent] : [])
  ];
}

/** A bar's label. */
const written = ({ first, estimate }: Shares[number]) =>
  `${first.label}${estimate.shown && estimate.level === 'few' ? ' (few)' : ''}`;

interface Segment {
  /** Key of its row. */
  readonly key: string;
  readonly group: string;
  readonly y: number;
  readonly from: number;
  readonly to: number;
  readonly share: number;
  readonly fill: string;
  readonly text: string;
  readonly few: boolean;
}

/**
 * Bars of 100 % for each group, parted by answer, with the per cents in the parts that are wide enough. Groups of 10–29
 * people are outlined and have no colour.
 */
export function stackedShares(
  Plot: typeof PlotModule,
  { rows: shares, axis, ordered }: Pick<Figure, 'axis'> & { readonly rows: Shares; readonly ordered: boolean },
  width: number
): PlotModule.PlotOptions | null {
  const narrow = width < NARROW;
  const all = colours(shares, ordered);
  const groups = new Map<string, Shares[number][]>();
  for (const row of shares) {
    if (row.estimate.shown) groups.set(row.first.key, [...(groups.get(row.first.key) ?? []), row]);
  }
  if (groups.size === 0) return null;
  const rows = [...groups.values()];
  const longest = Math.max(...rows.map(([row]) => written(row!).length));
  const marginLeft = narrow ? 2 : 16 + Math.min(LINE, longest) * CHARACTER;
  const marginRight = 64;
  const labelRoom = narrow ? width - 72 : LINE * CHARACTER;
  /** Above the bars on phones. */
  const above = 12 + 14 * Math.max(...rows.map(([row]) => setLabel(written(row!), labelRoom).lines.length));
  const pitch = narrow ? BAR + above : Math.max(BAR + 8, longest > LINE ? 40 : 0);
  const top = 30;
  const height = rows.length * pitch;
  const labels = rows.map(([row], i) => ({
    y: i * pitch,
    label: written(row!),
    people: row!.estimate.people,
    few: row!.estimate.shown && row!.estimate.level === 'few'
  }));
  const middle = ({ y }: { y: number }) => y + pitch - (narrow ? BAR / 2 + 4 : pitch / 2);
  const segments: Segment[] = rows.flatMap((parts, i) => {
    let at = 0;
    return parts.flatMap(({ key, first, second, estimate }) => {
      if (!estimate.shown) return [];
      const from = at;
      at += estimate.value;
      const place = { key, group: first.key, y: i * pitch, from, to: at, share: estimate.value };
      return [{ ...place, ...all.get(second.key)!, few: estimate.level === 'few' }];
    });
  });
  const pixels = width - marginLeft - marginRight;
  const percent = (segment: Segment) => formatWholePercent(segment.share);
  const fits = (segment: Segment) => (segment.to - segment.from) * pixels > percent(segment).length * CHARACTER + 4;

  return {
    width,
    height: top + height + 44,
    marginTop: top,
    marginBottom: 44,
    marginLeft,
    marginRight,
    style: pictureStyle,
    x: { domain: [0, 1], axis: null },
    y: { domain: [0, height], range: [top, top + height], axis: null },
    marks: [
      Plot.rect(segments, {
        x1: 'from',
        x2: 'to',
        y1: (segment: Segment) => middle(segment) - BAR / 2,
        y2: (segment: Segment) => middle(segment) + BAR / 2,
        ...ofRows(segments, ({ key }) => key),
        fill: (segment: Segment) => (segment.few ? 'var(--paper)' : segment.fill),
        stroke: (segment: Segment) => (segment.few ? 'var(--muted)' : 'var(--paper)'),
        strokeWidth: 1
      }),
      Plot.text(segments.filter(fits), {
        x: ({ from, to }: Segment) => (from + to) / 2,
        y: middle,
        text: percent,
        fill: (segment: Segment) => (segment.few ? 'var(--muted)' : segment.text),
        fontVariant: 'tabular-nums'
      }),
      Plot.text(labels, {
        y: (label: { y: number }) => (narrow ? label.y + (above - 6) / 2 : middle(label)),
        frameAnchor: 'left',
        textAnchor: narrow ? 'start' : 'end',
        dx: narrow ? 0 : -12,
        ...setText(labels, ({ label }) => setLabel(label, labelRoom)),
        fill: ({ few }: { few: boolean }) => (few ? 'var(--muted)' : 'var(--ink)')
      }),
      rightColumn(
        Plot,
        labels,
        { head: 'people', end: marginRight - 2, above: 20 },
        {
          y: (label) => (narrow ? label.y + (above - 6) / 2 : middle(label)),
          text: ({ people }) => formatCount(people)
        }
      ),
      ...(
        [
          ['start', 0],
          ['middle', 0.5],
          ['end', 1]
        ] as const
      ).map(([textAnchor, at]) =>
        Plot.text([at], {
          x: (d: number) => d,
          frameAnchor: 'bottom',
          dy: 18,
          text: (d: number) => `${d * 100}\u202f%`,
          textAnchor
        })
      ),
      Plot.text([axis], {
        frameAnchor: 'bottom-left',
        text: (d: string) => d,
        dy: 38,
        fill: 'var(--muted)',
        textAnchor: 'start',
        lineAnchor: 'bottom'
      })
    ]
  };
}
