import { beforeNavigate, goto, preloadCode } from '$app/navigation';
import { updated } from '$app/state';
import type { BeforeNavigate } from '@sveltejs/kit';
import { reasonOf } from './reason-of.ts';
import { Silence } from './silence.svelte.ts';

/**
 * Looks whether the server has the data of a page: what fetches them makes a page go blank, or nothing happen, where it
 * has not.
 *
 * @throws Error with the end of a plain sentence, or TypeError when the connection is lost
 */
async function dataAreThere({ origin, pathname }: URL): Promise<void> {
  const response = await fetch(`${origin}${pathname.replace(/\/$/, '')}/__data.json`, { method: 'HEAD' });
  if (!response.ok) throw new Error(`the server answered ${response.status}`);
  const type = response.headers.get('content-type') ?? '';
  if (!type.includes('json')) throw new Error('the server sent something else under its name');
}

/**
 * Turns to another page of the site only once its data and its code are there: until then, and if they are not, the page
 * that stands is kept and says so. Called while the root layout is made.
 */
export function turning() {
  let to = $state<URL | null>(null);
  let reason = $state('');
  const silence = new Silence();
  /** The page that has come, and is turned to. */
  let come = '';

  async function turn(url: URL) {
    [to, reason] = [url, ''];
    silence.listen();
    const failure = await Promise.all([dataAreThere(url), preloadCode(url.pathname)]).then(
      () => null,
      (error: unknown) => reasonOf(error)
    );
    // Another page was asked for meanwhile.
    if (to !== url) return;
    silence.end();
    if (failure !== null) {
      reason = failure;
      void updated.check();
      return;
    }
    [to, come] = [null, url.href];
    await goto(url);
  }

  beforeNavigate(({ from, to: target, type, willUnload, cancel }: BeforeNavigate) => {
    const url = target?.url;
    if (willUnload || type !== 'link' || !url || url.pathname === from?.url.pathname || url.href === come) return;
    cancel();
    void turn(url);
  });

  return {
    /** The page that does not come; null when there is none to speak of. */
    get to() {
      return reason !== '' || silence.fallen ? to : null;
    },
    /** Why it does not come; empty while it still may. */
    get reason() {
      return reason;
    },
    again: () => to && void turn(to),
    wait: () => silence.listen(),
    /** Stays on this page. */
    stay() {
      silence.end();
      [to, reason] = [null, ''];
    }
  };
}
