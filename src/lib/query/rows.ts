import type { Filter, Sample, Turns } from '../selection/selection.ts';

/** Which rows of a table count. */
export interface Narrowed {
  readonly filters: readonly Filter[];
  readonly sample: Sample;
  readonly turns: Turns;
}

/** Rows of one table, narrowed, with what is measured in them: what most queries start from. */
export interface Rows extends Narrowed {
  /** Metric by name; its table sets the grain. */
  readonly metric: string;
}
