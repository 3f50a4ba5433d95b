import matrix from '../published/pairwise_win_matrix.json' with { type: 'json' };
import ranking from '../published/model_ranking.json' with { type: 'json' };
import { allLevels } from '../../src/lib/dataset/column.ts';
import { utterances } from '../../src/lib/dataset/utterances/index.ts';
import type { Check } from './check.ts';
import { groupBy, meanOf, type Numbers } from './numbers.ts';
import { shippedColumn, type ShippedData } from './shipped-data.ts';

/** Scores this close count as a tie. */
const TIE = 5;

const labels = allLevels(utterances.columns.model).map(({ label }) => label);

/** Models in the order of the published matrix. */
export const matrixModels: readonly string[] = matrix.models;

/** Their codes. */
export const modelsInOrder: readonly number[] = matrixModels.map((name) => labels.indexOf(name));

const order = modelsInOrder;

/** Wins and ties of each pair of models at the opener, by code. */
export interface OpenerBattles {
  readonly battles: number;
  readonly ties: number;
  /** `wins[a][b]`: how often a scored more than five points above b. */
  readonly wins: readonly (readonly number[])[];
  /** `tied[a][b]`: how often the two were within five points of each other; symmetric. */
  readonly tied: readonly (readonly number[])[];
}

const grid = (): number[][] => Array.from({ length: labels.length }, () => new Array<number>(labels.length).fill(0));

function add(into: number[][], a: number, b: number): void {
  const row = into[a];
  if (row && row[b] !== undefined) row[b] += 1;
}

/** All pairs of replies to each opener. */
export function openerBattles(data: ShippedData): OpenerBattles {
  const turn = shippedColumn(data, 'turn');
  const model = shippedColumn(data, 'model');
  const score = shippedColumn(data, 'score');
  const wins = grid();
  const tied = grid();
  let battles = 0;
  let ties = 0;
  for (const rows of groupBy(shippedColumn(data, 'interaction_id'), (row) => turn[row] === 0).values()) {
    for (const [index, first] of rows.entries()) {
      for (const second of rows.slice(index + 1)) {
        const [a, b] = [model[first] ?? 0, model[second] ?? 0];
        const difference = (score[first] ?? 0) - (score[second] ?? 0);
        battles += 1;
        if (Math.abs(difference) <= TIE) {
          ties += 1;
          add(tied, a, b);
          add(tied, b, a);
        } else if (difference > 0) add(wins, a, b);
        else add(wins, b, a);
      }
    }
  }
  return { battles, ties, wins, tied };
}

/** Directed comparisons: a win once, a tie once each way. */
function directed({ wins, tied }: OpenerBattles, a: number, b: number): number {
  return (wins[a]?.[b] ?? 0) + (tied[a]?.[b] ?? 0);
}

/** Directed comparisons of the models in the order of the published matrix. */
export function directedCounts(battles: OpenerBattles): readonly (readonly number[])[] {
  return order.map((a) => order.map((b) => (a === b ? 0 : directed(battles, a, b))));
}

/** Rank centrality with one pseudo-comparison each way and every pair divided by its own total. */
export function centralityOf(battles: OpenerBattles): Numbers {
  const n = order.length;
  const move = order.map((a) =>
    order.map((b) => {
      if (a === b) return 0;
      const [forth, back] = [directed(battles, a, b), directed(battles, b, a)];
      return (forth + 1) / (forth + back + 2) / (n - 1);
    })
  );
  for (let column = 0; column < n; column += 1) {
    let total = 0;
    for (const row of move) total += row[column] ?? 0;
    const own = move[column];
    if (own) own[column] = 1 - total;
  }
  let strength = new Array<number>(n).fill(1 / n);
  for (let step = 0; step < 1000; step += 1) {
    strength = move.map((row) => row.reduce((total, share, index) => total + share * (strength[index] ?? 0), 0));
  }
  return Object.fromEntries(matrix.models.map((name, index) => [name, strength[index] ?? NaN]));
}

function directedCells(battles: OpenerBattles): Numbers {
  const cells: Record<string, number> = {};
  for (const [i, a] of order.entries()) {
    for (const [j, b] of order.entries()) {
      if (i !== j) cells[`${matrix.models[i]} over ${matrix.models[j]}`] = directed(battles, a, b);
    }
  }
  return cells;
}

