/**
 * Why something could not be had, in words for the reader, without a full stop. Errors with a sentence of ours say it
 * themselves; those of the browser speak in words of its own.
 */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error instanceof TypeError && /import|module|preload/i.test(error.message)) {
    return 'a part of this page did not come; loading the page again may help';
  }
  if (error instanceof TypeError && /fetch|network|load/i.test(error.message)) return 'the connection was lost';
  if (FOREIGN.some((kind) => error instanceof kind)) {
    console.error(error);
    return 'there is a mistake in this page';
  }
  return error.message;
}

const FOREIGN = [TypeError, SyntaxError, RangeError, ReferenceError];
