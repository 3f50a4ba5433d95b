import type { Column, Level } from '../column.ts';

const notAsked = (what: string): Level => ({ value: null, label: 'Not asked', share: `were not asked ${what}` });

/** What the participants knew of language models before the study. */
export const languageModelUse = {
  lm_familiarity: {
    kind: 'category',
    label: 'Familiarity with AI',
    asked: 'How familiar the person is with AI language models.',
    item: '4.1.5',
    source: 'lm_familiarity',
    role: { usual: 7 },
    ordered: true,
    levels: [
      { value: 'Not familiar at all', label: 'Not at all familiar' },
      { value: 'Somewhat familiar', label: 'Somewhat familiar' },
      { value: 'Very familiar', label: 'Very familiar' }
    ],
    missing: [],
    share: 'are {lower} with language models'
  },
  lm_direct_use: {
    kind: 'category',
    label: 'Direct use of AI',
    asked: 'Whether the person has used an AI language model itself, such as a chatbot.',
    item: '4.1.6',
    source: 'lm_direct_use',
    ordered: false,
    levels: [
      { value: 'Yes', label: 'Yes', which: 'who have used a language model themselves' },
      { value: 'No', label: 'No', which: 'who have not used a language model themselves' },
      { value: 'Unsure', label: 'Unsure', which: 'who are unsure whether they have used a language model themselves' }
    ],
    missing: [],
    share: 'answer “{}” when asked whether they have used a language model'
  },
  lm_indirect_use: {
    kind: 'category',
    label: 'Any use of AI',
    asked: 'Whether the person has ever met an AI language model, counting those built into other services.',
    item: '4.1.7',
    source: 'lm_indirect_use',
    ordered: false,
    levels: [
      { value: 'Yes', label: 'Yes', which: 'who have met a language model, if only inside another service' },
      { value: 'No', label: 'No', which: 'who have met no language model, not even inside another service' },
      {
        value: 'Unsure',
        label: 'Unsure',
        which: 'who are unsure whether they have met a language model, even inside another service'
      }
    ],
    missing: [],
    share: 'answer “{}” when asked whether they have met a language model, even inside another service',
    note: 'The published codebook prints the question on direct use here by mistake; this is what was asked.'
  },
  lm_frequency_use: {
    kind: 'category',
    label: 'How often AI is used',
    asked: 'How often the person uses AI language models.',
    item: '4.1.8',
    source: 'lm_frequency_use',
    ordered: true,
    levels: [
      { value: 'Less than one a year', label: 'Less than once a year' },
      { value: 'Once per month', label: 'Once a month' },
      { value: 'More than once a month', label: 'More than once a month' },
      { value: 'Every week', label: 'Every week' },
      { value: 'Every day', label: 'Every day' }
    ],
    missing: [notAsked('how often they use language models')],
    share: 'use language models {lower}',
    groups: [
      {
        label: 'Less than weekly users',
        values: ['Less than one a year', 'Once per month', 'More than once a month'],
        share: 'use language models less than weekly',
        which: 'who use language models less than weekly'
      },
      {
        label: 'Weekly or daily users',
        values: ['Every week', 'Every day'],
        share: 'use language models every week or every day',
        which: 'who use language models every week or every day'
      },
      {
        label: 'Daily users',
        values: ['Every day'],
        share: 'use language models every day',
        which: 'who use language models every day'
      }
    ],
    joins: [
      ['less-than-weekly-users', 'weekly-or-daily-users'],
      ['daily-users', 'rest']
    ],
    note: 'Asked only of those who said yes to either question on use. The release spells “Less than one a year”, and nothing lies between that and once a month.'
  },
  lm_usecases: {
    kind: 'many',
    label: 'What AI is used for',
    asked: 'What the person uses AI language models for; any number of answers.',
    item: '4.1.9',
    source: 'lm_usecases',
    levels: [
      { value: 'homework_assistance', label: 'Homework' },
      { value: 'research', label: 'Research' },
      { value: 'source_suggestions', label: 'Finding sources' },
      { value: 'professional_work', label: 'Work' },
      { value: 'creative_writing', label: 'Creative writing' },
      { value: 'casual_conversation', label: 'Casual conversation' },
      { value: 'personal_recommendations', label: 'Recommendations' },
      { value: 'daily_productivity', label: 'Daily productivity' },
      { value: 'technical_or_programming_help', label: 'Technical or programming help' },
      { value: 'travel_guidance', label: 'Travel' },
      { value: 'lifestyle_and_hobbies', label: 'Lifestyle and hobbies' },
      { value: 'well-being_guidance', label: 'Well-being' },
      { value: 'medical_guidance', label: 'Medical questions' },
      { value: 'financial_guidance', label: 'Money' },
      { value: 'games', label: 'Games' },
      { value: 'historical_or_news_insight', label: 'History or news' },
      { value: 'relationship_advice', label: 'Relationships' },
      { value: 'language_learning', label: 'Learning a language' },
      { value: 'other', label: 'Other', share: 'use language models for something else' }
    ],
    missing: [
      notAsked('what they use language models for'),
      {
        value: 'none',
        label: 'Asked, nothing ticked',
        share: 'were asked what they use language models for and ticked nothing'
      }
    ],
    share: 'use language models for {lower}',
    note: 'Shares are of the people who were asked.',
    detail:
      'The published codebook counts the 247 people who were not asked as having ticked every use, and so prints 247 too many throughout.'
  }
} as const satisfies Record<string, Column>;
