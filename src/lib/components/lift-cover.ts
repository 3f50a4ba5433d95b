import { tick } from 'svelte';

/** Lets the cover of `before-paint.js` go once the page shows what its link asks for, or says why not. */
export async function liftCover(): Promise<void> {
  await tick();
  document.documentElement.removeAttribute('data-awaiting-link');
  document.documentElement.removeAttribute('data-link-late');
}
