import { version } from '$app/environment';
import { goto } from '$app/navigation';
import { base } from '$app/paths';
import { page } from '$app/state';

let hydrated = $state(false);

/** Where a change under way leads; until it has arrived, further changes build on it. */
let requested = $state.raw<URLSearchParams | null>(null);

/** How many history entries of this page lie behind the one shown. */
let behind = $state(0);

/** Called once by the root layout, after the first render: until then a page shows what was prerendered. */
export function followLinks(): void {
  hydrated = true;
}

export function isFollowing(): boolean {
  return hydrated;
}

/** The parameters of the link the reader followed; none while prerendering and until the page has taken over. */
export function currentLink(): URLSearchParams {
  return hydrated ? (requested ?? page.url.searchParams) : new URLSearchParams();
}

/** Told of every navigation by the root layout: by how many entries the page has moved, or that it is another page. */
export function moved(by: number | 'elsewhere'): void {
  behind = by === 'elsewhere' ? 0 : Math.max(0, behind + by);
}

/** Whether the browser's Back undoes the last change of this page. */
export function canStepBack(): boolean {
  return behind > 0;
}

/** Goes to the same page with other parameters. A dragged control replaces the history entry, everything else adds one. */
export async function follow(link: URLSearchParams, options: { replace?: boolean } = {}): Promise<void> {
  const search = link.toString();
  requested = link;
  try {
    await goto(search === '' ? page.url.pathname : `?${search}`, {
      keepFocus: true,
      noScroll: true,
      replaceState: options.replace ?? false
    });
    if (!options.replace) moved(1);
  } finally {
    if (requested === link) requested = null;
  }
}

const RELOADED = 'reloaded-for-version';

/**
 * After a new version was deployed, a page opened before may ask for code that is gone: the page then reloads once and
 * keeps its link. When nothing was deployed (the connection was lost, say) the error goes to whoever asked. Returns how to
 * stop listening.
 */
export function reloadOnceOnNewVersion(): () => void {
  const look = async () => {
    try {
      const response = await fetch(`${base}/_app/version.json`, { cache: 'no-store' });
      const { version: deployed } = (await response.json()) as { version: string };
      if (deployed === version || sessionStorage.getItem(RELOADED) === deployed) return;
      sessionStorage.setItem(RELOADED, deployed);
      location.reload();
    } catch {
      // No connection or no storage: nothing a reload would mend.
    }
  };
  addEventListener('vite:preloadError', look);
  return () => removeEventListener('vite:preloadError', look);
}
