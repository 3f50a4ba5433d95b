import others from '../published/computed_by_others.json' with { type: 'json' };
import order from '../published/pairwise_order.json' with { type: 'json' };
import { openerBattles, directedCounts, matrixModels, modelsInOrder } from './battles.ts';
import type { Check } from './check.ts';
import { cyclicShare, leastShare, majorities, undecided, type Flow } from './majorities.ts';
import { groupBy, meanOf, type Numbers } from './numbers.ts';
import { shippedColumn, type ShippedData } from './shipped-data.ts';

const CELLS = { not: 'The twin follows the shares, not each cell' } as const;

/** Points beyond which one reply is taken to be above another. */
const APART = 5;

/** Fewest people on whom a pair of models rests. */
const FEWEST = 25;

/** Longest opener and replies of a short pair, in words. */
const WORDS = { prompt: 128, reply: 256 } as const;

/** A name for each draw: the two models in alphabetical order. */
const pairName = (names: readonly string[]): string => [...names].sort().join(' – ');

/** What follows from the directed counts alone. */
function fromCounts(data: ShippedData): Numbers {
  const counts = directedCounts(openerBattles(data));
  const { beaten, draws, cyclic, triples } = majorities(counts.length, (a, b) => counts[a]![b]! - counts[b]![a]!);
  return {
    ...Object.fromEntries(matrixModels.map((name, place) => [`${name} beats`, beaten[place] ?? NaN])),
    ...Object.fromEntries(draws.map((pair) => [pairName(pair.map((place) => matrixModels[place] ?? '')), 1])),
    triples,
    cyclic,
    undecided: undecided(counts)
  };
}

/** Opener comparisons of a pair of models by person: +1 where the first was above, −1 where the second was. */
function byPerson(data: ShippedData): Flow[] {
  const turn = shippedColumn(data, 'turn');
  const score = shippedColumn(data, 'score');
  const model = shippedColumn(data, 'model');
  const user = shippedColumn(data, 'user_id', 'utterances');
  const place = new Map(modelsInOrder.map((code, index) => [code, index]));
  const signs = new Map<string, Map<number, number[]>>();
  for (const rows of groupBy(shippedColumn(data, 'interaction_id'), (row) => turn[row] === 0).values()) {
    for (const [index, first] of rows.entries()) {
      for (const second of rows.slice(index + 1)) {
        const apart = (score[first] ?? 0) - (score[second] ?? 0);
        const [a, b] = [place.get(model[first] ?? -1), place.get(model[second] ?? -1)];
        if (Math.abs(apart) <= APART || a === undefined || b === undefined || a === b) continue;
        const key = `${Math.min(a, b)} ${Math.max(a, b)}`;
        const people = signs.get(key) ?? new Map<number, number[]>();
        signs.set(key, people);
        const person = user[first] ?? -1;
        people.set(person, [...(people.get(person) ?? []), Math.sign(apart) * (a < b ? 1 : -1)]);
      }
    }
  }
  return [...signs].flatMap(([key, people]) => {
    const [a = 0, b = 0] = key.split(' ').map(Number);
    const means = [...people.values()].map(meanOf);
    return means.length < FEWEST ? [] : [{ a, b, value: meanOf(means), weight: means.length }];
  });
}

function fromPeople(data: ShippedData): Numbers {
  const flows = byPerson(data);
  const leads = new Map(
    flows.flatMap(({ a, b, value }) => [
      [`${a} ${b}`, value],
      [`${b} ${a}`, -value]
    ])
  );
  const { cyclic, triples } = majorities(matrixModels.length, (a, b) => leads.get(`${a} ${b}`) ?? 0);
  return { triples, cyclic, 'cyclic share': cyclicShare(flows) };
}

/** Pairs of replies to an opener of which all texts are short. */
function shortPairs(data: ShippedData): Numbers {
  const turn = shippedColumn(data, 'turn');
  const score = shippedColumn(data, 'score');
  const user = shippedColumn(data, 'user_id', 'utterances');
  const ids = shippedColumn(data, 'conversation_id');
  const words = (text: string | null | undefined): number =>
    (text ?? '').split(/\s+/).filter((word) => word !== '').length;
  const prompts = new Map(data.texts('conversations', 'opening_prompt').map((text, row) => [ids[row] ?? -1, text]));
  const replies = data.texts('utterances', 'model_response');
  const people = new Map<number, number>();
  let [pairs, untied] = [0, 0];
  const openers = groupBy(shippedColumn(data, 'conversation_id', 'utterances'), (row) => turn[row] === 0);
  for (const [conversation, rows] of openers) {
    if (words(prompts.get(conversation)) > WORDS.prompt) continue;
    const short = rows.filter((row) => words(replies[row]) <= WORDS.reply);
    for (const [index, first] of short.entries()) {
      for (const second of short.slice(index + 1)) {
        pairs += 1;
        if (score[first] !== score[second]) untied += 1;
        people.set(user[first] ?? -1, (people.get(user[first] ?? -1) ?? 0) + 1);
      }
    }
  }
  return { pairs, untied, people: [...people.values()].filter((own) => own >= 3).length };
}

/** Who beats whom, and how far that makes an order. */
export const orderChecks: readonly Check[] = [
  {
    id: 'orders.counts',
    statement: 'How many models each beats by directed comparisons, draws, cycles of three, pairs within chance.',
    source: order.source,
    expected: {
      ...Object.fromEntries(Object.entries(order.beaten).map(([name, number]) => [`${name} beats`, number])),
      ...Object.fromEntries(order.draws.map((pair) => [pairName(pair), 1])),
      triples: order.triples,
      cyclic: order.cyclic_triples,
      undecided: order.undecided_pairs
    },
    twin: CELLS,
    found: fromCounts
  },
  {
    id: 'orders.least',
    statement: 'The smallest share of directed comparisons that command has against any other model.',
    source: order.source,
    expected: order.least_share,
    within: 5e-7,
    twin: CELLS,
    found: (data) => ({ command: leastShare(directedCounts(openerBattles(data)), matrixModels.indexOf('command')) })
  },
  {
    id: 'orders.people',
    statement:
      'Cycles of three among majorities of people’s means, and the share of preferences that no order explains.',
    source: others.source,
    expected: {
      triples: others.majorities_of_people.triples,
      cyclic: others.majorities_of_people.cyclic_triples,
      'cyclic share': others.majorities_of_people.hodge_cyclic_share
    },
    within: 5e-8,
    twin: CELLS,
    found: fromPeople
  },
  {
    id: 'orders.short',
    statement:
      'Pairs of replies to an opener of which all texts are short, with different scores, and people with three or more.',
    source: others.source,
    expected: {
      pairs: others.short_pairs.pairs,
      untied: others.short_pairs.untied,
      people: others.short_pairs.people_with_three_or_more
    },
    within: 260,
    approximate: true,
    twin: { not: 'The texts of the twin are its own' },
    found: shortPairs
  }
];
