import figures from '../published/computed_by_others.json' with { type: 'json' };
import type { Check } from './check.ts';
import { groupBy, meanOf, quantile, tally, type Numbers } from './numbers.ts';
import { shippedColumn, type ShippedData } from './shipped-data.ts';
import { MISSING } from '../../src/lib/release/table-builder.ts';

const DRAWN = { not: 'Which scores tie is drawn anew' } as const;

const names = Object.keys(figures.choice) as readonly (keyof typeof figures.choice)[];

/** The scores of each opener, by conversation. */
function openerScores(data: ShippedData): Map<number, number[]> {
  const turn = shippedColumn(data, 'turn');
  const score = shippedColumn(data, 'score');
  const rows = groupBy(shippedColumn(data, 'conversation_id', 'utterances'), (row) => turn[row] === 0);
  return new Map([...rows].map(([conversation, own]) => [conversation, own.map((row) => score[row] ?? 0)]));
}

/** Conversations whose opener has two replies or more, and one highest score or several. */
function byTop(data: ShippedData): { single: ReadonlySet<number>; tied: ReadonlySet<number>; one: number } {
  const [single, tied] = [new Set<number>(), new Set<number>()];
  let one = 0;
  for (const [conversation, scores] of openerScores(data)) {
    const top = Math.max(...scores);
    if (scores.length < 2) one += 1;
    else (scores.filter((score) => score === top).length === 1 ? single : tied).add(conversation);
  }
  return { single, tied, one };
}

/** A choice slider of the conversations with one highest score: its values, and whose they are. */
function choices(data: ShippedData, name: string): { values: number[]; people: number[] } {
  const { single } = byTop(data);
  const ids = shippedColumn(data, 'conversation_id');
  const users = shippedColumn(data, 'user_id', 'conversations');
  const slider = shippedColumn(data, `choice_${name}`);
  const rows = [...slider.keys()].filter((row) => slider[row] !== MISSING && single.has(ids[row] ?? -1));
  return { values: rows.map((row) => slider[row] ?? 0), people: rows.map((row) => users[row] ?? -1) };
}

/** Numbers of each slider under its name. */
function bySlider(of: (name: (typeof names)[number]) => Numbers): Numbers {
  return Object.fromEntries(
    names.flatMap((name) => Object.entries(of(name)).map(([what, number]) => [`${name}, ${what}`, number] as const))
  );
}

/** Conversations at or beyond a quartile, and the people behind them. */
function beyond(data: ShippedData, name: string, share: number): Numbers {
  const { values, people } = choices(data, name);
  const limit = quantile(values, share);
  const rows = [...values.keys()].filter((row) => (share > 0.5 ? values[row]! >= limit : values[row]! <= limit));
  return { conversations: rows.length, people: new Set(rows.map((row) => people[row])).size };
}

/** What others computed of openers and of the sliders of those with a clear choice. */
export const openerChecks: readonly Check[] = [
  {
    id: 'openers.replies',
    statement: 'Conversations whose opener has two replies or more, and those with one.',
    source: figures.source,
    expected: { 'two or more': figures.openers.two_or_more_replies, one: figures.openers.one_reply },
    twin: 'exact',
    found: (data) => {
      const { single, tied, one } = byTop(data);
      return { 'two or more': single.size + tied.size, one };
    }
  },
  {
    id: 'openers.top',
    statement: 'Openers of two replies or more with one single highest score, and with several.',
    source: figures.source,
    expected: { single: figures.openers.single_top_score, tied: figures.openers.tied_top_score },
    twin: DRAWN,
    found: (data) => {
      const { single, tied } = byTop(data);
      return { single: single.size, tied: tied.size };
    }
  },
  {
    id: 'openers.choice',
    statement: 'Choice sliders where one reply has the highest score: how many, and their means.',
    source: figures.source,
    expected: bySlider((name) => ({ number: figures.choice[name].n, mean: figures.choice[name].mean })),
    within: 1e-4,
    twin: DRAWN,
    found: (data) =>
      bySlider((name) => {
        const { values } = choices(data, name);
        return { number: values.length, mean: meanOf(values) };
      })
  },
  {
    id: 'openers.quartiles',
    statement: 'Their quartiles.',
    source: figures.source,
    expected: bySlider((name) => {
      const [low = NaN, middle = NaN, high = NaN] = figures.choice[name].quartiles;
      return { '25 %': low, '50 %': middle, '75 %': high };
    }),
    twin: DRAWN,
    found: (data) =>
      bySlider((name) => {
        const { values } = choices(data, name);
        return { '25 %': quantile(values, 0.25), '50 %': quantile(values, 0.5), '75 %': quantile(values, 0.75) };
      })
  },
  {
    id: 'openers.upper',
    statement: 'Conversations at or above the upper quartile of a choice slider, and the people behind them.',
    source: figures.source,
    expected: bySlider((name) => figures.choice[name].at_or_above_upper),
    twin: DRAWN,
    found: (data) => bySlider((name) => beyond(data, name, 0.75))
  },
  {
    id: 'openers.lower',
    statement: 'Conversations at or below the lower quartile, and the people behind them.',
    source: figures.source,
    expected: bySlider((name) => figures.choice[name].at_or_below_lower),
    twin: DRAWN,
    found: (data) => bySlider((name) => beyond(data, name, 0.25))
  },
  {
    id: 'openers.six',
    statement: 'People with six conversations or more.',
    source: figures.source,
    expected: { people: figures.people_with_six_or_more_conversations },
    twin: 'exact',
    found: (data) => ({
      people: [...tally(shippedColumn(data, 'user_id', 'conversations')).values()].filter((held) => held >= 6).length
    })
  },
  {
    id: 'openers.later',
    statement: 'Later turns whose two replies have different scores, and the same.',
    source: figures.source,
    expected: { different: figures.later_pairs.different_scores, equal: figures.later_pairs.equal_scores },
    twin: DRAWN,
    found: (data) => {
      const turn = shippedColumn(data, 'turn');
      const score = shippedColumn(data, 'score');
      const pairs = [...groupBy(shippedColumn(data, 'interaction_id'), (row) => turn[row] !== 0).values()];
      const equal = pairs.filter((rows) => new Set(rows.map((row) => score[row])).size === 1).length;
      return { different: pairs.length - equal, equal };
    }
  }
];
