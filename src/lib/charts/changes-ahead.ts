import type { Params, Selection } from '../selection/index.ts';

/** Each setting of a chart's parameters, one at a time, by what it changes of the default. */
export function settingsAhead(params: Params, defaults: Selection['params']): Partial<Selection>[] {
  return Object.entries(params).flatMap(([name, { choices }]) =>
    choices.map(({ key }) => ({ params: { ...defaults, [name]: key } }))
  );
}
