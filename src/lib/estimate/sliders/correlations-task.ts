import { pearson, type CorrelationFound } from './pearson.ts';
import { averaged } from './averaged.ts';

/** Sliders to set against one another. Typed data only: it is posted to a worker. */
export interface CorrelationsTask {
  readonly kind: 'correlations';
  /** One column a slider, NaN where there is no answer. */
  readonly columns: readonly Float64Array[];
  /** Whose each row is, from 0 on without gaps. */
  readonly person: Int32Array;
  readonly people: number;
  /** Whether people count alike: each with the average of their own answers to a slider. */
  readonly peopleAlike: boolean;
}

/** Every pair of sliders, the later one first, in the order of the columns. */
export interface CorrelationsComputed {
  readonly kind: 'correlations';
  readonly pairs: readonly (CorrelationFound & { readonly a: number; readonly b: number })[];
  readonly people: number;
  readonly rows: number;
}

/** Correlates every slider with each before it. */
export function correlate({ columns, person, people, peopleAlike }: CorrelationsTask): CorrelationsComputed {
  const own = peopleAlike ? columns.map((values) => averaged(values, person, people)) : columns;
  const whose = peopleAlike ? Int32Array.from({ length: people }, (_, i) => i) : person;
  const pairs = own.flatMap((x, a) => own.slice(0, a).map((y, b) => ({ a, b, ...pearson({ x, y, person: whose }) })));
  return { kind: 'correlations', pairs, people, rows: person.length };
}
