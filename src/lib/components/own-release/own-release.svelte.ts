import type { Database } from '../../database/database.ts';
import { ofFolder } from '../../database/of-folder.ts';
import type { HeldRelease } from '../../own-release/held-release.ts';
import type { OpenRelease } from '../open-release.svelte.ts';

/** What opens a release of the reader's own in place of the one the site is built with, and closes it again. */
export interface OwnRelease {
  /** The reader's own, while it is the one that is open. */
  readonly held: HeldRelease | null;
  /** Throws as {@link OpenRelease.swap} does; the page then shows what it showed before. */
  open(next: HeldRelease): Promise<void>;
  /** Goes back to the release that the site is built with. Throws as {@link OpenRelease.swap} does. */
  back(): Promise<void>;
}

/** @param builtIn opens the release that the site is built with */
export function ownRelease(release: OpenRelease, builtIn: () => Database): OwnRelease {
  let held = $state.raw<HeldRelease | null>(null);
  return {
    get held() {
      return held;
    },
    async open(next) {
      await release.swap(async () => ofFolder(next.manifest, next.files));
      held = next;
    },
    async back() {
      await release.swap(async () => builtIn());
      held = null;
    }
  };
}
