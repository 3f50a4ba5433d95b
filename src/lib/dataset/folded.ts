/** Said in one way: British and American spelling, by the endings in which they differ. */
const alike = (word: string) =>
  word.replace(/(.{2})iz(e|ed|es|ing|ation|ations)$/, '$1is$2').replace(/(.{3})our(s|ed|ing|al|ite|ites)?$/, '$1or$2');

/** A text to be compared by its words: lower case, without accents and apostrophes, one spelling, spaces for all other signs. */
export function folded(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f'’‘ʼ]/g, '')
    .toLowerCase()
    .replace(/\+/g, ' plus ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .split(' ')
    .map(alike)
    .join(' ');
}

/** The words of a text as they are compared, those that signs join also as one: `gpt-4` is `gpt`, `4` and `gpt4`. */
export function wordsOf(text: string): readonly string[] {
  const joined = text.split(/\s+/).filter((word) => /[\p{L}\p{N}][-–./][\p{L}\p{N}]/u.test(word));
  const runs = joined.flatMap((word) => {
    const parts = folded(word).split(' ');
    return parts.slice(1).map((_, i) => parts.slice(0, i + 2).join(''));
  });
  return [...new Set([...folded(text).split(' '), ...runs])].filter((word) => word !== '');
}

/** A word without the ending of a plural. */
export const singular = (word: string): string =>
  word.length > 4 && word.endsWith('ies')
    ? word.slice(0, -3)
    : word.length > 3 && word.endsWith('s') && !word.endsWith('ss')
      ? word.slice(0, -1)
      : word;

/** Whether each word sought begins one of the words of a text, in any order. */
export function holdsWords(text: string, sought: string): boolean {
  const within = wordsOf(text);
  return folded(sought)
    .split(' ')
    .every((word) => within.some((one) => one.startsWith(word) || one.startsWith(singular(word))));
}
