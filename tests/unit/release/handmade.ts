/**
 * A release made by hand, in the format of the official one and with its traps, of any size. Everything follows from
 * the row's number, so that counts and sums can be worked out apart from the reader.
 */

/** A JSON value, where `NaN` is written bare as Python does. */
export type Json = string | number | boolean | null | readonly Json[] | { [key: string]: Json };
export type Row = { [key: string]: Json };

export interface Handmade {
  survey: Row[];
  conversations: Row[];
  utterances: Row[];
  metadata: Row[];
  models: Row[];
  /** The file of topics, header first. */
  topics: string[][];
}

const useCases = [
  'homework_assistance',
  'research',
  'source_suggestions',
  'professional_work',
  'creative_writing',
  'casual_conversation',
  'personal_recommendations',
  'daily_productivity',
  'technical_or_programming_help',
  'travel_guidance',
  'lifestyle_and_hobbies',
  'well-being_guidance',
  'medical_guidance',
  'financial_guidance',
  'games',
  'historical_or_news_insight',
  'relationship_advice',
  'language_learning',
  'other'
];
const preferences = [
  'values',
  'creativity',
  'fluency',
  'factuality',
  'diversity',
  'safety',
  'personalisation',
  'helpfulness'
];
const contextual = ['values', 'fluency', 'factuality', 'safety', 'diversity', 'creativity', 'helpfulness'];

/** Texts that break careless readers. */
export const hostile = [
  'plain',
  'a quotation " mark and a \\ backslash',
  '{"score": NaN, "x": [NaN]} , NaN : NaN',
  'a line separator \u2028 and a paragraph separator \u2029 and \u0085 next line',
  'two\nlines\r\nand a tab\t',
  'emoji 👩‍👩‍👧‍👦 and 𝒇𝒂𝒏𝒄𝒚',
  'مرحبا بالعالم و שלום',
  '<script>alert("1")</script> & "quoted", comma',
  '"',
  '\ufeffa byte order mark inside',
  'NaN',
  'null',
  '-Infinity'
];

const text = (index: number, what: string): string => `${what} ${index}: ${hostile[index % hostile.length]}`;

/** Whether a person got no further than the survey. */
export const isSurveyOnly = (person: number): boolean => person % 7 === 3;
/** Whether a person was not asked about use. */
export const isNotAsked = (person: number): boolean => person % 5 === 2;
export const conversationsOf = (person: number): number => (isSurveyOnly(person) ? 0 : 1 + (person % 3));
export const usesOf = (person: number): number[] =>
  useCases.map((_, index) => ((person + index * index) % 4 === 0 ? 1 : 0));

function surveyRow(person: number): Row {
  const asked = !isNotAsked(person);
  const uses = usesOf(person);
  const typed = person % 4 === 1;
  return {
    user_id: `user${person}`,
    survey_only: isSurveyOnly(person),
    num_completed_conversations: conversationsOf(person),
    consent: 'Yes, I consent to take part',
    consent_age: 'I certify that I am 18 years of age or over',
    lm_familiarity: ['Not familiar at all', 'Somewhat familiar', 'Very familiar'][person % 3]!,
    lm_indirect_use: asked ? 'Yes' : 'No',
    lm_direct_use: asked ? 'Unsure' : 'No',
    lm_frequency_use: asked ? ['Less than one a year', 'Every day'][person % 2]! : person % 2 ? null : Number.NaN,
    self_description: text(person, 'self'),
    system_string: text(person + 3, 'system'),
    age: ['18-24 years old', '65+ years old', 'Prefer not to say'][person % 3]!,
    gender: ['Male', 'Female', 'Non-binary / third gender', 'Prefer not to say'][person % 4]!,
    employment_status: ['Student', 'Unemployed, seeking work', 'Homemaker / Stay-at-home parent'][person % 3]!,
    education: ['Vocational', 'University Bachelors Degree'][person % 2]!,
    marital_status: ['Never been married', 'Divorced / Separated'][person % 2]!,
    english_proficiency: ['Fluent', 'Native speaker'][person % 2]!,
    study_id: '64f0c0ffee',
    study_locale: person % 6 === 5 ? 'ruritania' : ['us', 'uk', 'czech republic'][person % 3]!,
    religion: { self_described: 'no affiliation', categorised: 'Agnostic', simplified: 'No Affiliation' },
    ethnicity: {
      self_described: 'prefer not to say',
      categorised: 'Prefer not to say',
      simplified: 'Prefer not to say'
    },
    location: {
      birth_country: ['Korea, Republic of', 'Türkiye', "Côte d'Ivoire", 'Prefer not to say'][person % 4]!,
      birth_countryISO: ['KOR', 'TUR', 'CIV', 'Prefer not to say'][person % 4]!,
      birth_region: ['Asia', 'Asia', 'Africa', 'Prefer not to say'][person % 4]!,
      birth_subregion: ['Eastern Asia', 'Western Asia', 'Sub-Saharan Africa', 'Prefer not to say'][person % 4]!,
      reside_country: 'United States',
      reside_region: 'Americas',
      reside_subregion: 'Northern America',
      reside_countryISO: 'USA',
      same_birth_reside_country: person % 4 === 3 ? 'Prefer not to say' : 'No',
      special_region: ['Asia', 'Middle East', 'Africa', 'Prefer not to say'][person % 4]!
    },
    lm_usecases: {
      ...Object.fromEntries(useCases.map((name, index) => [name, asked ? uses[index]! : null])),
      other_text: asked && uses[18] ? text(person, 'use') : null
    },
    stated_prefs: {
      ...Object.fromEntries(preferences.map((name, index) => [name, (person * 13 + index * 29) % 101])),
      other: 50,
      other_text: typed ? text(person, 'trait') : null
    },
    order_lm_usecases: Object.fromEntries(useCases.map((name, index) => [name, asked ? index + 1 : null])),
    order_stated_prefs: Object.fromEntries([...preferences, 'other'].map((name, index) => [name, index + 1])),
    generated_datetime: '2023-11-22 15:48:46',
    timing_duration_s: 160 + person,
    timing_duration_mins: Math.round((160 + person) / 0.6) / 100,
    included_in_US_REP: person % 2 === 0,
    included_in_UK_REP: false,
    included_in_balanced_subset: person % 2 === 1 && !isSurveyOnly(person)
  };
}

