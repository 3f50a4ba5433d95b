import { phrases, type Marked } from '../dataset/utterances/phrases.ts';
import type { reply } from '../dataset/utterances/reply.ts';

/** Short forms that are written out before phrases are looked for. */
const SHORT_FORMS: readonly (readonly [RegExp, string])[] = [
  [/[‘’]/g, "'"],
  [/\bi'm\b/g, 'i am'],
  [/\bi'd\b/g, 'i would'],
  [/\bdon't\b/g, 'do not'],
  [/\b(?:can't|can not)\b/g, 'cannot']
];

const patterns = Object.entries(phrases).map(
  ([name, list]) => [name as Marked, new RegExp(`\\b(?:${list.join('|')})\\b`)] as const
);

const LIST = /^[^\S\n]*(?:\d{1,3}[.)]|[-*•])[^\S\n]/m;

/** The marks of a reply's text, by the name of their column. */
export function marksOf(text: string): Record<keyof typeof reply, boolean> {
  const plain = SHORT_FORMS.reduce((left, [form, full]) => left.replace(form, full), text.toLowerCase());
  const said = Object.fromEntries(patterns.map(([name, pattern]) => [name, pattern.test(plain)]));
  return {
    has_line_break: text.includes('\n'),
    ends_with_question: text.endsWith('?'),
    has_list: LIST.test(text),
    ...(said as Record<Marked, boolean>)
  };
}
