import { studentTQuantile } from '../../src/lib/estimate/distributions.ts';
import type { Seeded } from '../../src/lib/estimate/resampling/seeded.ts';
import type { Scores } from '../../src/lib/estimate/variances/score-split.ts';

/** The variances that scores are made from, in squared points. */
export interface Parts {
  readonly person: number;
  readonly taste: number;
  readonly conversation: number;
  readonly model: number;
  readonly topic: number;
  readonly rest: number;
  /** Of group × model; 0 where absent. */
  readonly groups?: number;
}

/** How large a simulated study is. */
export interface Size {
  readonly people: number;
  readonly conversations: number;
  readonly models: number;
  readonly topics: number;
  readonly groups: number;
}

/** Scores, and the group of the person of each. */
export interface Study {
  readonly scores: Scores;
  readonly group: Int32Array;
}

export const AS_PRISM = { conversations: 6, models: 21, topics: 23, groups: 6 } as const;

const VALUES = 2048;
const raw = Array.from({ length: VALUES }, (_, i) => studentTQuantile((i + 0.5) / VALUES, 1e7));
const spread = Math.sqrt(raw.reduce((sum, value) => sum + value * value, 0) / VALUES);
const deviates = Float64Array.from(raw, (value) => value / spread);

/**
 * Scores of opening replies made of normal parts, three or four models a conversation, topics as uneven as PRISM's. Models and
 * topics have just the variance they shall have, in every study; people, tastes, groups' tastes and all else are drawn.
 * `uneven` is the coefficient of variation of how far single people's scores scatter.
 */
export function scoresOf(parts: Parts, size: Size, uneven: number, random: Seeded): Study {
  const { people, conversations, models, topics, groups } = size;
  const normal = (variance: number) => Math.sqrt(variance) * deviates[random.integer(VALUES)]!;
  const ofModel = fixed(models, parts.model, random);
  const ofTopic = fixed(topics, parts.topic, random);
  const ofGroup = Array.from({ length: groups * models }, () => normal(parts.groups ?? 0));
  const columns: number[][] = [[], [], [], [], [], []];
  const [score, person, conversation, model, topic, group] = columns;
  const log = Math.sqrt(Math.log(1 + uneven ** 2));
  for (let who = 0; who < people; who++) {
    const own = normal(parts.person);
    const of = random.integer(groups);
    const taste = Array.from({ length: models }, () => normal(parts.taste));
    const scatter = uneven === 0 ? 1 : Math.exp(log * normal(1) - log ** 2 / 2) / Math.sqrt(1 + uneven ** 2);
    for (let i = 0; i < conversations; i++) {
      const talk = normal(parts.conversation);
      // The first topics are the most common.
      const about = Math.floor(topics * random.uniform() ** 2);
      const left = Array.from({ length: models }, (_, one) => one);
      for (let shown = 3 + random.integer(2); shown > 0; shown--) {
        const met = left.splice(random.integer(left.length), 1)[0]!;
        const fit = own + talk + taste[met]! + ofModel[met]! + ofTopic[about]! + ofGroup[of * models + met]!;
        score!.push(Math.round(60 + fit + scatter * normal(parts.rest)));
        person!.push(who);
        conversation!.push(who * conversations + i);
        model!.push(met);
        topic!.push(about);
        group!.push(of);
      }
    }
  }
  const of = (column: number[] | undefined) => Int32Array.from(column!);
  return {
    scores: {
      score: of(score),
      person: of(person),
      conversation: of(conversation),
      model: of(model),
      topic: of(topic)
    },
    group: of(group)
  };
}

/** Levels that have this variance among themselves. */
function fixed(levels: number, variance: number, random: Seeded): number[] {
  const values = Array.from({ length: levels }, () => deviates[random.integer(VALUES)]!);
  const mean = values.reduce((sum, value) => sum + value, 0) / levels;
  const own = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (levels - 1);
  return values.map((value) => (value - mean) * Math.sqrt(variance / own));
}
