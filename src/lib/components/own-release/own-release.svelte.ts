import type { Database } from '../../database/database.ts';
import { ofFolder } from '../../database/of-folder.ts';
import type { HeldRelease } from '../../own-release/held-release.ts';
import type { ReadRelease } from '../../own-release/read-in-worker.ts';
import { isMarkedOpen, markOpen } from '../../own-release/shelf/mark.ts';
import type { NotShelved } from '../../own-release/shelf/shelve.ts';
import type { Shelved } from '../../own-release/shelf/shelved.ts';
import type { OpenRelease } from '../open-release.svelte.ts';
import { reasonOf } from '../reason-of.ts';

/** Whether the browser keeps a release: not looked yet; nothing; its manifest, and whether the browser promised to keep it. */
export type OnShelf = 'unknown' | null | { readonly manifest: HeldRelease['manifest']; readonly promised: boolean };

/** What opens a release of the reader's own in place of the one the site is built with, keeps it, and lets go of it. */
export type OwnRelease = ReturnType<typeof ownRelease>;

const shelf = () => import('../../own-release/shelf/shelved.ts');

/** @param builtIn opens the release that the site is built with */
export function ownRelease(release: OpenRelease, builtIn: () => Database) {
  let held = $state.raw<HeldRelease | null>(null);
  let onShelf = $state.raw<OnShelf>('unknown');
  let notShelved = $state.raw<NotShelved | null>(null);
  let trouble = $state('');
  let inHand: Shelved | null = null;

  async function show(next: HeldRelease) {
    await release.swap(async () => ofFolder(next.manifest, next.files));
    held = next;
    trouble = '';
  }

  function letGo() {
    inHand?.letGo();
    inHand = null;
  }

  async function openShelved() {
    const taken = await (await shelf()).takeShelved();
    onShelf = taken && { manifest: taken.manifest, promised: await isPromised() };
    if (!taken) throw new Error('this browser keeps it no longer');
    letGo();
    inHand = taken;
    await show(taken);
    markOpen(true);
  }

  async function back() {
    if (held) await release.swap(async () => builtIn());
    held = null;
    letGo();
    markOpen(false);
  }

  return {
    /** The reader's own, while it is the one that is open. */
    get held() {
      return held;
    },
    get onShelf() {
      return onShelf;
    },
    /** Why the browser does not keep what was opened last; null when it does. */
    get notShelved() {
      return notShelved;
    },
    /** Why the release that was open when the site was last looked at is so no more; empty when it is. */
    get trouble() {
      return trouble;
    },
    /** Whether the release on the shelf has to be opened first. */
    isAwaited: () => held === null && isMarkedOpen(),
    /** Opens the release that was open when the site was last looked at. */
    async restore() {
      try {
        await openShelved();
      } catch (error) {
        markOpen(false);
        trouble = reasonOf(error);
      }
    },
    /** Throws as {@link OpenRelease.swap} does; the page then shows what it showed before. */
    async open(next: ReadRelease) {
      await show(next);
      letGo();
      notShelved = next.notShelved;
      if (notShelved !== null) return;
      markOpen(true);
      const promised = await navigator.storage.persist().catch(() => false);
      onShelf = { manifest: next.manifest, promised };
    },
    openShelved,
    /** Goes back to the release that the site is built with. Throws as {@link OpenRelease.swap} does. */
    back,
    /** Looks what the browser keeps. */
    async look() {
      if (onShelf !== 'unknown') return;
      const taken = await (await shelf()).takeShelved().catch((error: unknown) => {
        trouble = reasonOf(error);
        return null;
      });
      taken?.letGo();
      onShelf = taken && { manifest: taken.manifest, promised: await isPromised() };
    },
    /**
     * Goes back to the built-in release and removes what the browser keeps.
     *
     * @throws Error with a plain sentence where another tab has it open
     */
    async forget() {
      await back();
      if (!(await (await shelf()).clearShelf()))
        throw new Error(
          'another tab of this site has it open: close that tab, or go back to the built-in data there, first'
        );
      onShelf = null;
      trouble = '';
    }
  };
}

const isPromised = () => navigator.storage.persisted().catch(() => false);
