import { dev } from '$app/environment';
import { base } from '$app/paths';
import { updated } from '$app/state';

/**
 * Has the browser keep the site for times without a network, once the page has nothing else to do. When a new version has
 * taken the place of the one that was kept, the page looks whether it is of an earlier one, and says so.
 */
export function keepForOffline(): void {
  if (!__OFFLINE__ || dev) return;
  try {
    const { serviceWorker } = navigator;
    serviceWorker.addEventListener('controllerchange', () => void updated.check());
    (globalThis.requestIdleCallback ?? setTimeout)(() => {
      serviceWorker.register(`${base}/service-worker.js`).catch(() => {});
    });
  } catch {
    // Pages that are not of https, and some frames, have none: the site then works while there is a network.
  }
}
