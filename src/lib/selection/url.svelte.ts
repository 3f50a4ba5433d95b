import { goto } from '$app/navigation';
import { page } from '$app/state';

let hydrated = $state(false);

/** Called once by the root layout, after the first render: until then a page shows what was prerendered. */
export function followLinks(): void {
  hydrated = true;
}

export function isFollowing(): boolean {
  return hydrated;
}

/** The parameters of the link the reader followed; none while prerendering and until the page has taken over. */
export function currentLink(): URLSearchParams {
  return hydrated ? page.url.searchParams : new URLSearchParams();
}

/** Goes to the same page with other parameters. A dragged control replaces the history entry, everything else adds one. */
export async function follow(link: URLSearchParams, options: { replace?: boolean } = {}): Promise<void> {
  const search = link.toString();
  await goto(search === '' ? page.url.pathname : `?${search}`, {
    keepFocus: true,
    noScroll: true,
    replaceState: options.replace ?? false
  });
}

const RELOADED = 'reloaded-after-missing-chunk';

/**
 * After a new version was deployed, a page opened before may ask for code that is gone: the page then reloads once and
 * keeps its link. Returns how to stop listening.
 */
export function reloadOnceOnMissingChunk(): () => void {
  const reload = (event: Event) => {
    try {
      if (sessionStorage.getItem(RELOADED) === page.url.href) return;
      sessionStorage.setItem(RELOADED, page.url.href);
    } catch {
      return;
    }
    event.preventDefault();
    location.reload();
  };
  addEventListener('vite:preloadError', reload);
  return () => removeEventListener('vite:preloadError', reload);
}
