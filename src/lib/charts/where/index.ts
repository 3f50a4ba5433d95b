import type { Chart } from '../chart.ts';
import { whereFrom } from '../places/where-from.ts';

/** The figure of the list of places: where people are from, published. */
export const whereCharts = { map: whereFrom } as const satisfies Readonly<Record<string, Chart>>;
