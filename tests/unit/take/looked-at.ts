import type { Selection } from '../../../src/lib/selection/index.ts';
import type { Test } from '../query/recount.ts';

/** What a way of looking changes, by its key. */
export function lookedAt(
  selection: Selection,
  key: string,
  is: (column: string, ...keys: string[]) => Test
): { selection: Selection; tests: readonly Test[] } {
  const [kind, what] = [key.slice(0, key.indexOf('.')), key.slice(key.indexOf('.') + 1)];
  const { params } = selection;
  const mean = ['mean-score', 'standardised'];
  const turns = mean.includes(params.method!) ? selection.turns : 'opener';
  const asked: Selection = { ...selection, turns };
  switch (kind) {
    case 'by':
      return { selection: { ...asked, params: { ...params, method: what } }, tests: [] };
    case 'sample':
      return { selection: { ...asked, sample: what as Selection['sample'] }, tests: [] };
    case 'turns': {
      const method = mean.includes(params.method!) ? params.method! : 'mean-score';
      return { selection: { ...asked, turns: what as Selection['turns'], params: { ...params, method } }, tests: [] };
    }
    case 'without': {
      const there = is('special_region', what);
      return { selection: asked, tests: [(row) => !there(row)] };
    }
  }
  return { selection: asked, tests: [] };
}
