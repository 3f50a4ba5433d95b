import { tick, untrack } from 'svelte';
import { recipeOf, type Recipe, type SplitReport, type Step } from '../../pairs/index.ts';
import { format } from '../../selection/index.ts';
import { isFollowing } from '../../selection/url.svelte.ts';
import type { LinkedPage } from '../linked-page.svelte.ts';
import { reasonOf } from '../reason-of.ts';
import { whoIsLeft, type LeftTable } from './who-is-left.ts';
import { pairsInWorker, type PairsWorker } from './pairs-in-worker.ts';

/** What a recipe leaves step by step, and of which link and release it is said. */
export interface CountedPairs {
  readonly link: string;
  readonly version: string;
  readonly recipe: Recipe;
  readonly steps: readonly Step[];
  /** Null for a recipe without a split. */
  readonly split: SplitReport | null;
  readonly left: readonly LeftTable[];
}

/** How often it is looked whether a count is there. */
const SETTLES_MS = 50;

/** Pairs as the page's link asks for them, counted anew whenever it changes. */
export type LivePairs = ReturnType<typeof livePairs>;

/**
 * Counts the pairs of the recipe that the page's link says, over the release that is open. What stood before stands until
 * the next count is there.
 *
 * @param initial the prerendered count of the default recipe
 */
export function livePairs(page: LinkedPage, initial: CountedPairs) {
  let counted = $state.raw(initial);
  let pending = $state(false);
  let failure = $state<string | null>(null);
  let attempt = $state(0);
  /** Whether what stands was once what the link asked for. */
  let seen = $state(false);
  let worker = $state.raw<PairsWorker | null>(null);
  const link = $derived(format(page.selection, page.vocabulary).toString());
  const recipe = $derived(recipeOf(page.selection));
  const behind = $derived(counted.link !== link || counted.version !== page.release.manifest.version);

  $effect(() => {
    const { database } = page.release;
    const own = database && pairsInWorker(database);
    worker = own;
    return () => own?.close();
  });

  $effect(() => {
    void attempt;
    const [asked, { version, undocumented }] = [link, page.release.manifest];
    if (!isFollowing() || !worker) return;
    failure = null;
    if (asked === initial.link && version === initial.version) counted = initial;
    if (untrack(() => !behind)) {
      seen = true;
      return;
    }
    const controller = new AbortController();
    pending = true;
    const wanted = untrack(() => recipe);
    worker.ask(wanted, 'steps', controller.signal).then(
      ({ steps, split, left }) => {
        if (controller.signal.aborted) return;
        counted = { link: asked, version, recipe: wanted, steps, split, left: whoIsLeft(left, undocumented) };
        [pending, seen] = [false, true];
      },
      (error: unknown) => {
        if (controller.signal.aborted) return;
        failure = reasonOf(error);
        pending = false;
      }
    );
    return () => {
      controller.abort();
      pending = false;
    };
  });

  return {
    get counted() {
      return counted;
    },
    /** What filters count people by, as they do beside a figure. */
    get view() {
      return { figure: { denominators: { people: counted.steps.at(-1)!.people } } };
    },
    get pending() {
      return pending;
    },
    get failure() {
      return failure;
    },
    /** Whether what stands may be read: it is what the link asks for, or was before the last change. */
    get stands() {
      return !behind || (seen && failure === null);
    },
    get behind() {
      return behind;
    },
    retry() {
      attempt++;
    },
    /** Resolves when nothing is being counted. */
    async settled() {
      // A change just made is noticed first.
      await tick();
      while (pending) await new Promise((resolve) => setTimeout(resolve, SETTLES_MS));
    },
    /**
     * The pairs of what is asked for now as a file. Throws what the worker throws.
     */
    async file(): Promise<Blob> {
      if (!worker) throw new Error('pairs cannot be made here');
      return (await worker.ask(recipe, 'file')).file!;
    }
  };
}
