/** Known to `static/before-paint.js` as well, which keeps figures of the built-in release from being seen first. */
const KEY = 'own-release-open';

/** Whether the release on the shelf was open when the site was last looked at. */
export function isMarkedOpen(): boolean {
  try {
    return localStorage.getItem(KEY) !== null;
  } catch {
    return false;
  }
}

/** Notes whether the release on the shelf is to be open when the site is opened again. */
export function markOpen(open: boolean): void {
  try {
    if (open) localStorage.setItem(KEY, '');
    else localStorage.removeItem(KEY);
  } catch {
    // Without storage nothing is kept either.
  }
}
