import figures from '../../published/attributes.json';
import { censored } from '../censored.ts';
import { at, correlations, corrected, lowerTriangle, mix } from '../multivariate.ts';
import type { Matrix } from '../multivariate.ts';
import { stream } from '../random.ts';
import type { Conversation } from './conversation.ts';
import { leaveOut } from './not-applicable.ts';

/** The seven attributes of the chosen reply, in the release's key order. */
export const ATTRIBUTES = [
  'values',
  'fluency',
  'factuality',
  'safety',
  'diversity',
  'creativity',
  'helpfulness'
] as const;

type Attribute = (typeof ATTRIBUTES)[number];

/** How closely each performance and choice slider follows the chosen reply's score; assumed. */
const BY_SCORE: Record<'performance' | 'choice', Record<Attribute, number>> = {
  performance: {
    values: 0.33,
    fluency: 0.33,
    factuality: 0.38,
    safety: 0.22,
    diversity: 0.28,
    creativity: 0.32,
    helpfulness: 0.44
  },
  choice: {
    values: 0.16,
    fluency: 0.27,
    factuality: 0.28,
    safety: 0.14,
    diversity: 0.18,
    creativity: 0.22,
    helpfulness: 0.31
  }
};

/** Share of a slider's variance that belongs to the person, not the conversation; assumed. */
const PERSONAL = 0.38;

/** Sliders with published correlations across the three settings: eight stated, seven performance, seven choice. */
const STATED = [
  'values',
  'creativity',
  'fluency',
  'factuality',
  'diversity',
  'safety',
  'personalisation',
  'helpfulness'
];
const NAMES = [
  ...STATED.map((key) => `S:${key}`),
  ...ATTRIBUTES.map((key) => `P:${key}`),
  ...ATTRIBUTES.map((key) => `C:${key}`)
];

/** Rounds of correcting the latent correlations for what cutting off and rounding takes away. */
const ROUNDS = 6;

/**
 * Performance and choice sliders: published means, spreads, and correlations with one another and with the stated
 * preferences, and published gaps (N/A). Each slider is part the person's, in keeping with what they stated before the
 * conversations, part the chosen reply's score, part the conversation's own.
 *
 * @param stated latent numbers of the eight stated sliders by `user_id`
 */
export function giveAttributes(conversations: readonly Conversation[], stated: readonly Float64Array[]): void {
  const random = stream('attributes');
  const personal = stated.map(() => Float64Array.from({ length: 14 }, () => random.normal()));
  const own = conversations.map(() => Float64Array.from({ length: 14 }, () => random.normal()));
  const scores = standardised(conversations);
  const wanted = publishedCorrelations();
  const load = [
    ...ATTRIBUTES.map((key) => BY_SCORE.performance[key]),
    ...ATTRIBUTES.map((key) => BY_SCORE.choice[key])
  ];
  const spoken = STATED.map((_, column) => {
    return Int32Array.from(conversations, ({ person }) => person.statedPreferences[column] as number);
  });
  let latent = wanted;
  let values: Int32Array[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const people = personalParts(latent, stated, personal);
    const lower = lowerTriangle(
      load.map((one, row) => load.map((two, column) => (1 - PERSONAL) * at(latent, row + 8, column + 8) - one * two))
    );
    const columns = load.map(() => new Float64Array(conversations.length));
    conversations.forEach(({ person }, row) => {
      const rest = mix(lower, own[row] as Float64Array);
      const part = people[person.number] as Float64Array;
      const score = scores[row] as number;
      load.forEach((weight, column) => {
        (columns[column] as Float64Array)[row] = (part[column] as number) + weight * score + (rest[column] as number);
      });
    });
    values = columns.map((column, index) => {
      const { mean, std } = published(index);
      return censored(column, mean, std, 1, 100);
    });
    latent = corrected(latent, wanted, correlations([...spoken, ...values]), 0.8);
  }
  conversations.forEach((conversation, row) => {
    conversation.performance = values.slice(0, 7).map((column) => column[row] as number);
    conversation.choice = values.slice(7).map((column) => column[row] as number);
  });
  leaveOut(conversations);
}

function published(index: number): { mean: number; std: number } {
  const key = ATTRIBUTES[index % 7] as Attribute;
  return index < 7 ? figures.performance_attributes[key] : figures.choice_attributes[key];
}

function publishedCorrelations(): Matrix {
  const table: Record<string, Record<string, number>> = figures.pearson_correlations.all_22_conversation_level;
  return NAMES.map((one) => NAMES.map((two) => table[one]?.[two] ?? 0));
}

function standardised(conversations: readonly Conversation[]): Float64Array {
  const scores = Float64Array.from(conversations, ({ replies }) => {
    return Math.max(...(replies[0] ?? []).filter((reply) => reply.chosen).map((reply) => reply.score));
  });
  const mean = scores.reduce((a, b) => a + b, 0) / scores.length;
  const spread = Math.sqrt(scores.reduce((sum, score) => sum + (score - mean) ** 2, 0) / scores.length);
  return scores.map((score) => (score - mean) / spread);
}

/** A person's part of each of the 14 sliders, correlated with what the person stated. */
function personalParts(
  latent: Matrix,
  stated: readonly Float64Array[],
  noise: readonly Float64Array[]
): Float64Array[] {
  const joint = NAMES.map((_, one) =>
    NAMES.map((_, two) => at(latent, one, two) * (one >= 8 && two >= 8 ? PERSONAL : 1))
  );
  const lower = lowerTriangle(joint);
  const head = lower.slice(0, 8);
  return stated.map((row, person) => {
    // The independent numbers behind the stated sliders: the triangle solved downwards.
    const behind = new Float64Array(NAMES.length);
    head.forEach((weights, one) => {
      let rest = row[one] as number;
      for (let two = 0; two < one; two++) rest -= (weights[two] as number) * (behind[two] as number);
      behind[one] = rest / (weights[one] as number);
    });
    behind.set(noise[person] as Float64Array, 8);
    return mix(lower, behind).slice(8);
  });
}
