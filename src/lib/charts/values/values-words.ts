import { idleFilters } from '../words/among.ts';
import type { Undocumented } from '../../dataset/index.ts';
import type { Selection } from '../../selection/index.ts';

/** What the sliders after a conversation are about. */
export const OF_THE_CHOSEN =
  'After a conversation people were asked about the first reply they had liked best, and about no other: how it did, and what counted for choosing it. They could mark N/A.';

/** What the order on the page says, and what it does not. */
export const NO_RANKING =
  'Nobody was asked for a ranking: the sliders stood in an order drawn at random for each person. Here they stand in the order of their published averages.';

/** Filters that say nothing of what people said beforehand. */
export const idleBeforehand = (selection: Selection, extra: Undocumented): string | undefined =>
  idleFilters({ ...selection, turns: 'opener' }, 'participants', extra)?.replace(
    'what is measured here',
    'what people said beforehand'
  );

export const OPT_IN = 'These are people who took part, not whole countries: an opt-in sample.';
