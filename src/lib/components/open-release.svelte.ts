import { tick } from 'svelte';
import type { Database } from '../database/database.ts';
import type { Manifest } from '../dataset/index.ts';

/** The release a page shows, read anew wherever it is used: another one may be opened while the page stands. */
export interface OpenRelease {
  /** What the release says of itself. */
  readonly manifest: Manifest;
  /** Answers questions about it; null while prerendering, where nothing can be asked. */
  readonly database: Database | null;
  /**
   * Opens another release in its place: opened, checked, shown everywhere, and the one before closed. The last one asked
   * for is the one that stays.
   *
   * @throws what `open` throws; Error with a plain sentence when its rows are not those it speaks of; AbortError when
   * another was asked for meanwhile. The page then shows what it showed before.
   */
  swap(open: () => Promise<Database>): Promise<void>;
}

/**
 * @param manifest the prerendered page's own
 * @param first the Database of that release, in a browser
 */
export function openRelease(manifest: Manifest, first: Database | null): OpenRelease {
  let database = $state.raw(first);
  let asked = 0;
  return {
    get database() {
      return database;
    },
    get manifest() {
      return database?.manifest ?? manifest;
    },
    async swap(open) {
      const own = ++asked;
      const [next, { checkCounts }] = await Promise.all([open(), import('../database/check-counts.ts')]);
      try {
        await checkCounts(next);
        if (own !== asked) throw new DOMException('Another release was asked for meanwhile', 'AbortError');
      } catch (error) {
        await next.close();
        throw error;
      }
      const before = database;
      database = next;
      // Whoever still waits for the one before gives up first.
      await tick();
      await before?.close();
    }
  };
}
