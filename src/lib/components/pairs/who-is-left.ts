import { findColumn, levelsOf, type Undocumented } from '../../dataset/index.ts';
import {
  benjaminiHochberg,
  differenceOfShares,
  share,
  type Contrast,
  type Estimate,
  type Unestimated
} from '../../estimate/index.ts';
import { disclose } from '../../figure/disclose.ts';
import type { LeftBy, LevelLeft } from '../../pairs/index.ts';
import { SMALLEST_CELL, SMALLEST_RANKED } from '../../selection/index.ts';

/** A level among what is left and among what was dropped, as anybody may see it. Plain JSON. */
export interface LeftRow {
  readonly label: string;
  readonly left: Estimate;
  readonly dropped: Estimate;
  /** Left minus dropped, as a share between −1 and 1. */
  readonly difference: Estimate;
  readonly peopleLeft: number;
  /** Whether there were people of this level and so few are left that they tell little. */
  readonly warns: boolean;
  /** Whether the difference is more than chance lets differences be, all of them tested together. */
  readonly differs: boolean;
}

/** Left and dropped by one column. */
export interface LeftTable {
  readonly label: string;
  readonly unit: LeftBy['unit'];
  /** How many people stand on each side. */
  readonly people: { readonly left: number; readonly dropped: number };
  /** How many of the unit are left, and were dropped. */
  readonly units: { readonly left: number; readonly dropped: number };
  readonly rows: readonly LeftRow[];
}

/** False findings among those named. */
const FALSE_SHARE = 0.05;

const seen = (
  result: Contrast | ReturnType<typeof share> | Unestimated,
  people: number,
  units: number,
  sides?: { a: number; b: number; both: number }
): Estimate =>
  disclose(
    {
      ...{ key: '', label: '', missing: false, people, conversations: units, ratings: units, result },
      ...(sides ? { sides } : {})
    },
    SMALLEST_CELL
  ).estimate;

/** Whether a difference may be tested: enough people on both sides. */
const tested = ({ a, b }: LevelLeft) => Math.min(a.people, b.people) >= SMALLEST_RANKED;

/** What a recipe left and dropped, estimated with intervals clustered by people and disclosed by the threshold rule. */
export function whoIsLeft(left: readonly LeftBy[], undocumented: Undocumented): LeftTable[] {
  const contrasts = left.flatMap(({ levels }) =>
    levels.map((level) => differenceOfShares(level.a, level.b, level.cross))
  );
  const flat = left.flatMap(({ levels }) => levels);
  const ps = contrasts.map((one, i) => ('p' in one && tested(flat[i]!) ? one.p : null));
  const adjusted = benjaminiHochberg(ps.filter((p) => p !== null));
  let next = 0;
  const q = ps.map((p) => (p === null ? 1 : adjusted[next++]!));
  let at = -1;
  return left.map(({ column, unit, levels }) => {
    const named = levelsOf(column, undocumented);
    const rows = levels.map((level): LeftRow & { there: boolean } => {
      const { a, b, code, peopleLeft } = level;
      at++;
      const sides = { a: a.people, b: b.people, both: level.cross.people };
      const people = a.people + b.people - level.cross.people;
      return {
        there: a.y + b.y > 0,
        label: named[code]!.label,
        left: seen(share(a), a.people, a.x),
        dropped: seen(share(b), b.people, b.x),
        difference: seen(contrasts[at]!, people, a.x + b.x, sides),
        peopleLeft,
        warns: peopleLeft < SMALLEST_RANKED,
        differs: q[at]! <= FALSE_SHARE
      };
    });
    const { a, b } = levels[0] ?? { a: { people: 0, x: 0 }, b: { people: 0, x: 0 } };
    return {
      label: findColumn(column)!.column.label,
      unit,
      people: { left: a.people, dropped: b.people },
      units: { left: a.x, dropped: b.x },
      rows: rows.flatMap(({ there, ...row }) => (there ? [row] : []))
    };
  });
}
