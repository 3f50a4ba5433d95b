import type { Figure, Group, KeyEntry, RawRow, Row, Total } from '../chart.ts';
import type { GridLine } from '../forms/order-grid.ts';
import { outcomes } from '../forms/outcomes.ts';
import { heldFields, outcomeOf, verdict, type HeldFields } from './order-held.ts';
import { kindsOfWay, underHeading, type KindOfWay } from './robustness-ways.ts';
import { TOGETHER } from './standings-across.ts';

/** What a way of looking at a group’s order has. */
export const groupHeldFields = { ...heldFields, group: 'word', way: 'word' } as const;

export type GroupHeldFields = typeof groupHeldFields;
export type GroupHeldRow = Row<GroupHeldFields>;
type Held = Pick<Figure<GroupHeldFields>, 'rows' | 'margins'>;

/** A way’s row as one of a group’s, of which there are several in the figure. */
export function inGroup(
  row: RawRow<HeldFields>,
  place: number,
  { label, missing }: Pick<Group, 'label' | 'missing'>
): RawRow<GroupHeldFields> {
  return { ...row, key: `${place}.${row.key}`, label: `${label}: ${row.label}`, missing, group: label, way: row.label };
}

/** A group’s own order, which the ways of looking at it are set against. */
export function askedIn({ margins }: Pick<Figure, 'margins'>, group: string | undefined): Total<HeldFields> {
  const { firsts } = margins!;
  return firsts.find(({ label }) => label === group) ?? firsts[0]!;
}

/** A group of the figure with its own order, and its rows, one for each way. */
export interface HeldGroup {
  readonly label: string;
  /** Its place among the groups of the figure, from 0 on. */
  readonly place: number;
  readonly together: boolean;
  readonly people: number;
  readonly asked: Total<HeldFields>;
  readonly rows: readonly GroupHeldRow[];
}

/** The groups whose orders are looked at, all together first. */
export function heldGroups({ rows, margins }: Held): HeldGroup[] {
  return margins!.firsts.flatMap((asked, place) => {
    const { label, estimate } = asked;
    const own = rows.filter(({ group }) => group === label);
    if (own.length === 0) return [];
    return [{ label, place, together: label === TOGETHER, people: estimate.people, asked, rows: own }];
  });
}

/** The figure as lines of marks, one for each group. */
export function gridOf(figure: Held): GridLine[] {
  return heldGroups(figure).map(({ label, place, together, people, asked, rows }) => ({
    label,
    people,
    place,
    together,
    marks: rows.map((row) => ({
      key: row.key,
      kind: kindsOfWay[row.kind as KindOfWay],
      way: underHeading(row.way),
      outcome: outcomeOf(row, asked),
      words: `${label}, ${row.way}: ${row.estimate.shown ? verdict(row, asked) : row.estimate.reason}`
    }))
  }));
}

export function heldKey(figure: Held): KeyEntry[] {
  const met = new Set(gridOf(figure).flatMap(({ marks }) => marks.map(({ outcome }) => outcome)));
  const few: KeyEntry = { mark: 'unjudged', label: 'too few people to judge' };
  return [...outcomes.filter(({ mark }) => met.has(mark)), ...(met.has(null) ? [few] : [])];
}
