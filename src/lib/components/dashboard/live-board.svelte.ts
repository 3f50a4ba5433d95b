import { tick, untrack } from 'svelte';
import { SvelteSet } from 'svelte/reactivity';
import { boardSelection, dashboardVocabulary, peopleLeft } from '../../charts/dashboard/index.ts';
import { answerBoard, type Ask, type Board, type BoardTile } from '../../figure/board.ts';
import { format, type Selection } from '../../selection/index.ts';
import { isFollowing } from '../../selection/url.svelte.ts';
import type { LinkedPage } from '../linked-page.svelte.ts';
import { reasonOf } from '../reason-of.ts';
import { orderOfRows } from './tile-values.ts';

/** The board as the page's link asks for it, answered anew whenever it changes. */
export type LiveBoard = ReturnType<typeof liveBoard>;

/** So long a hand rests before what it would pick is worked out. */
const PREVIEW_MS = 60;

/** So long a hand rests before what takes longer is worked out and said. */
const REST_MS = 400;

/** Answers kept, so that what stands beside every slice, and what stood before the last step, is not asked again. */
const MOST_KEPT = 800;

type Asked = Parameters<Ask>[0][number];
type Given = Awaited<ReturnType<Ask>>[number];

const linkOf = (selection: Selection) => format(selection, dashboardVocabulary).toString();

/**
 * Answers the board of the page's link, over the release that is open. What stood before stands, as `behind`, until all
 * tiles are answered, and then changes at once.
 *
 * @param initial the prerendered board of the default selection
 */
export function liveBoard(page: LinkedPage, initial: Board) {
  let board = $state.raw(initial);
  let preview = $state.raw<Board | null>(null);
  let pending = $state(false);
  let failure = $state<string | null>(null);
  let attempt = $state(0);
  /** Whether what stands was once what the link asked for. */
  let seen = $state(false);
  /** What the link asked for when the hand last rested. */
  let rested = $state.raw(page.selection);
  let hovering: ReturnType<typeof setTimeout> | undefined;
  /** The order of a tile's rows, from the first board that had it: rows keep their places. */
  const orders = new Map<string, readonly string[]>();
  const seenSlices = new SvelteSet<string>();
  const kept = new Map<string, Promise<Given>>();
  const link = $derived(linkOf(page.selection));
  const behind = $derived(board.link !== link || board.version !== page.release.manifest.version);

  /** Asks what is not known yet, all of it at once. */
  const ask: Ask = async (queries) => {
    const { database, manifest } = page.release;
    const nameOf = (query: Asked) => `${manifest.version} ${JSON.stringify(query)}`;
    const unknown = queries.filter((query) => !kept.has(nameOf(query)));
    if (unknown.length > 0) {
      if (!database) throw new Error('This board cannot change here');
      const answers = database.answer(unknown);
      unknown.forEach((query, i) => {
        const name = nameOf(query);
        const one = answers.then((all) => all[i]!);
        one.catch(() => kept.delete(name));
        kept.set(name, one);
      });
    }
    const found = await Promise.all(queries.map((query) => kept.get(nameOf(query))!));
    for (const name of [...kept.keys()].slice(0, Math.max(0, kept.size - MOST_KEPT))) kept.delete(name);
    return found;
  };

  $effect(() => {
    void [attempt, page.release.database];
    const [asked, { manifest }] = [link, page.release];
    if (!isFollowing()) return;
    failure = null;
    preview = null;
    if (untrack(() => !behind)) {
      seen = true;
      return;
    }
    if (asked === initial.link && manifest.version === initial.version) {
      board = initial;
      seen = true;
      return;
    }
    let given = false;
    pending = true;
    untrack(() => answerBoard(page.selection, ask, manifest)).then(
      (found) => {
        if (given) return;
        board = found;
        [pending, seen] = [false, true];
      },
      (error: unknown) => {
        if (given) return;
        failure = reasonOf(error);
        pending = false;
      }
    );
    return () => {
      given = true;
      pending = false;
    };
  });

  /** What stands beside every slice, and the tables it is read from, are fetched once the page rests. */
  $effect(() => {
    const { manifest, database } = page.release;
    if (!isFollowing() || !database) return;
    const warm = () => void answerBoard(boardSelection(dashboardVocabulary.defaults), ask, manifest).catch(() => {});
    const idle = (globalThis.requestIdleCallback ?? setTimeout)(warm);
    return () => (globalThis.cancelIdleCallback ?? clearTimeout)(idle as number);
  });

  $effect(() => {
    const { filters, compare } = rested;
    if (filters.length > 0 || compare) seenSlices.add(JSON.stringify([filters, compare]));
  });

  $effect(() => {
    void link;
    const now = page.selection;
    // What a link asks at first is not the change of a hand.
    if (!untrack(() => seen)) {
      rested = now;
      return;
    }
    const timer = setTimeout(() => (rested = now), REST_MS);
    return () => clearTimeout(timer);
  });

  return {
    get board() {
      return board;
    },
    /** What would stand if what the hand is on were picked; null where nothing is. */
    get preview() {
      return preview;
    },
    get behind() {
      return behind;
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
    /** What was asked for when the hand last rested for 400 ms. */
    get rested() {
      return rested;
    },
    /** Whether the hand moves, or has not rested long enough. */
    get moving() {
      return linkOf(rested) !== link;
    },
    /** What filters count people by, as they do beside a figure. */
    get view() {
      return { figure: { denominators: { people: board.people } } };
    },
    /** The keys of a tile's rows in the order they were first shown in, largest first unless they have an order of their own. */
    orderOf({ key, rows }: BoardTile): readonly string[] {
      const name = `${board.version} ${key}`;
      const found = orders.get(name) ?? orderOfRows(key, rows);
      orders.set(name, found);
      return found;
    },
    /** How many slices of people have been looked at here. */
    get slices() {
      return seenSlices.size;
    },
    /** What is said aloud once the hand has rested: nothing of what the page opens with. */
    get said() {
      return board === initial ? '' : peopleLeft(board.people, board.besides, board.selection.compare !== null);
    },
    retry() {
      attempt++;
    },
    /** Works out what a selection would show, without changing anything; null ends it. */
    hover(selection: Selection | null) {
      clearTimeout(hovering);
      if (selection === null) {
        preview = null;
        return;
      }
      const stood = link;
      hovering = setTimeout(() => {
        answerBoard(selection, ask, page.release.manifest).then(
          (found) => {
            if (stood === link) preview = found;
          },
          // What would stand is a help; without it picking works as well.
          () => {}
        );
      }, PREVIEW_MS);
    },
    /** Resolves when nothing is being worked out. */
    async settled() {
      await tick();
      while (pending) await new Promise((resolve) => setTimeout(resolve, PREVIEW_MS));
    }
  };
}
