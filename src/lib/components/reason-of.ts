/**
 * Why something could not be had, in words for the reader, without a full stop. Browsers report a lost connection as a
 * TypeError with words of their own; other TypeErrors are the page's own fault.
 */
export function reasonOf(error: unknown): string {
  if (!(error instanceof TypeError)) return error instanceof Error ? error.message : String(error);
  if (/fetch|import|network|load/i.test(error.message)) return 'the connection was lost';
  console.error(error);
  return 'there is a mistake in this page';
}
