import type * as PlotModule from '@observablehq/plot';
import { CHARACTER } from './picture-frame.ts';

/** A label as it is set: in lines, cut where it takes too many. */
export interface SetLabel {
  readonly lines: readonly string[];
  /** All of it, where it was cut. */
  readonly whole: string | null;
}

/** How wide a text is, in average characters: capitals are wider, and letters of other scripts twice as wide. */
function breadth(text: string): number {
  let sum = 0;
  for (const letter of text) {
    sum += /[\u1100-\u11ff\u2e80-\uffff]|[^\0-\uffff]/u.test(letter)
      ? 1.7
      : /[mwMW@%…—]/.test(letter)
        ? 1.5
        : /\p{Lu}/u.test(letter)
          ? 1.15
          : 1;
  }
  return sum;
}

/** A word in pieces of at most so many characters. */
function pieces(word: string, most: number): string[] {
  if (word.length <= most && breadth(word) <= most * 1.1) return [word];
  return [...word].reduce<string[]>(
    (all, letter) => {
      const longer = `${all.at(-1)!}${letter}`;
      return breadth(longer) <= most ? [...all.slice(0, -1), longer] : [...all, letter];
    },
    ['']
  );
}

/**
 * A label in lines of whole words; a word longer than a line is broken. What takes more lines than there is room for ends
 * with an ellipsis: the whole is in the mark's title and in the table.
 *
 * @param room pixels of a line
 * @param most lines at most
 */
export function setLabel(label: string, room: number, most = 2): SetLabel {
  const characters = Math.max(4, Math.floor(room / CHARACTER));
  const fits = (line: string) => line.length <= characters && breadth(line) <= characters * 1.1;
  const lines: string[] = [];
  for (const word of label.split(/\s+/).flatMap((one) => pieces(one, characters))) {
    const longer = lines.length === 0 ? word : `${lines.at(-1)!} ${word}`;
    if (lines.length > 0 && fits(longer)) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  if (lines.length <= most) return { lines, whole: null };
  let last = `${lines[most - 1]!}…`;
  while (!fits(last)) last = `${[...last].slice(0, -2).join('').trimEnd()}…`;
  return { lines: [...lines.slice(0, most - 1), last], whole: label };
}

/** A label in one line, cut where it is longer. */
export const oneLine = (label: string, room: number): string => setLabel(label, room, 1).lines.join('');

/** How Plot sets texts that are broken into lines already, with the whole of those that were cut as their title. */
export function setText<T>(rows: readonly T[], of: (row: T) => SetLabel) {
  const cut = rows.some((row) => of(row).whole !== null);
  return {
    text: (row: T) => of(row).lines.join('\n'),
    ...(cut ? { title: (row: T) => of(row).whole } : {}),
    lineHeight: 1.1
  } satisfies PlotModule.TextOptions;
}
