import type { Column, Level } from '../column.ts';

/** The published clusters of opening prompts, largest first; a level's value is the cluster's number. */
const topics: readonly Level[] = [
  { value: '19', label: 'Managing Relationships' },
  { value: '14', label: 'Popular Culture (Sports, Music, TV)' },
  { value: '18', label: 'Job Search' },
  { value: '6', label: 'Religion and Spirituality' },
  { value: '17', label: 'Election and Political Parties' },
  { value: '8', label: 'Recipe and Cooking Queries' },
  { value: '3', label: 'Israel-Palestine Conflict' },
  { value: '13', label: 'Gender and LGBTQ+ Identity' },
  { value: '16', label: 'Travel Recommendations' },
  { value: '11', label: 'Climate Change' },
  { value: '7', label: 'Animal and Pet Inquiries' },
  { value: '1', label: 'Discussions on Abortion' },
  { value: '12', label: 'Economic Policy and Income Inequality' },
  { value: '20', label: 'Debating Immigration Policies' },
  { value: '0', label: 'Greeting Introductions' },
  { value: '15', label: 'Exploring AI and Machine Learning' },
  { value: '4', label: 'Ethics of Death and Killing' },
  { value: '9', label: 'Health and Wellness Advice' },
  { value: '21', label: 'Discussions on Race and Racism' },
  { value: '5', label: 'Holiday Celebration Planning' },
  { value: '10', label: 'Weather Inquiries' },
  { value: '2', label: 'Global War Discussions' }
];

/** What the conversation is about, as the authors' clustering has it. */
export const topic = {
  topic: {
    kind: 'category',
    label: 'Topic',
    asked: 'The cluster of similar opening prompts that the conversation falls into.',
    source: {
      derived: 'cluster_id of opening_prompt_text_df_original.csv, by conversation_id',
      file: 'opening_prompt_text_df_original.csv'
    },
    role: { narrowing: { before: 'on', all: 'any topic' } },
    ordered: false,
    levels: topics,
    missing: [
      { value: '-1', label: 'No topic (outlier)', share: 'open on no topic' },
      { value: null, label: 'Topic not available', which: 'whose topic is not available' }
    ],
    share: 'open on the topic “{}”',
    which: 'on the topic “{}”',
    several: 'on {} topics',
    note: 'Opening prompts were grouped by a clustering program and the groups named by a language model; nobody asked the participants. Many openers belong to no group.',
    detail:
      'About a third of the openers belong to no group. The file of topics lies in the authors’ repository, apart from the release.'
  }
} as const satisfies Record<string, Column>;
