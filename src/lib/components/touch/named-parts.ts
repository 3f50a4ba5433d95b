import type { Total } from '../../charts/row.ts';
import { rowName } from '../../charts/row-name.ts';

/** A part of a text: the name of the row it speaks of, or null; and whether it must not be broken over lines. */
export interface TextPart {
  readonly text: string;
  readonly name: string | null;
  readonly unbroken: boolean;
}

/** More rows than these are not looked for in a text. */
const MOST_ROWS = 200;

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** A text in parts, so that the groups it names can be lit; a band such as 18–24 is one word. */
export function namedParts(text: string, rows: readonly Total[]): TextPart[] {
  const names = new Map(
    rows.slice(0, MOST_ROWS).flatMap((row) => (row.label.length > 1 ? [[row.label.toLowerCase(), rowName(row)]] : []))
  );
  const labels = [...names.keys()].sort((a, b) => b.length - a.length).map(escaped);
  const found = labels.length === 0 ? '' : `(?<![\\p{L}\\d-])(?:${labels.join('|')})(?![\\p{L}\\d]|-\\p{L})|`;
  return text
    .split(new RegExp(`(${found}\\d+–\\d+)`, 'giu'))
    .flatMap((part) =>
      part === '' ? [] : [{ text: part, name: names.get(part.toLowerCase()) ?? null, unbroken: /^\d+–\d+$/.test(part) }]
    );
}
