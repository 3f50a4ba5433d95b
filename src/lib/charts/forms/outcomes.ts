import type * as PlotModule from '@observablehq/plot';

/** What became of an order, by how it is drawn. */
export const outcomes = [
  { mark: 'holds', label: 'the same first' },
  { mark: 'chance', label: 'another first, within chance' },
  { mark: 'turned', label: 'clearly ordered pairs swap places' }
] as const;

export type HeldOutcome = (typeof outcomes)[number]['mark'];

/** A dot or cross for each outcome at the places of its marks, which tell their `words` when pointed at. */
export function outcomeDots<M extends { readonly words: string }>(
  Plot: typeof PlotModule,
  of: (outcome: HeldOutcome) => readonly M[],
  radius: number,
  place: Pick<PlotModule.DotOptions, 'x' | 'y'>
): PlotModule.Markish[] {
  const common = { ...place, r: radius, strokeWidth: 2, title: 'words' } as const;
  return [
    Plot.dot(of('holds'), { ...common, fill: 'var(--ink)', stroke: 'var(--ink)' }),
    Plot.dot(of('chance'), { ...common, fill: 'var(--paper)', stroke: 'var(--ink)' }),
    Plot.dot(of('turned'), { ...common, symbol: 'times', stroke: 'var(--accent)', strokeWidth: 3 })
  ];
}
