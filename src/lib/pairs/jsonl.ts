import { isTie, type MadePairs } from './made-pairs.ts';
import type { RepliesToPair } from './rated-replies.ts';
import type { Recipe } from './recipe.ts';
import { partNames } from './split.ts';

/** Lines that are handed on together. */
const TOGETHER = 10_000;

/**
 * Pairs as JSON Lines with ids alone, in pieces of many lines: `user_id`, `conversation_id`, `interaction_id`, `turn`,
 * `chosen` and `rejected` (`utterance_id` of each reply), their scores, and `tie`, whether the two scores are no further
 * apart than the recipe's gap; where it splits them, `part`. Spaces stand as Python's `json.dumps` writes them.
 */
export function* idLines(
  replies: RepliesToPair,
  recipe: Recipe,
  { chosen, rejected, parts }: MadePairs
): Generator<string> {
  const { utterance, turn, score, message, conversation, person, ids } = replies;
  let text = '';
  for (let i = 0; i < chosen.length; i++) {
    const [one, other] = [chosen[i]!, rejected[i]!];
    text +=
      `{"user_id": "user${ids.person[person[one]!]}", "conversation_id": "c${ids.conversation[conversation[one]!]}", ` +
      `"interaction_id": "int${ids.message[message[one]!]}", "turn": ${turn[one]}, ` +
      `"chosen": "ut${utterance[one]}", "rejected": "ut${utterance[other]}", ` +
      `"chosen_score": ${score[one]}, "rejected_score": ${score[other]}, "tie": ${isTie(replies, recipe, one, other)}${parts === null ? '' : `, "part": "${partNames[parts[i]!]}"`}}\n`;
    if ((i + 1) % TOGETHER !== 0) continue;
    yield text;
    text = '';
  }
  if (text !== '') yield text;
}
