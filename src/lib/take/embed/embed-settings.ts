/** Colours of an embedded figure: a reader's own setting, or one of the two whatever that is. */
export const embedThemes = ['auto', 'light', 'dark'] as const;
export type EmbedTheme = (typeof embedThemes)[number];

/** What the page that shows a figure says of it, in its own words. */
export interface EmbedWords {
  readonly title: string;
  readonly note: string;
}

/** How a figure is embedded, besides which view it is. */
export interface EmbedSettings extends EmbedWords {
  readonly theme: EmbedTheme;
}

/** Longest title and note, in characters. */
export const LONGEST_TITLE = 120;
export const LONGEST_NOTE = 400;

/**
 * The settings as the part of an address behind its `#`, which no server is sent and no view depends on; empty where all are
 * as usual. `static/framed.js` reads the theme of it, before the first paint.
 */
export function embedHash({ theme, title, note }: EmbedSettings): string {
  const said = new URLSearchParams();
  if (theme !== 'auto') said.set('theme', theme);
  if (title.trim() !== '') said.set('title', cut(title, LONGEST_TITLE));
  if (note.trim() !== '') said.set('note', cut(note, LONGEST_NOTE));
  const text = said.toString();
  return text === '' ? '' : `#${text}`;
}

/** The words in the part of an address behind its `#`; both empty where it holds none. */
export function embedWords(hash: string): EmbedWords {
  const said = new URLSearchParams(hash.replace(/^#/, ''));
  return { title: cut(said.get('title') ?? '', LONGEST_TITLE), note: cut(said.get('note') ?? '', LONGEST_NOTE) };
}

/** The start of a text, without what turns or hides the words beside it. */
const cut = (text: string, longest: number) =>
  [...text.replace(/[\p{Cc}\p{Cf}]+/gu, ' ').trim()].slice(0, longest).join('');
