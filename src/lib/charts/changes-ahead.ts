import { levelKey, levelsOf, usualColumns } from '../dataset/index.ts';
import { samples, type Params, type Selection } from '../selection/index.ts';

/** How many of the usual columns readers are likely to narrow a ranking to. */
const NARROWED_TO = 6;

/** Each setting of a chart's parameters, one at a time, by what it changes of the default. */
export function settingsAhead(params: Params, defaults: Selection['params']): Partial<Selection>[] {
  return Object.entries(params).flatMap(([name, { choices }]) =>
    choices.map(({ key }) => ({ params: { ...defaults, [name]: key } }))
  );
}

/** Each sample, and each level of some columns on its own as a filter. */
export function narrowingsAhead(columns: readonly string[] = usualColumns(NARROWED_TO)): Partial<Selection>[] {
  return [
    ...samples.map((sample) => ({ sample })),
    ...columns.flatMap((column) =>
      levelsOf(column).map((level) => ({ filters: [{ column, exclude: false, keys: [levelKey(level)] }] }))
    )
  ];
}
