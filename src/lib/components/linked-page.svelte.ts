import type { Chart, Figure } from '../charts/chart.ts';
import { formatCount } from '../dataset/index.ts';
import { facetCounts, type FacetCounts } from '../figure/facet-counts.ts';
import {
  MOST_CHARACTERS,
  format,
  isGroupKey,
  isTooLong,
  parse,
  type Filter,
  type Selection,
  type Vocabulary
} from '../selection/index.ts';
import { currentLink, follow } from '../selection/url.svelte.ts';
import { live, type LiveFigure } from './live.svelte.ts';
import type { OpenRelease } from './open-release.svelte.ts';
import { hand } from './touch/hand.svelte.ts';

const TOO_LONG = `That change was not made: its link would be longer than ${formatCount(MOST_CHARACTERS)} characters, which servers refuse. Take a filter away first.`;

/** A page whose link says what it shows. */
export type LinkedPage = ReturnType<typeof linkedPage>;

/** With `replace`, a change belongs to the one before it. */
export type Change = (next: Partial<Selection>, options?: { readonly replace?: boolean }) => void;

/**
 * People each level of some columns would leave if it were its column's only filter, under these filters; null where
 * nothing can be asked.
 */
export type Count = (
  columns: readonly string[],
  signal: AbortSignal,
  filters?: readonly Filter[]
) => Promise<FacetCounts | null>;

/**
 * What every page with a link has: the selection that the link says, what of it was dropped, figures that follow it, and
 * how it is changed.
 *
 * @param read what the page makes of what its link says; the same unless told
 */
export function linkedPage(
  vocabulary: Vocabulary,
  release: OpenRelease,
  read: (said: Selection) => Selection = (said) => said
) {
  const parsed = $derived(parse(currentLink(), vocabulary, release.manifest.undocumented));
  const selection = $derived(read(parsed.selection));
  const linkOf = (next: Partial<Selection>) => format({ ...selection, ...next }, vocabulary);
  /** Why the last change was not made; empty when it was. */
  let refused = $state('');
  const change: Change = (next, options) => {
    const link = linkOf(next);
    refused = isTooLong(link) ? TOO_LONG : '';
    if (refused === '') void follow(link, options);
  };

  if (vocabulary.params.pin) {
    const { key: none } = vocabulary.params.pin.choices[0]!;
    const pinned = () => (selection.params.pin === none ? null : selection.params.pin!);
    const pin = (name: string | null) => change({ params: { ...selection.params, pin: name ?? none } });
    const knows = (name: string) => isGroupKey(name, release.manifest.undocumented);
    $effect.pre(() => hand.keptIn({ pinned, knows, pin }));
  }

  return {
    vocabulary,
    release,
    get selection() {
      return selection;
    },
    /** Parts of the link that mean nothing here, and the change that no link could say, as sentences. */
    get dropped() {
      return refused === '' ? parsed.dropped : [...parsed.dropped, refused];
    },
    /** The link's parameters after a change. */
    linkOf,
    change,
    /** The reader is about to use a control: what answers it may start. */
    intent() {
      release.database?.answer([]).catch(() => {});
    },
    /**
     * A figure of the page.
     *
     * @param charts those that may show it, which share one vocabulary
     * @param initial the prerendered one of the default selection
     * @param asked what it shows; the page's own selection unless told
     */
    figure: (charts: readonly Chart[], initial: Figure, asked = () => selection) =>
      live(charts, asked, initial, release),
    /** How filters that stand by a figure are counted: never in the figure's way. */
    countsBeside(figure: Pick<LiveFigure, 'settled'>): Count {
      return async (columns, signal, filters = selection.filters) => {
        const { database } = release;
        const asked = { ...selection, filters };
        await figure.settled();
        signal.throwIfAborted();
        return database && facetCounts(columns, asked, database, signal);
      };
    }
  };
}
