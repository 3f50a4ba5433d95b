import figures from '../published/computed_by_others.json' with { type: 'json' };
import {
  makePairs,
  namedRecipes,
  passingRows,
  ratedReplies,
  recipeOf,
  selectionOf
} from '../../src/lib/pairs/index.ts';
import type { Recipe } from '../../src/lib/pairs/index.ts';
import type { Check } from './check.ts';
import { shippedColumn, type ShippedData } from './shipped-data.ts';

const whole: Recipe = {
  ...recipeOf(selectionOf(namedRecipes[0]!)),
  empties: true,
  gap: null,
  split: 'none'
};

/** The rated replies; when a conversation ended matters to no count. */
function repliesOf({ tables: { utterances } }: ShippedData) {
  const conversation_generated_datetime = new Int32Array(utterances.utterance_id!.length);
  return ratedReplies({ ...utterances, conversation_generated_datetime });
}

const pairsOf = (data: ShippedData, recipe: Recipe, passing: Parameters<typeof passingRows>[1] | null = null) => {
  const replies = repliesOf(data);
  return makePairs(replies, recipe, passing && passingRows(replies, passing)).steps.at(-1)!;
};

/** Preference pairs as the page of pairs makes them, against what others counted. */
export const pairChecks: readonly Check[] = [
  {
    id: 'pairs.openers',
    statement: 'Preference pairs of openers: every two replies, and the chosen one with each rejected one.',
    source: figures.source,
    expected: { 'every two': figures.openers.pairs, 'chosen with each': figures.preference_pairs.opener_chosen_each },
    twin: 'exact',
    found: (data) => ({
      'every two': makePairs(repliesOf(data), { ...whole, pairing: 'all' }, null).steps[0]!.pairs,
      'chosen with each': pairsOf(data, whole).pairs
    })
  },
  {
    id: 'pairs.later',
    statement: 'Preference pairs of later turns: the chosen reply with each rejected one, without two of one text.',
    source: figures.source,
    expected: { pairs: figures.preference_pairs.later_chosen_each },
    twin: 'exact',
    found: (data) => ({ pairs: pairsOf(data, { ...whole, turns: 'later' }).pairs })
  },
  {
    id: 'pairs.six',
    statement: 'People with six conversations or more whose replies make preference pairs.',
    source: figures.source,
    expected: { people: figures.preference_pairs.people_of_six },
    twin: 'exact',
    found(data) {
      const held = shippedColumn(data, 'num_completed_conversations');
      const ids = shippedColumn(data, 'user_id', 'participants');
      const people = new Set(ids.filter((_, row) => held[row]! >= 6));
      const users = shippedColumn(data, 'user_id', 'utterances');
      const utterance_id = shippedColumn(data, 'utterance_id').filter((_, row) => people.has(users[row]!));
      return { people: pairsOf(data, { ...whole, turns: 'all' }, { utterance_id }).people };
    }
  }
];
