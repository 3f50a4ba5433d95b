import type { Dimension, Level } from './column.ts';
import { levelKey } from './column.ts';

/** What people also call a column, or a level of any column (`column.level`), to be found by; words, no sentences. */
const others: Readonly<Record<string, string>> = {
  age: 'old young older younger years generation elderly',
  'age.65-plus': 'seniors pensioners elderly old',
  'age.55-and-over': 'over 55 55+ older people seniors old elderly',
  'age.under-35': 'younger people young youth millennials',
  'age.18-24': 'students youth young gen z',
  gender: 'sex',
  'gender.male': 'man men boys',
  'gender.female': 'woman women girls',
  'gender.non-binary-third-gender': 'nonbinary enby trans',
  employment_status: 'job work occupation employed',
  'employment_status.in-work': 'employed workers employees',
  'employment_status.retired': 'pensioners',
  education: 'school university degree schooling study college postgraduate undergraduate qualification',
  'education.graduates': 'university degree educated college',
  'education.bachelor-s-degree': 'BA BSc undergraduate college',
  'education.graduate-or-professional-degree': 'master MA MSc PhD doctorate postgraduate',
  marital_status: 'married single divorced relationship',
  'marital_status.never-married': 'single',
  english_proficiency: 'language English fluency native speaker',
  'english_proficiency.native-speakers': 'mother tongue first language',
  'english_proficiency.not-native-speakers': 'second language non-native',
  religion: 'faith belief god',
  'religion.no-affiliation': 'atheist atheists agnostic non-religious secular none',
  'religion.christian': 'christians christianity catholic protestant',
  'religion.muslim': 'muslims islam islamic',
  'religion.jewish': 'jews judaism',
  ethnicity: 'race ethnic',
  'ethnicity.hispanic': 'latino latina latinx',
  'ethnicity.black': 'african',
  birth_country: 'nationality nation origin born from',
  reside_country: 'living lives residence location nation',
  special_region: 'continent world region PRISM',
  birth_region: 'continent UN united nations M49',
  birth_subregion: 'UN united nations M49',
  reside_region: 'continent UN united nations M49',
  lm_familiarity: 'knowledge experience with chatbots LLM AI literacy',
  lm_direct_use: 'used chatbot chatgpt LLM',
  lm_frequency_use: 'how often frequency daily use usage weekly monthly',
  'lm_frequency_use.daily-users': 'every day heavy users use AI daily',
  lm_usecases: 'uses usage use cases purpose tasks task case',
  'lm_usecases.technical-or-programming-help': 'coding code programmers software',
  'lm_usecases.medical-questions': 'health doctor',
  'lm_usecases.money': 'finance financial',
  'lm_usecases.well-being': 'therapy mental health wellbeing',
  stated_factuality: 'truth accuracy facts correct hallucination true',
  stated_safety: 'safe harm harmless danger',
  stated_helpfulness: 'helpful useful',
  stated_values: 'my values culture alignment',
  stated_personalisation: 'personal personalised tailored',
  stated_creativity: 'creative original ideas',
  stated_diversity: 'diverse viewpoints perspectives pluralism',
  stated_fluency: 'fluent well written style',
  score: 'rating ratings rate preference points liked satisfaction quality',
  score_z: 'normalised z-score standardized',
  win_share: 'wins beaten win rate',
  if_chosen: 'choice chosen picked selected best',
  topic: 'subject talk about themes theme',
  'topic.election-and-political-parties': 'politics vote voting democracy',
  'topic.israel-palestine-conflict': 'gaza israel palestine',
  'topic.discussions-on-abortion': 'pro-life pro-choice',
  'topic.debating-immigration-policies': 'migrants immigrants refugees',
  'topic.climate-change': 'global warming environment',
  'topic.gender-and-lgbtq-plus-identity': 'gay trans queer LGBT',
  'topic.health-and-wellness-advice': 'medical',
  'topic.global-war-discussions': 'ukraine wars',
  'topic.religion-and-spirituality': 'god faith',
  'topic.managing-relationships': 'love family dating marriage',
  'topic.job-search': 'career jobs work',
  'topic.popular-culture-sports-music-tv': 'football films music sport',
  conversation_type: 'guided unguided controversy values prompt',
  conversation_turns: 'length messages number of turns',
  response_length: 'long short verbose words characters',
  refuses: 'refusal refusals declines refused',
  model_family: 'company companies vendor maker makers provider lab family developer',
  model_provider_type: 'open closed',
  'model_provider_type.open-access': 'open source weights',
  'model_provider_type.commercial': 'closed proprietary',
  survey_timing_duration_s: 'minutes duration time',
  conversation_timing_duration_s: 'minutes duration time'
};

/** What else a column or a level of it is called; empty for nothing. */
export function otherNames(column: string, level?: Pick<Level, 'label'>): string {
  return others[level === undefined ? column : `${column}.${levelKey(level)}`] ?? '';
}

/** Names by which countries and regions are known besides their label, in any column. */
const places: Readonly<Record<string, string>> = {
  'united-states': 'USA US America American Americans',
  us: 'USA United States America American',
  'united-kingdom': 'UK GB Britain British England Scotland Wales',
  uk: 'United Kingdom GB Britain British England',
  turkey: 'Türkiye Turkiye Turkish',
  turkiye: 'Turkey Turkish',
  czechia: 'Czech Republic',
  netherlands: 'Holland Dutch',
  'south-korea': 'Korea Korean',
  russia: 'Russian Federation',
  'cote-d-ivoire': 'Ivory Coast',
  'hong-kong': 'HK',
  germany: 'German Deutschland',
  france: 'French',
  spain: 'Spanish',
  mexico: 'Mexican',
  israel: 'Israeli',
  chile: 'Chilean',
  'new-zealand': 'NZ Aotearoa Kiwi',
  australia: 'Australian',
  'south-africa': 'SA African',
  canada: 'Canadian',
  iran: 'Persia',
  vietnam: 'Viet Nam',
  'latin-america-and-the-caribbean': 'LatAm South America Latino',
  'middle-east': 'MENA Arab',
  'europe-not-uk': 'EU European',
  'northern-america-not-us': 'North America',
  'asia-not-middle-east': 'Asian',
  africa: 'African'
};

/** What else a place is called, by its level’s key; empty for nothing. */
export const otherNamesOfPlace = (key: string): string => places[key] ?? '';

/** A level's words, to be looked for: its label, its nouns, its spelling in the release and what else it is called. */
export function levelNames(name: string, column: Dimension, level: Level): string {
  const groups = (column.groups ?? []).filter(({ values }) => values.includes(String(level.value)));
  const own = [level.label, level.noun, level.inside, typeof level.value === 'string' ? level.value : ''];
  const more = [otherNames(name, level), column.role?.origin ? otherNamesOfPlace(levelKey(level)) : ''];
  return [...own, ...more, ...groups.map(({ label }) => label)].filter(Boolean).join(' ');
}