function publishedCells(): Numbers {
  const cells: Record<string, number> = {};
  for (const [i, row] of matrix.matrix.entries()) {
    for (const [j, count] of row.entries()) {
      if (i !== j) cells[`${matrix.models[i]} over ${matrix.models[j]}`] = count;
    }
  }
  return cells;
}

const shared = ranking.win_rate_14_shared_models.values;

/** Mean over the other shared models of wins per battle, ties among the battles. */
function winRates({ wins, tied }: OpenerBattles): Numbers {
  const codes = shared.map(({ model }) => labels.indexOf(model));
  return Object.fromEntries(
    shared.map(({ model }, index) => {
      const a = codes[index] ?? -1;
      const rates = codes
        .filter((b) => b !== a)
        .map((b) => {
          const won = wins[a]?.[b] ?? 0;
          return won / (won + (wins[b]?.[a] ?? 0) + (tied[a]?.[b] ?? 0));
        });
      return [model, meanOf(rates)];
    })
  );
}

/** Openers in which `command` met a GPT-4. */
function commandAgainstGpt4(data: ShippedData): Numbers {
  const turn = shippedColumn(data, 'turn');
  const model = shippedColumn(data, 'model');
  const user = shippedColumn(data, 'user_id', 'utterances');
  const command = labels.indexOf('command');
  const others = [labels.indexOf('gpt-4'), labels.indexOf('gpt-4-turbo')];
  let openers = 0;
  let battles = 0;
  const people = new Set<number>();
  for (const rows of groupBy(shippedColumn(data, 'interaction_id'), (row) => turn[row] === 0).values()) {
    const codes = rows.map((row) => model[row] ?? -1);
    const met = codes.filter((code) => others.includes(code)).length;
    if (!codes.includes(command) || met === 0) continue;
    openers += 1;
    battles += met;
    people.add(user[rows[0] ?? 0] ?? -1);
  }
  return { openers, people: people.size, battles };
}

/** Battles at the opener, and what follows from them. */
export const battleChecks: readonly Check[] = [
  {
    id: 'battles.count',
    statement: 'Pairs of replies to an opener.',
    source: ranking.source,
    expected: { battles: ranking.battles.n },
    twin: 'exact',
    found: (data) => ({ battles: openerBattles(data).battles })
  },
  {
    id: 'battles.ties',
    statement: 'Share of pairs within five points of each other.',
    source: ranking.source,
    expected: { share: ranking.battles.share_tie },
    within: 5e-7,
    twin: { within: 0.01 },
    found: (data) => {
      const { battles, ties } = openerBattles(data);
      return { share: ties / battles };
    }
  },
  {
    id: 'battles.matrix',
    statement: 'Wins and ties of every model over every other.',
    source: matrix.source,
    expected: publishedCells(),
    twin: { not: 'The twin follows the shares, not each cell' },
    found: (data) => directedCells(openerBattles(data))
  },
  {
    id: 'battles.win_share',
    statement: 'Mean share of directed comparisons won, by model.',
    source: matrix.source,
    expected: matrix.mean_directed_win_share.values,
    within: 5e-7,
    twin: { within: 0.015 },
    found: (data) => {
      const battles = openerBattles(data);
      return Object.fromEntries(
        order.map((a, index) => {
          const shares = order
            .filter((b) => b !== a)
            .map((b) => directed(battles, a, b) / (directed(battles, a, b) + directed(battles, b, a)));
          return [matrix.models[index] ?? '', meanOf(shares)];
        })
      );
    }
  },
  {
    id: 'battles.rank_centrality',
    statement: 'Rank centrality, every pair divided by its own total.',
    source: `${matrix.source}; corrected`,
    expected: matrix.CORRECTED_rank_centrality_alpha1,
    within: 1e-5,
    twin: { within: 0.004 },
    found: (data) => centralityOf(openerBattles(data))
  },
  {
    id: 'battles.win_rates',
    statement: 'Strict win rates among the 14 models of another leaderboard.',
    source: ranking.source,
    expected: Object.fromEntries(shared.map(({ model, prism }) => [model, prism])),
    within: 5e-7,
    twin: { within: 0.05 },
    found: (data) => winRates(openerBattles(data))
  },
  {
    id: 'battles.command',
    statement: 'Openers in which command met gpt-4 or gpt-4-turbo.',
    source: 'Explaining model ranks',
    expected: { openers: 441, people: 380, battles: 471 },
    twin: { not: 'Which models meet is drawn anew' },
    found: commandAgainstGpt4
  }
];
