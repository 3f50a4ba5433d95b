import type { MixedRows } from '../../../src/lib/estimate/variances/variance-components.ts';
import { fixture, type Numbers, type Planted } from './reference-rows.ts';

interface Scores {
  readonly rows: Readonly<Record<Column, number[]>> & {
    readonly side: string[];
    readonly band: string[];
    readonly opener: boolean[];
    readonly score: (number | null)[];
  };
  readonly times: number[];
  readonly tolerance: { readonly components: number };
  readonly components: Readonly<Record<string, Numbers>>;
  readonly least_squares: Readonly<Record<string, Numbers>>;
}

type Column = 'person' | 'conversation' | 'topic' | 'model' | 'length' | 'list' | 'refuses';

export const scores = fixture<Scores>('scores');

export interface ScoreRow extends Readonly<Record<Column, number>> {
  readonly side: string;
  readonly band: string;
  readonly score: number;
}

/** The rated openers, or what a planted error makes of them. */
export function scoreRows(planted?: Planted): ScoreRow[] {
  const { rows } = scores;
  return rows.person.flatMap((person, i) => {
    const score = rows.score[i] ?? (planted === 'missing counted as zero' ? 0 : null);
    if (score === null || !(rows.opener[i] || planted === 'filter dropped')) return [];
    const [conversation, topic, model] = [rows.conversation[i]!, rows.topic[i]!, rows.model[i]!];
    const [length, list, refuses] = [rows.length[i]!, rows.list[i]!, rows.refuses[i]!];
    const [side, band] = [rows.side[i]!, rows.band[i]!];
    return [
      {
        // Each conversation a person of its own.
        person: planted === 'clusters ignored' ? conversation : person,
        ...{ conversation, topic, model, side, band, score, length, list, refuses }
      }
    ];
  });
}

/** Position of each value in the list of the different ones. */
export function codesOf(values: readonly (string | number)[]): { codes: Int32Array; count: number } {
  const places = new Map([...new Set(values)].map((value, i) => [value, i]));
  return { codes: Int32Array.from(values, (value) => places.get(value)!), count: places.size };
}

/** First row of each run of equal values, and the end. */
export function startsOf(values: readonly number[]): Int32Array {
  const starts = values.flatMap((value, i) => (i === 0 || value !== values[i - 1] ? [i] : []));
  return Int32Array.from([...starts, values.length]);
}

const of = (rows: readonly ScoreRow[], column: Column) => rows.map((row) => row[column]);

const crossedBy = (values: readonly number[]) => {
  const { codes, count } = codesOf(values);
  return { of: codes, levels: count, by: null, groups: 1 };
};

/** The split into person, person × model, conversation, model, topic and rest; with the models of groupings of people. */
export function splitOf(rows: readonly ScoreRow[], ...groupings: readonly ('side' | 'band')[]): MixedRows {
  const model = crossedBy(of(rows, 'model'));
  const starts = startsOf(of(rows, 'person'));
  const grouped = groupings.flatMap((name) => {
    const { codes: by, count: groups } = codesOf(Array.from(starts.subarray(0, -1), (row) => rows[row]![name]));
    return [
      [`${name}:model`, { of: model.of, levels: model.levels, by, groups }],
      [name, { of: null, levels: 1, by, groups }]
    ] as const;
  });
  return {
    y: Float64Array.from(rows, ({ score }) => score),
    starts,
    nested: { person: null, 'person:model': model.of, conversation: Int32Array.from(of(rows, 'conversation')) },
    crossed: { ...Object.fromEntries(grouped), model, topic: crossedBy(of(rows, 'topic')) }
  };
}

/** The split of the replies to one message: what they have in common, model and rest. */
export function openersOf(rows: readonly ScoreRow[]): MixedRows {
  return {
    y: Float64Array.from(rows, ({ score }) => score),
    starts: startsOf(of(rows, 'conversation')),
    nested: { conversation: null },
    crossed: { model: crossedBy(of(rows, 'model')) }
  };
}
