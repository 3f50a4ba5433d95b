import {
  defaultParams,
  everything,
  type Params,
  type Sample,
  type Selection,
  type Vocabulary
} from '../../selection/index.ts';

/** Whose welfare counts, whom jurors are drawn from: a preset's key and its words, in the plural. */
export interface Preset {
  readonly key: string;
  readonly label: string;
}

/** The people all of it is about, and the sample of the release that they are. */
export const samplesOfJuries: readonly (Preset & { readonly sample: Sample })[] = [
  { key: 'uk', label: 'the UK census sample', sample: 'uk' },
  { key: 'us', label: 'the US census sample', sample: 'us' },
  { key: 'balanced', label: 'the balanced subset', sample: 'balanced' },
  { key: 'all', label: 'all people, all their openers', sample: 'all' }
];

/** Whose welfare counts, as published: everyone, or all outside a group. */
export const servedPresets: readonly Preset[] = [
  { key: 'not-men', label: 'people who are not men' },
  { key: 'everyone', label: 'everyone' },
  { key: 'not-white', label: 'people who are not white' },
  { key: 'under-45', label: 'people under 45' }
];

export const welfareMeasures: readonly Preset[] = [
  { key: 'score', label: 'mean score' },
  { key: 'chosen', label: 'share of times chosen' }
];

/** What the published figures and ours both ask. */
export const publishedParams = {
  from: { kind: 'choice', label: 'People', choices: samplesOfJuries.map(({ key, label }) => ({ key, label })) },
  served: { kind: 'choice', label: 'Whose welfare counts', choices: servedPresets },
  welfare: { kind: 'choice', label: 'Measured by', choices: welfareMeasures }
} as const satisfies Params;

const seeds = [1, 2, 3, 4, 5].map((seed) => ({ key: String(seed), label: `seed ${seed}` }));

export const juriesParams = {
  ...publishedParams,
  rule: {
    kind: 'choice',
    label: 'How a jury decides',
    choices: [
      { key: 'mean', label: 'by highest mean score' },
      { key: 'chosen', label: 'for the most chosen' },
      { key: 'rank-centrality', label: 'by rank centrality' },
      { key: 'borda', label: 'by Borda count' },
      { key: 'copeland', label: 'by most pairs won (Copeland)' },
      { key: 'maximin', label: 'by the best worst pair (maximin)' },
      { key: 'approval', label: 'by approval: scores over 50' },
      { key: 'approval-own', label: 'by approval: scores over their own mean' },
      { key: 'favourite', label: 'for the favourite of most' },
      { key: 'least-disliked', label: 'for the least disliked (fewest scores up to 10)' }
    ]
  },
  juries: {
    kind: 'choice',
    label: 'Juries',
    choices: [
      { key: 'published', label: 'the published seven schemes' },
      { key: 'sizes', label: 'juries of 5 to 1,000' },
      { key: 'groups', label: '100 of each group' }
    ]
  },
  judged: {
    kind: 'choice',
    label: 'Judged by',
    choices: [
      { key: 'held-out', label: 'people who did not sit (held out)' },
      { key: 'in-sample', label: 'the same people, as published (in-sample)' }
    ]
  },
  seats: {
    kind: 'choice',
    label: 'Drawn',
    choices: [
      { key: 'replaced', label: 'with replacement, as published' },
      { key: 'once', label: 'without replacement' }
    ]
  },
  met: {
    kind: 'choice',
    label: 'Models that few jurors met',
    choices: [
      { key: 'published', label: 'can win, as published' },
      { key: 'three', label: 'cannot win under three jurors' }
    ]
  },
  seed: { kind: 'choice', label: 'Chance', choices: seeds }
} as const satisfies Params;

const defaults: Selection = { ...everything, params: defaultParams(juriesParams) };

/** What links to the Juries page may say; filters say who may sit on a jury of the reader's own. */
export const juriesVocabulary: Vocabulary = {
  defaults,
  parts: ['filters', 'minimum'],
  params: juriesParams,
  ahead: () => [{}]
};

/** The preset of a parameter that a selection names. */
export function presetOf<P extends Preset>(presets: readonly P[], { params }: Selection, name: string): P {
  return presets.find(({ key }) => key === params[name]) ?? presets[0]!;
}
