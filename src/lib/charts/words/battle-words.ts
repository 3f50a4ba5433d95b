import { PUBLISHED_TIE } from '../../estimate/index.ts';

const TIES = 'Two replies to one opening message make a battle';

/** What counts as a tie, in a sentence. */
export const tieWords = (tie: number) =>
  `Scores ${tie === 0 ? 'that are equal' : `up to ${tie} points apart`} are a tie.`;

/** What a battle is, and two replies being tied. */
export function battleNote(tie: number): string {
  return tie === 0
    ? `${TIES}; equal scores are a tie.`
    : `${TIES}; scores up to ${tie} points apart are a tie${tie === PUBLISHED_TIE ? ', as in the published analysis' : ''}.`;
}
