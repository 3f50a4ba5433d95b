import type { Figure } from '../../charts/chart.ts';
import { formatBriefing, MOST_VIEWS, parseBriefing, withView } from '../../take/briefing/briefing.ts';

/** Name of the tab that a briefing is put together in: its address is all that keeps it. */
const TAB = 'prism-atlas-briefing';

/**
 * Adds a figure to the briefing that stands open in its own tab, or opens one.
 *
 * @param site address of the Atlas, with its last slash
 * @returns what came of it, as a sentence
 * @throws Error when the browser opens no tab
 */
export function addToBriefing({ chart, link }: Figure, site: string): string {
  const tab = window.open('', TAB);
  if (!tab) throw new Error('your browser did not open a tab for it');
  const address = `${site}briefing/`;
  const before = parseBriefing(hashOf(tab, address));
  const after = withView(before, { chart, link, note: '' });
  tab.location.href = `${address}#${formatBriefing(after)}`;
  tab.focus();
  if (after !== before) return 'Added to the briefing in its own tab.';
  return before.views.length >= MOST_VIEWS
    ? `The briefing has ${MOST_VIEWS} figures already: take one out first.`
    : 'The briefing has this figure already.';
}

/** What the tab holds of a briefing; nothing where it is new, or has gone elsewhere. */
function hashOf(tab: Window, address: string): string {
  try {
    return tab.location.href.startsWith(address) ? tab.location.hash : '';
  } catch {
    // A page of another site stands in it.
    return '';
  }
}
