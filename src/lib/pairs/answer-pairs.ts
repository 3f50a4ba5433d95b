import { idLines } from './jsonl.ts';
import { splitReport } from './leaks.ts';
import { makePairs } from './made-pairs.ts';
import type { PairsAnswer, PairsQuestion } from './pairs-messages.ts';
import { passingRows } from './passing-replies.ts';
import type { RatedReplies } from './rated-replies.ts';

/** What the worker answers, over the rated replies of a release. */
export function answerPairs(replies: RatedReplies, { recipe, passing, want }: PairsQuestion): PairsAnswer {
  const made = makePairs(replies, recipe, passing && passingRows(replies, passing));
  const file = want === 'file' ? new Blob([...idLines(replies, recipe, made)], { type: 'application/jsonl' }) : null;
  return { steps: made.steps, split: made.parts && splitReport(replies, made, made.parts), file };
}
