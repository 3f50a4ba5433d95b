import { untrack } from 'svelte';
import type { Database } from '../database/database.ts';
import type { OpenRelease } from './open-release.svelte.ts';
import { reasonOf } from './reason-of.ts';

/** Something and the release it was made of. */
export interface OfRelease<T> {
  readonly version: string;
  readonly value: T;
}

/**
 * Something besides figures that a page says of the release that is open: prerendered for the site's own, asked of the
 * Database for another. What was said before stands, as `behind`, until the answer is there.
 */
export function ofRelease<T>(
  release: OpenRelease,
  prerendered: OfRelease<T>,
  ask: (database: Database, signal: AbortSignal) => Promise<T>
) {
  let said = $state.raw(prerendered);
  let failure = $state<string | null>(null);
  let attempt = $state(0);

  $effect(() => {
    void attempt;
    const { database, manifest } = release;
    const { version } = manifest;
    failure = null;
    if (prerendered.version === version) said = prerendered;
    if (!database || untrack(() => said.version) === version) return;
    const controller = new AbortController();
    ask(database, controller.signal).then(
      (value) => {
        if (!controller.signal.aborted) said = { version, value };
      },
      (error: unknown) => {
        if (!controller.signal.aborted) failure = reasonOf(error);
      }
    );
    return () => controller.abort();
  });

  return {
    get value() {
      return said.value;
    },
    /** Whether what is said is of a release that is open no longer. */
    get behind() {
      return said.version !== release.manifest.version;
    },
    /** Why the open release could not be asked; null while it is being asked, and once it has answered. */
    get failure() {
      return failure;
    },
    retry() {
      attempt++;
    }
  };
}
