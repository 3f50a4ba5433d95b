/** A figure of a briefing: which view, and what is noted beside it. */
export interface BriefedView {
  readonly chart: string;
  /** The link's parameters that restore it; empty for the default. */
  readonly link: string;
  readonly note: string;
}

/** Some figures under one title, in an order of the reader's own. */
export interface Briefing {
  readonly title: string;
  readonly views: readonly BriefedView[];
}

/** Most figures of a briefing, and longest title and note, in characters. */
export const MOST_VIEWS = 10;
export const LONGEST_BRIEFING_TITLE = 120;
export const LONGEST_BRIEFING_NOTE = 1000;

const cut = (text: string, longest: number) => [...text].slice(0, longest).join('');

/**
 * The briefing that the part of an address behind its `#` says: no server is sent it, and nothing else keeps it. What cannot
 * be read is left out, and figures beyond the tenth.
 */
export function parseBriefing(hash: string): Briefing {
  let title = '';
  const views: BriefedView[] = [];
  for (const [name, value] of new URLSearchParams(hash.replace(/^#/, ''))) {
    if (name === 'title') title = cut(value, LONGEST_BRIEFING_TITLE);
    if (name === 'figure' && views.length < MOST_VIEWS) {
      const [chart = '', ...link] = value.split('?');
      if (/^[a-z-]+$/.test(chart)) views.push({ chart, link: link.join('?'), note: '' });
    }
    const last = views.at(-1);
    if (name === 'note' && last) views[views.length - 1] = { ...last, note: cut(value, LONGEST_BRIEFING_NOTE) };
  }
  return { title, views };
}

/** The same as that part of an address, without its `#`; `parseBriefing` reads it. */
export function formatBriefing({ title, views }: Briefing): string {
  const said = new URLSearchParams();
  if (title !== '') said.append('title', title);
  for (const { chart, link, note } of views) {
    said.append('figure', link === '' ? chart : `${chart}?${link}`);
    if (note !== '') said.append('note', note);
  }
  return said.toString();
}

const isSame = (one: BriefedView, { chart, link }: BriefedView) => one.chart === chart && one.link === link;

/** A briefing with one more figure at its end; as it was where it has the figure already, or has as many as it may. */
export function withView(briefing: Briefing, view: BriefedView): Briefing {
  const { views } = briefing;
  if (views.length >= MOST_VIEWS || views.some((one) => isSame(one, view))) return briefing;
  return { ...briefing, views: [...views, view] };
}

/** A briefing whose figure at one place stands one earlier or later; as it was where there is no such place. */
export function movedFigure(briefing: Briefing, from: number, by: -1 | 1): Briefing {
  const views = [...briefing.views];
  const [one, other] = [views[from], views[from + by]];
  if (!one || !other) return briefing;
  [views[from], views[from + by]] = [other, one];
  return { ...briefing, views };
}

/** A briefing without the figure at one place. */
export const withoutFigure = (briefing: Briefing, at: number): Briefing => ({
  ...briefing,
  views: briefing.views.filter((_, i) => i !== at)
});

/** A briefing with another note beside the figure at one place. */
export const noted = (briefing: Briefing, at: number, note: string): Briefing => ({
  ...briefing,
  views: briefing.views.map((view, i) => (i === at ? { ...view, note: cut(note, LONGEST_BRIEFING_NOTE) } : view))
});
