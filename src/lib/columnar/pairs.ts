import { findColumn, levelsOf } from '../dataset/index.ts';
import { LONGER, type Answer, type AnswerRow, type PairsQuery } from '../query/index.ts';
import { countingIn } from './filter.ts';
import { grouped, type Grouped } from './groups.ts';
import { byPerson } from './per-person.ts';
import { Slots } from './slots.ts';
import { overPeople, rowsOfSums } from './sums.ts';
import type { Tables } from './tables.ts';

const [WON, TIED, LOST] = [2, 1, 0];
const [FIRST_LONGER, ALIKE, SECOND_LONGER] = [0, 1, 2];
const LENGTHS = 3;
const NO_CONVERSATION = -1;

/** Which of two replies is the longer one. */
function longer(one: number, other: number): number {
  if (one * LONGER.less >= other * LONGER.more) return FIRST_LONGER;
  return other * LONGER.less >= one * LONGER.more ? SECOND_LONGER : ALIKE;
}

/**
 * Calls `battle` with the positions of every two replies to one message that count in the same group, in either order.
 * The replies of a conversation stand together.
 */
function eachTwo(
  { rows, cells }: Grouped,
  conversation: Int32Array,
  interaction: Int32Array,
  i: number,
  battle: (one: number, other: number) => void
): void {
  const row = rows[i]!;
  for (let j = i - 1; j >= 0 && conversation[rows[j]!] === conversation[row]; j--) {
    if (interaction[rows[j]!] !== interaction[row] || cells[j] !== cells[i] || rows[j] === row) continue;
    battle(i, j);
    battle(j, i);
  }
}

/**
 * The answer to a query of pairs.
 *
 * @throws TypeError for a grouping by a column of the reply, which differs between the two sides of a battle
 */
export function pairs({ filters, sample, tie, pair, by, byLength }: PairsQuery, tables: Tables): Answer {
  if (by.some((name) => findColumn(name)!.table === 'utterances')) {
    throw new TypeError('Battles are grouped by what both replies share');
  }
  const counting = countingIn({ filters, sample, turns: 'opener' }, 'utterances', tables);
  const groups = grouped(by, counting, 'utterances', tables);
  const { rows, cells, size, named } = groups;
  const column = (name: string) => tables.column('utterances', name);
  const [model, score, interaction] = [column('model'), column('score'), column('interaction_id')];
  const length = byLength ? column('response_length') : null;
  const conversation = column('conversation_id');
  const models = levelsOf('model', tables.manifest.undocumented).length;

  /** Two models by what splits their battles. */
  const slots = new Slots(models * models, size * LENGTHS);
  /** Of the present person, by slot; and the slots met. */
  const own = { x: [], y: [], wins: [], ties: [], conversations: [], last: [] } as Record<string, number[]> &
    Record<'x' | 'y' | 'wins' | 'ties' | 'conversations' | 'last', number[]>;
  let met: number[] = [];
  const sums = overPeople(
    0,
    ...(['people', 'conversations', 'ratings', 'wins', 'ties', 'losses', 'x', 'y', 'xx', 'xy', 'yy'] as const)
  );

  const battle = (i: number, j: number) => {
    const [one, other] = [rows[i]!, rows[j]!];
    const [first, second] = [model[one]!, model[other]!];
    if (pair === null ? first >= second : first !== pair[0] || second !== pair[1]) return;
    const gap = score[one]! - score[other]!;
    const outcome = gap > tie ? WON : -gap > tie ? LOST : TIED;
    const split = length === null ? 0 : longer(length[one]!, length[other]!);
    const slot = slots.of(first * models + second, cells[i]! * LENGTHS + split);
    if (!own.x[slot]) {
      met.push(slot);
      own.x[slot] = own.y[slot] = own.wins[slot] = own.ties[slot] = own.conversations[slot] = 0;
      own.last[slot] = NO_CONVERSATION;
    }
    own.x[slot]!++;
    own.y[slot]! += outcome;
    if (outcome === WON) own.wins[slot]!++;
    if (outcome === TIED) own.ties[slot]!++;
    if (own.last[slot] === conversation[one]) return;
    own.last[slot] = conversation[one]!;
    own.conversations[slot]!++;
  };

  byPerson(
    rows,
    tables.person('utterances'),
    (i) => eachTwo(groups, conversation, interaction, i, battle),
    () => {
      for (const slot of met) {
        const [x, y, wins, ties] = [own.x[slot]!, own.y[slot]!, own.wins[slot]!, own.ties[slot]!];
        sums.people.add(slot, 1);
        sums.conversations.add(slot, own.conversations[slot]!);
        sums.ratings.add(slot, x);
        sums.wins.add(slot, wins);
        sums.ties.add(slot, ties);
        sums.losses.add(slot, x - wins - ties);
        sums.x.add(slot, x);
        sums.y.add(slot, y);
        sums.xx.addProduct(slot, x, x);
        sums.xy.addProduct(slot, x, y);
        sums.yy.addProduct(slot, y, y);
        own.x[slot] = 0;
      }
      met = [];
    }
  );
  return rowsOfSums(
    slots.inOrder(),
    (slot): AnswerRow => {
      const [both, split] = [slots.cellOf(slot), slots.otherOf(slot)];
      return {
        first: Math.floor(both / models),
        second: both % models,
        ...named(Math.floor(split / LENGTHS)),
        ...(byLength ? { [`g${by.length}`]: split % LENGTHS } : {})
      };
    },
    sums
  );
}
