import { idLines } from './jsonl.ts';
import { splitReport } from './leaks.ts';
import { leftAgainstDropped } from './left.ts';
import { makePairs } from './made-pairs.ts';
import type { PairsAnswer, PairsQuestion } from './pairs-messages.ts';
import { passingRows } from './passing-replies.ts';
import type { RepliesToPair } from './rated-replies.ts';
import type { Who } from './who-columns.ts';

/** What the worker answers, over the rated replies of a release and who made them. */
export function answerPairs(replies: RepliesToPair, who: Who, { recipe, passing, want }: PairsQuestion): PairsAnswer {
  const made = makePairs(replies, recipe, passing && passingRows(replies, passing));
  const file = want === 'file' ? new Blob([...idLines(replies, recipe, made)], { type: 'application/jsonl' }) : null;
  return {
    steps: made.steps,
    split: made.parts && splitReport(replies, made, made.parts),
    left: want === 'steps' ? leftAgainstDropped(replies, made, who) : [],
    file
  };
}
