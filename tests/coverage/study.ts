import { studentTQuantile } from '../../src/lib/estimate/distributions.ts';
import { bradleyTerry } from '../../src/lib/estimate/rankings/bradley-terry.ts';
import { directed, outcome, type Battles } from '../../src/lib/estimate/rankings/battles.ts';
import { rankCentrality } from '../../src/lib/estimate/rankings/rank-centrality.ts';
import type { RatedReplies } from '../../src/lib/estimate/rankings/standings.ts';
import { winRate } from '../../src/lib/estimate/rankings/win-rate.ts';
import type { Seeded } from '../../src/lib/estimate/resampling/seeded.ts';
import type { Planted } from './kind.ts';

/** Models that people meet at random, six messages each, four models a message, and score. */
export interface Study {
  readonly models: number;
  /** Of a model, for everybody. */
  readonly liking: readonly number[];
}

/** Score points up to which two replies are tied. */
export const TIE = 5;
const MESSAGES = 6;
const SHOWN = 4;

const TYPES = 60;
const VALUES = 64;
const normals = (count: number) => Array.from({ length: count }, (_, i) => studentTQuantile((i + 0.5) / count, 1e7));
const ofReply = normals(VALUES).map((value) => Math.round(16 * value));
const ofTaste = normals(TYPES).map((value) => Math.round(9 * value));
const ofPerson = normals(TYPES).map((value) => Math.round(10 * value));

/** One study: rows in order of message. Taste for each model, and use of the scale, are a person's own. */
export function repliesOf({ models, liking }: Study, people: number, random: Seeded, planted?: Planted): RatedReplies {
  const rows = people * MESSAGES * SHOWN;
  const [person, interaction, item, score] = [0, 1, 2, 3].map(() => new Int32Array(rows));
  let row = 0;
  for (let who = 0; who < people; who++) {
    const base = 60 + ofPerson[random.integer(TYPES)]!;
    const taste = Array.from({ length: models }, () => ofTaste[random.integer(TYPES)]!);
    for (let message = 0; message < MESSAGES; message++) {
      const met = Array.from({ length: models }, (_, model) => model);
      for (let shown = 0; shown < SHOWN; shown++, row++) {
        const model = met.splice(random.integer(met.length), 1)[0]!;
        person![row] = planted ? who * MESSAGES + message : who;
        interaction![row] = who * MESSAGES + message;
        item![row] = model;
        score![row] = base + liking[model]! + taste[model]! + ofReply[random.integer(VALUES)]!;
      }
    }
  }
  return { person: person!, interaction: interaction!, item: item!, score: score! };
}

/** The battles of endlessly many people: shares of wins and ties of each pair. */
export function trueBattles({ models, liking }: Study): Battles {
  const wins = new Float64Array(models * models);
  const ties = new Float64Array(models * models);
  // How the two replies' own parts, and the two tastes, differ.
  const apart = new Map<number, number>();
  const add = (value: number, count: number) => apart.set(value, (apart.get(value) ?? 0) + count);
  const of = differences(ofReply);
  const tastes = differences(ofTaste);
  for (const [one, count] of of) for (const [other, times] of tastes) add(one + other, count * times);
  for (let i = 0; i < models; i++) {
    for (let j = 0; j < models; j++) {
      if (i === j) continue;
      for (const [value, chance] of apart) {
        const won = outcome(liking[i]! - liking[j]! + value, 0, TIE);
        if (won === 0) ties[i * models + j]! += chance;
        else if (won === 1) wins[i * models + j]! += chance;
      }
    }
  }
  return { items: models, wins, ties };
}

/** The chances of each difference of two values drawn from a list. */
function differences(values: readonly number[]): Map<number, number> {
  const chances = new Map<number, number>();
  for (const one of values) {
    for (const other of values) chances.set(one - other, (chances.get(one - other) ?? 0) + 1 / values.length ** 2);
  }
  return chances;
}

/** The standings that endlessly many people would give. */
export const trueStandings = (study: Study) => {
  const battles = trueBattles(study);
  return {
    mean: Float64Array.from(study.liking, (liking) => 60 + liking),
    'win-rate': winRate(battles),
    // Of so many battles that draws added to them tell nothing.
    'rank-centrality': rankCentrality(directed(battles), 0),
    'bradley-terry': bradleyTerry(battles)
  };
};
