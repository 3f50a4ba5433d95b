import { levelKey, type Dimension, type LevelGroup, type Level } from './column.ts';

/** The group of a column that has this key, if there is one. */
export function groupOf(column: Dimension, key: string): LevelGroup | undefined {
  return column.groups?.find((group) => levelKey(group) === key);
}

/** The answers that a group holds, in the description's order. */
export function answersIn(column: Dimension, { values }: LevelGroup): readonly Level[] {
  return column.levels.filter(({ value }) => values.includes(String(value)));
}

/** A group as a level of its own. */
export const asLevel = ({ label, noun, which, share }: LevelGroup): Level => ({
  value: levelKey({ label }),
  label,
  ...(noun !== undefined && { noun }),
  ...(which !== undefined && { which }),
  ...(share !== undefined && { share })
});

/** Answers that are spans and follow one another, as one span: "18–44"; undefined for others. */
function oneSpan(column: Dimension, levels: readonly Level[]): Level | undefined {
  const places = levels.map((level) => column.levels.indexOf(level)).sort((a, b) => a - b);
  const spans = places.map((place) => column.levels[place]?.span);
  const follow = places.every((place, i) => place === places[0]! + i);
  if (levels.length < 2 || !follow || spans.some((span) => span === undefined)) return undefined;
  const [from, to] = [spans[0]![0], spans.at(-1)![1]];
  const label = to === null ? `${from} and over` : `${from}–${to}`;
  return { value: levelKey({ label }), label };
}

/**
 * Answers of a column by the one name they have together, where they have one: that of a group of the description
 * ("Graduates"), or of a span. Else the answers as they are.
 */
export function taken(column: Dimension, levels: readonly Level[]): readonly Level[] {
  if (levels.length < 2) return levels;
  const group = column.groups?.find((one) => {
    const own = answersIn(column, one);
    return own.length === levels.length && own.every((level) => levels.includes(level));
  });
  const name = group ? asLevel(group) : oneSpan(column, levels);
  return name ? [name] : levels;
}
