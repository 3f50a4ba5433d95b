import type { Filter, Selection } from '../selection/index.ts';
import type { LinkedPage } from './linked-page.svelte.ts';

export type Side = 'a' | 'b';

/** What belongs to a comparison and means nothing without one. */
const COMPARED_BY = ['estimand', 'scale', 'sides', 'tests'];

/** The two sides of a page's comparison while they are chosen, one after the other. */
export function sidesOf(page: LinkedPage) {
  /** Side B's filters while side A has none, so that nothing is compared yet. */
  let waiting = $state.raw<readonly Filter[]>([]);
  const { compare } = $derived(page.selection);
  const filters = $derived({ a: compare?.a ?? [], b: compare ? (compare.b ?? []) : waiting });

  /** A grouping that nobody asked for is not taken into a comparison: two sides are a figure by themselves. */
  function begin(a: readonly Filter[], b: readonly Filter[] | null): Partial<Selection> {
    const { by } = page.vocabulary.defaults;
    const unasked = compare === null && page.vocabulary.parts.includes('by') && page.selection.by === by;
    return { compare: { a, b }, and: null, ...(unasked ? { by: null } : {}) };
  }

  function stop(options?: { replace?: boolean }) {
    waiting = [];
    if (!compare) return;
    const usual = Object.entries(page.vocabulary.defaults.params).filter(([name]) => COMPARED_BY.includes(name));
    page.change({ compare: null, params: { ...page.selection.params, ...Object.fromEntries(usual) } }, options);
  }

  return {
    get filters() {
      return filters;
    },
    /** What makes one side; without anything on side A nothing is compared. */
    set(side: Side, next: readonly Filter[], options?: { replace?: boolean }) {
      const a = side === 'a' ? next : filters.a;
      const b = side === 'b' ? next : filters.b;
      if (a.length > 0) {
        waiting = [];
        page.change(begin(a, b.length > 0 ? b : null), options);
      } else {
        stop(options);
        waiting = b;
      }
    },
    setBoth: (a: readonly Filter[], b: readonly Filter[]) => page.change(begin(a, b)),
    swap() {
      if (compare?.b) page.change({ compare: { a: compare.b, b: compare.a } });
    },
    /** What filters everything makes side A, set against everyone else. */
    withTheRest: () => page.change({ filters: [], ...begin(page.selection.filters, null) }),
    stop
  };
}