const modelNames = ['command', 'HuggingFaceH4/zephyr-7b-beta', 'google/flan-t5-xxl', 'gpt-4', 'a-model-nobody-knows'];
const providerOf = ['cohere', 'huggingface_api', 'huggingface_api', 'openai', 'somebody'];
const types = ['unguided', 'values guided', 'controversy guided'];

/** Score of a reply by its place. */
export const scoreOf = (conversation: number, turn: number, reply: number): number =>
  1 + ((conversation * 37 + turn * 11 + reply * 53) % 100);
export const turnsOf = (conversation: number): number => 2 + (conversation % 4);
export const repliesOf = (conversation: number, turn: number): number => (turn === 0 ? 4 - (conversation % 4) : 2);
/** In some later turns both replies have the same text, and both count as chosen. */
export const isTwice = (conversation: number, turn: number): boolean => turn > 0 && (conversation + turn) % 9 === 0;

function responseOf(conversation: number, turn: number, reply: number): string {
  if (isTwice(conversation, turn)) return 'the same';
  if ((conversation + turn * 3 + reply) % 17 === 0) return 'EMPTY STRING';
  return text(conversation + turn + reply, `reply ${reply}`);
}

/** A release with this many people. */
export function handmade(people: number): Handmade {
  const persons = Array.from({ length: people }, (_, index) => index);
  const conversations: Row[] = [];
  const utterances: Row[] = [];
  const metadata: Row[] = [];
  // Submission order: everybody's first conversation, then everybody's second, and so on.
  const owners = [0, 1, 2].flatMap((round) => persons.filter((person) => conversationsOf(person) > round));
  const interactionNames = owners
    .flatMap((_, c) => Array.from({ length: turnsOf(c) }, (_, turn) => ({ c, turn })))
    .sort((a, b) => (`c${a.c}` < `c${b.c}` ? -1 : `c${a.c}` > `c${b.c}` ? 1 : a.turn - b.turn));
  const interactionOf = new Map(interactionNames.map(({ c, turn }, index) => [`${c} ${turn}`, index]));

  const flags = (column: string, ids: Row, index: number): Row => ({
    column_id: column,
    user_id: null,
    conversation_id: null,
    interaction_id: null,
    utterance_id: null,
    ...ids,
    pii_flag: index % 10 === 0,
    pii_manual_flag: column !== 'model_response' && index % 10 === 0 ? [false, 0, 0.5 - 0.5][index % 3]! : Number.NaN,
    language_flag: index % 8 === 0 ? 'es' : 'en',
    en_flag: index % 8 !== 0,
    moderation_flag: {
      flagged: index % 12 === 0,
      categories: { sexual: false, 'self-harm/intent': false },
      category_scores: { sexual: 0.01 }
    }
  });

  owners.forEach((person, c) => {
    const history: Row[] = [];
    const type = types[c % 3]!;
    const balanced = person % 2 === 1;
    for (let turn = 0; turn < turnsOf(c); turn += 1) {
      const prompt = text(c + turn, 'prompt');
      const interaction = interactionOf.get(`${c} ${turn}`)!;
      history.push({ turn, role: 'user', content: prompt });
      metadata.push(
        flags(
          'user_prompt',
          { user_id: `user${person}`, conversation_id: `c${c}`, interaction_id: `int${interaction}` },
          interaction
        )
      );
      const scores = Array.from({ length: repliesOf(c, turn) }, (_, reply) => scoreOf(c, turn, reply));
      const best = scores.indexOf(Math.max(...scores));
      scores.forEach((score, reply) => {
        const model = turn === 0 ? (c + reply) % 5 : c % 5;
        const place = {
          model_provider: providerOf[model]!,
          model_name: modelNames[model]!,
          score,
          if_chosen: reply === best || isTwice(c, turn),
          within_turn_id: reply
        };
        const response = responseOf(c, turn, reply);
        const utterance = utterances.length;
        history.push({ turn, role: 'model', content: response, ...place });
        utterances.push({
          utterance_id: `ut${utterance}`,
          interaction_id: `int${interaction}`,
          conversation_id: `c${c}`,
          user_id: `user${person}`,
          turn,
          conversation_type: type,
          user_prompt: prompt,
          model_response: response,
          ...place,
          included_in_balanced_subset: balanced
        });
        metadata.push(
          flags(
            'model_response',
            {
              user_id: `user${person}`,
              conversation_id: `c${c}`,
              interaction_id: `int${interaction}`,
              utterance_id: `ut${utterance}`
            },
            utterance
          )
        );
      });
    }
    const sliders = (shift: number): Row =>
      Object.fromEntries(
        contextual.map((name, i) => [name, (c + i + shift) % 6 === 0 ? null : 1 + ((c * 7 + i * 3) % 100)])
      );
    conversations.push({
      conversation_id: `c${c}`,
      user_id: `user${person}`,
      conversation_type: type,
      opening_prompt: text(c, 'prompt'),
      conversation_turns: turnsOf(c),
      conversation_history: history,
      performance_attributes: sliders(0),
      choice_attributes: sliders(2),
      open_feedback: text(c + 5, 'feedback'),
      generated_datetime: '2023-12-22 08:04:46',
      timing_duration_s: 73.5 + c / 100,
      timing_duration_mins: 1.23,
      included_in_balanced_subset: balanced
    });
    metadata.push(flags('open_feedback', { user_id: `user${person}`, conversation_id: `c${c}` }, c));
  });
  for (const person of persons) {
    metadata.push(flags('self_description', { user_id: `user${person}` }, person));
    metadata.push(flags('system_string', { user_id: `user${person}` }, person + 1));
  }

  const topics = [['', 'id', 'text', 'orig_text', 'cluster_id', 'umap_embedding', 'distance_to_centroid', 'x2', 'y2']];
  owners.forEach((_, c) => {
    const cluster = c % 4 === 0 ? -1 : c % 22;
    const prompt = text(c, 'prompt');
    topics.push([
      String(c),
      `c${c}`,
      prompt.toLowerCase(),
      prompt,
      c % 2 ? String(cluster) : `${cluster}.0`,
      '[0.1 0.2\n 0.3]',
      cluster === -1 ? '' : '0.5',
      '1.5',
      '-2'
    ]);
  });

  const described = (name: string, family: string, type: string, kind: string): Row => ({
    long_name: name,
    short_name: name,
    longcode: 'X',
    model_family: family,
    model_provider: family,
    model_provider_type: type,
    model_type: kind,
    default_params: {},
    selected_params: { temperature: '1.0' },
    header: text(1, 'header'),
    link: '',
    in_yaml: true,
    params_tested: true,
    endpoint_live: 'Yes',
    status: 'Deployed'
  });
  return {
    survey: persons.map(surveyRow),
    conversations,
    utterances,
    metadata,
    models: [
      described('command', 'Cohere', 'Commerical', 'Instruct'),
      described('HuggingFaceH4/zephyr-7b-beta', 'HuggingFace', 'Open Access', 'Chat'),
      described('google/flan-t5-xxl', 'Google', 'Open Access', 'Instruct'),
      described('gpt-4', 'OpenAI', 'Commerical', 'Chat')
    ],
    topics
  };
}
