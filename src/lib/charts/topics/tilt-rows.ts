import { findColumn, type Dimension } from '../../dataset/index.ts';
import type { Tilt, TiltsComputed, TiltsTask } from '../../estimate/index.ts';
import type { Columns } from '../../query/index.ts';
import { SMALLEST_RANKED, type Selection } from '../../selection/index.ts';
import type { Group, RawRow, Row } from '../chart.ts';
import { dense } from '../rows/dense.ts';
import { pairFields, pairRow } from '../rows/pairs.ts';
import { isShown, type ShownRow } from '../rows/ranked.ts';
import { topics } from './topics-vocabulary.ts';

/**
 * What a row has that is a topic in a group: the topic's share there and on the other side, the conversations of the group
 * that are on it; where it is tested the adjusted p-value, and where it stands out the interval that holds after picking.
 */
export const tiltFields = {
  ...pairFields,
  here: 'interval',
  there: 'interval',
  having: 'value',
  p: 'value',
  adjusted: 'value',
  picked: 'interval'
} as const;

export type TiltFields = typeof tiltFields;

/** How many questions were tested, how many were answered by a difference; the group the others are set against. */
export const tiltConstants = { tested: 'count', found: 'count', reference: 'word' } as const;

export type TiltConstants = typeof tiltConstants;

export type TiltRow = Row<TiltFields>;

/** Groups as bit masks, who was not asked and who ticked nothing being groups, too. */
function masks(codes: Int32Array, { levels }: Dimension): Int32Array {
  return codes.map((mask) => (mask < 0 ? 1 << levels.length : mask === 0 ? 1 << (levels.length + 1) : mask));
}

/** The task of a selection, from its conversations. */
export function tiltsTask(columns: Columns, { by, params, minimum }: Selection, groups: number): TiltsTask {
  const column = findColumn(by!)!.column as Dimension;
  const many = column.kind === 'many';
  const person = dense(columns.user_id!);
  return {
    kind: 'tilts',
    person: person.codes,
    people: person.count,
    topic: columns.topic!.map((code) => (code < topics.length ? code : -1)),
    topics: topics.length,
    group: many ? masks(columns[by!]!, column) : columns[by!]!,
    groups,
    many,
    against: params.against === 'largest' ? 'largest' : 'rest',
    peopleAlike: params.count === 'people',
    least: Math.max(SMALLEST_RANKED, minimum)
  };
}

/** Shares as percentage points. */
const POINTS = 100;

const interval = (found: Tilt['here']) => ('value' in found ? found : undefined);

/** The rows of a figure: each topic in each group. */
export function tiltRows({ tilts }: TiltsComputed, groups: readonly Group[]): RawRow<TiltFields>[] {
  return tilts.map((tilt) => {
    const { difference, sides, adjusted, picked, conversations, having } = tilt;
    const [here, there] = [interval(tilt.here), interval(tilt.there)];
    const scaled = (value: number) => value * POINTS;
    const result =
      'value' in difference
        ? {
            value: scaled(difference.value),
            low: scaled(difference.low),
            high: scaled(difference.high),
            ...(difference.se === undefined ? {} : { se: scaled(difference.se), df: difference.df })
          }
        : difference;
    return {
      ...pairRow(topics[tilt.topic]!, groups[tilt.group]!, { people: sides.a, conversations, ratings: 0, result }),
      sides,
      having,
      ...(here && { here }),
      ...(there && { there }),
      ...('p' in difference ? { p: difference.p } : {}),
      ...(adjusted === undefined ? {} : { adjusted }),
      ...('value' in result && picked
        ? { picked: { value: result.value, low: scaled(picked.low), high: scaled(picked.high) } }
        : {})
    };
  });
}

/** A row that stands out from the rest once all are tested together. */
export type Standing = ShownRow<TiltRow> & Required<Pick<TiltRow, 'picked' | 'adjusted'>>;

export const standsOut = (row: TiltRow): row is Standing => isShown(row) && row.picked !== undefined;

/** How far the interval after picking lies from none: by this what stands out is sorted. */
export const nearest = ({ picked: { low, high } }: Standing): number => Math.max(low, -high, 0);

/** What stands out, surest to be large first. */
export const standouts = (rows: readonly TiltRow[]): Standing[] =>
  rows.filter(standsOut).sort((a, b) => nearest(b) - nearest(a));

/** Topics by what stands out most in any group, the others as listed; the groups of each as listed. */
export function arrangeTilts(rows: readonly TiltRow[]): readonly TiltRow[] {
  const byTopic = new Map<string, TiltRow[]>();
  for (const row of rows) byTopic.set(row.first.key, [...(byTopic.get(row.first.key) ?? []), row]);
  const weight = (own: readonly TiltRow[]) => Math.max(-1, ...own.filter(standsOut).map(nearest));
  return [...byTopic.values()]
    .map((own) => ({ own, weight: weight(own) }))
    .sort((a, b) => (a.weight === b.weight ? 0 : b.weight - a.weight))
    .flatMap(({ own }) => own);
}
