/** A good question to begin with, and the view that answers it. */
export interface NamedQuestion {
  readonly theme: string;
  readonly text: string;
  /** Path below the site's base, with its link. */
  readonly path: string;
  /** Other words for it. */
  readonly names: string;
}

const BY_AGE = 'age.under-35.35-54.55-and-over';

const theme = (
  name: string,
  rows: readonly (readonly [text: string, path: string, names?: string])[]
): NamedQuestion[] => rows.map(([text, path, names = '']) => ({ theme: name, text, path, names }));

/** Some forty questions by theme. */
export const questions: readonly NamedQuestion[] = [
  ...theme('What people want', [
    [
      'What do older people want from AI?',
      `/explore/?metric=stated_helpfulness&by=${BY_AGE}&v=1`,
      'over 55 elderly seniors importance values'
    ],
    ['Do people want facts above all?', '/explore/?form=distribution&by=none&v=1', 'factuality importance truth'],
    ['Is safety more important to women than to men?', '/explore/?metric=stated_safety&by=gender&v=1', 'harm gender'],
    [
      'Do women born in Africa ask for more safety than men born in Europe?',
      '/explore/?metric=stated_safety&by=none&a.gender=female&a.birth_region=africa&b.gender=male&b.birth_region=europe&v=1',
      'compare'
    ],
    [
      'Do graduates care more about factuality?',
      '/explore/?by=none&a.education=graduates&v=1',
      'education degree university'
    ],
    [
      'Who wants AI to reflect their own values?',
      '/explore/?metric=stated_values&by=religion&v=1',
      'alignment culture faith'
    ],
    ['Who wants a personal AI?', `/explore/?metric=stated_personalisation&by=${BY_AGE}&v=1`, 'personalisation'],
    ['Where is creativity worth most?', '/explore/?metric=stated_creativity&by=special_region&v=1', 'region world'],
    [
      'Do daily users want something else?',
      '/explore/?metric=stated_helpfulness&by=lm_frequency_use&v=1',
      'frequency use'
    ]
  ]),
  ...theme('Who uses AI, and for what', [
    ['Who uses AI every day?', '/explore/?metric=lm_frequency_use.every-day&v=1', 'daily use by age frequency'],
    [
      'Who was not asked how often they use AI?',
      '/explore/?metric=lm_frequency_use.every-day&form=distribution&v=1',
      'missing'
    ],
    [
      'How familiar are people with AI?',
      '/explore/?metric=lm_familiarity.very-familiar&form=distribution&v=1',
      'knowledge'
    ],
    ['Who uses AI for research?', '/explore/?metric=lm_usecases.research&by=education&v=1', 'study science'],
    ['Who asks AI about their health?', '/explore/?metric=lm_usecases.medical-questions&v=1', 'medical doctor'],
    [
      'Who programs with AI?',
      '/explore/?metric=lm_usecases.technical-or-programming-help&by=gender&v=1',
      'coding code'
    ],
    ['Do students use AI for homework?', '/explore/?metric=lm_usecases.homework&by=employment_status&v=1', 'school'],
    [
      'Where do women use AI for research?',
      '/explore/?metric=lm_usecases.research&by=reside_region&gender=female&v=1',
      'region'
    ]
  ]),
  ...theme('What they talk about', [
    [
      'What do people talk about?',
      '/explore/?metric=topic.managing-relationships&by=none&form=distribution&v=1',
      'topics subjects'
    ],
    [
      'Where do conversations turn to religion?',
      '/explore/?metric=topic.religion-and-spirituality&view=map&v=1',
      'faith map region'
    ],
    ['Who talks about abortion?', '/explore/?metric=topic.discussions-on-abortion&by=gender&v=1', 'women men'],
    [
      'Who asks about elections?',
      '/explore/?metric=topic.election-and-political-parties&by=special_region&v=1',
      'politics vote'
    ],
    [
      'Do older people talk about travel?',
      `/explore/?metric=topic.travel-recommendations&by=${BY_AGE}&v=1`,
      'age holiday'
    ],
    [
      'Who picks controversial conversations?',
      '/explore/?metric=conversation_type.controversy-guided&by=gender&v=1',
      'controversy'
    ],
    ['How long are conversations?', '/explore/?metric=conversation_turns&by=conversation_type&v=1', 'turns length']
  ]),
  ...theme('Which model is preferred', [
    ['Which model do people prefer?', '/models/', 'ranking leaderboard best top'],
    ['Which maker do people prefer?', '/models/?unit=family&v=1', 'company vendor OpenAI Anthropic Google'],
    ['Would the ranking change if only the US census sample voted?', '/models/?sample=us&v=1', 'american leaderboard'],
    ['Would the ranking change if only the UK census sample voted?', '/models/?sample=uk&v=1', 'british leaderboard'],
    ['Which model do people over 55 prefer?', '/models/?age=55-and-over&v=1', 'older elderly seniors'],
    ['Which model do women prefer?', '/models/?gender=female&v=1', 'female'],
    ['Which model is best on contested topics?', '/models/?conversation_type=controversy-guided&v=1', 'controversy'],
    ['Does GPT-4 beat Claude 2?', '/models/pairs/?first=gpt-4&second=claude-2&v=1', 'head to head battle'],
    [
      'Do people like commercial models better than open ones?',
      '/explore/?metric=score&by=model_provider_type&v=1',
      'open source'
    ],
    ['Which models decline to answer?', '/explore/?metric=refuses.declines-to-answer&by=model&v=1', 'refuse refusal']
  ]),
  ...theme('How people judge', [
    ['What goes into a score?', '/models/scores/', 'length format refusals explained'],
    ['Do people prefer longer replies?', '/models/scores/#score-by-length', 'verbose long'],
    ['Do older people give lower scores?', `/explore/?metric=score&by=${BY_AGE}&v=1`, 'age rating'],
    ['Do scores differ between regions?', '/explore/?metric=score&by=special_region&v=1', 'world places'],
    [
      'How do scores fall between 1 and 100?',
      '/explore/?metric=score&by=none&form=distribution&v=1',
      'distribution histogram'
    ],
    [
      'Which model do different ages score highest?',
      '/explore/?metric=score&by=model&and=age&v=1',
      'crossed cells heat'
    ]
  ]),
  ...theme('Where they come from', [
    ['Who took part from Africa?', '/places/africa/', 'african'],
    ['What do people born in the UK want?', '/places/uk/', 'british britain'],
    ['What do people born in Mexico want?', '/places/mexico/', 'mexican'],
    ['Where do people score highest, on a map?', '/explore/?metric=score&view=map&v=1', 'world countries']
  ])
];
