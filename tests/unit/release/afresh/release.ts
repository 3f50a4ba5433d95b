import { chance, textOf, type Chance } from './chance.ts';
import { moment, person } from './people.ts';
import { csvLines, jsonLines, type Json, type Row, type Style } from './python.ts';

export interface Release {
  survey: Row[];
  conversations: Row[];
  utterances: Row[];
  metadata: Row[];
  models: Row[];
  topics: { id: string; prompt: string; cluster: number }[];
}

const contextual = 'values fluency factuality safety diversity creativity helpfulness'.split(' ');
const models = [
  ['command', 'Cohere', 'cohere', 'Commerical', 'Instruct'],
  ['claude-2', 'Anthropic', 'anthropic', 'Commerical', 'Chat'],
  ['google/flan-t5-xxl', 'Google', 'huggingface_api', 'Open Access', 'Instruct'],
  ['models/chat-bison-001', 'Google', 'google', 'Commerical', 'Chat'],
  ['HuggingFaceH4/zephyr-7b-beta', 'HuggingFace', 'huggingface_api', 'Open Access', 'Chat'],
  ['gpt-4-1106-preview', 'OpenAI', 'openai', 'Commerical', 'Chat']
] as const;

type Model = (typeof models)[number];

/** The items of a conversation's history: a message, then its replies, turn by turn. */
function historyOf(turns: number, draw: Chance): Row[] {
  const first = draw.shuffled(models).slice(0, draw.one([1, 2, 3, 4, 4, 4]));
  const places = draw.shuffled([0, 1, 2, 3]);
  const best = draw.whole(0, first.length - 1);
  const reply = (turn: number, [name, , provider]: Model, content: string, chosen: boolean, place: number): Row => ({
    turn,
    role: 'model',
    content,
    model_provider: provider,
    model_name: name,
    score: draw.one([1, 50, 100, draw.whole(1, 100)]),
    if_chosen: chosen,
    within_turn_id: place
  });
  return Array.from({ length: turns }, (_, turn) => turn).flatMap((turn) => {
    const message: Row = { turn, role: 'user', content: textOf(draw) };
    const answer = (): string => (draw.odds(0.05) ? 'EMPTY STRING' : textOf(draw));
    if (turn === 0) {
      return [message, ...first.map((model, index) => reply(0, model, answer(), index === best, places[index]!))];
    }
    const [a, b] = [answer(), answer()];
    const texts = draw.odds(0.15) ? [a, a] : [a, b];
    const picked = draw.whole(0, 1);
    return [message, ...texts.map((text, index) => reply(turn, first[best]!, text, text === texts[picked], index))];
  });
}

/** A release by the format's description alone, of this many people. */
export function release(seed: number, people: number): Release {
  const draw = chance(seed);
  const silent = new Set(draw.shuffled(Array.from({ length: people }, (_, index) => index)).slice(0, people / 10));
  const survey = Array.from({ length: people }, (_, number) => person(number, silent.has(number), draw));
  const owners = survey
    .filter((row) => !row.survey_only)
    .flatMap((row) => Array<Row>(draw.one([1, 3, 6, 6, 7])).fill(row));
  const sliders = (): Row =>
    Object.fromEntries(contextual.map((name) => [name, draw.odds(0.12) ? null : draw.whole(1, 100)]));

  const conversations = draw.shuffled(owners).map((owner, number): Row => {
    const turns = draw.one([2, 2, 3, 4, 22]);
    const history = historyOf(turns, draw);
    const balanced = draw.odds(0.8);
    owner.num_completed_conversations = Number(owner.num_completed_conversations) + 1;
    if (balanced) owner.included_in_balanced_subset = true;
    const duration = draw.whole(7350, 1_714_580) / 100;
    return {
      conversation_id: `c${number}`,
      user_id: owner.user_id!,
      included_in_balanced_subset: balanced,
      generated_datetime: moment(draw),
      timing_duration_s: duration,
      timing_duration_mins: Math.round(duration / 0.6) / 100,
      conversation_type: draw.one(['unguided', 'values guided', 'controversy guided']),
      opening_prompt: history[0]!.content!,
      conversation_turns: turns,
      conversation_history: history,
      performance_attributes: sliders(),
      choice_attributes: sliders(),
      open_feedback: `ok ${textOf(draw)}`
    };
  });

  // Interactions are numbered by the conversation's id as text, then turn.
  const numbers = new Map<string, number>();
  for (const row of [...conversations].sort((a, b) => (a.conversation_id! < b.conversation_id! ? -1 : 1))) {
    for (let turn = 0; turn < Number(row.conversation_turns); turn += 1) {
      numbers.set(`${row.conversation_id} ${turn}`, numbers.size);
    }
  }
  const utterances = conversations.flatMap((row) => {
    let message: Json = '';
    return (row.conversation_history as Row[]).flatMap((item): Row[] => {
      if (item.role === 'user') message = item.content!;
      const { role, content, ...reply } = item;
      if (role === 'user') return [];
      return [
        {
          interaction_id: `int${numbers.get(`${row.conversation_id} ${item.turn}`)}`,
          conversation_id: row.conversation_id!,
          user_id: row.user_id!,
          included_in_balanced_subset: row.included_in_balanced_subset!,
          conversation_type: row.conversation_type!,
          user_prompt: message,
          model_response: content!,
          ...reply
        }
      ];
    });
  });
  utterances.forEach((row, index) => (row.utterance_id = `ut${index}`));

  const prompts = new Map(utterances.map((row) => [row.interaction_id, row]));
  const metadata = [
    ...[...prompts.values()].map((row) => annotation('user_prompt', row, ['conversation_id', 'interaction_id'], draw)),
    ...utterances.map((row) =>
      annotation('model_response', row, ['conversation_id', 'interaction_id', 'utterance_id'], draw)
    ),
    ...conversations.map((row) => annotation('open_feedback', row, ['conversation_id'], draw)),
    ...survey.map((row) => annotation('self_description', row, [], draw)),
    ...survey.map((row) => annotation('system_string', row, [], draw))
  ];
  return {
    survey,
    conversations,
    utterances,
    metadata,
    models: models.map(([name, family, provider, kind, type]) => ({
      long_name: name,
      short_name: name,
      longcode: 'X*',
      model_family: family,
      model_provider: provider,
      model_provider_type: kind,
      model_type: type,
      default_params: { temperature: '1.0', max_tokens: 'None', is_llama: 0 },
      selected_params: { temperature: '1.0' },
      header: 'Limit your answers to around 50 words.',
      link: 'https://example.org/ ',
      in_yaml: 'Yes',
      params_tested: 'Yes',
      endpoint_live: 'Yes',
      status: 'Deployed Successfully (but fails intermittently)'
    })),
    topics: conversations.map((row) => ({
      id: String(row.conversation_id),
      prompt: String(row.opening_prompt),
      cluster: draw.one([-1, draw.whole(0, 21)])
    }))
  };
}

function annotation(column: string, row: Row, keys: readonly string[], draw: Chance): Row {
  const personal = draw.odds(0.1);
  const language = draw.one(['en', 'en', 'en', 'la']);
  const id = (key: string): Json => (keys.includes(key) ? row[key]! : null);
  return {
    column_id: column,
    user_id: row.user_id!,
    conversation_id: id('conversation_id'),
    interaction_id: id('interaction_id'),
    utterance_id: id('utterance_id'),
    pii_flag: personal,
    pii_manual_flag: personal && column !== 'model_response' ? false : null,
    language_flag: language,
    en_flag: language === 'en',
    moderation_flag: {
      flagged: draw.odds(0.1),
      categories: { 'self-harm/intent': false, violence: true },
      category_scores: { 'self-harm/intent': 0, violence: 0.87 }
    }
  };
}

/** Distances of the files of neighbourhoods, and by how much of their beginning texts are grouped here. */
export const distances = { '0-05': 400, '0-125': 9, '0-2': 4 } as const;

/** The rows of a file of neighbourhoods, sorted by text as Python sorts, with the group of each. */
export function neighbourhoods(rows: readonly Row[], text: string, length: number): [row: Row, group: number][] {
  const inPython = (row: Row): string =>
    Array.from(String(row[text]), (character) => character.codePointAt(0)!.toString(16).padStart(6, '0')).join('');
  const groups = new Map<string, number>();
  return rows
    .map((row) => [row, inPython(row)] as const)
    .sort(([, a], [, b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([row]) => {
      const start = String(row[text]).slice(0, length);
      if (!groups.has(start)) groups.set(start, groups.size);
      return [row, groups.get(start)!];
    });
}

/** The files of a release by their path. */
export function filesOf(made: Release, style: Style): Record<string, string> {
  const { survey, conversations, utterances } = made;
  const clusters = ([row, group]: [Row, number]): string[] => [`${row.conversation_id}`, `${row.user_id}`, `${group}`];
  const header = ['conversation_id', 'user_id', 'cluster_membership'];
  const near = Object.entries(distances).flatMap(([distance, length]) => [
    [`opening_prompt_${distance}`, neighbourhoods(conversations, 'opening_prompt', length)] as const,
    [`model_response_${distance}`, neighbourhoods(utterances, 'model_response', length)] as const
  ]);
  const embedding = '[-0.5, 1.25]';
  const topics = made.topics.map(({ id, prompt, cluster }, index) => {
    const number = style.floats ? `${cluster}.0` : `${cluster}`;
    return [`${index}`, id, prompt, prompt, number, embedding, cluster < 0 ? '' : '0.25', '1.5', '-2.0'];
  });
  const columns = ['', 'id', 'text', 'orig_text', 'cluster_id', 'umap_embedding', 'distance_to_centroid', 'x2', 'y2'];
  // The first column is the index that pandas writes unless told not to.
  const table = [columns, ...topics].map((record) => (style.floats ? record : record.slice(1)));
  return {
    'data/survey.jsonl': jsonLines(survey, style),
    'data/conversations.jsonl': jsonLines(conversations, style),
    'data/utterances.jsonl': jsonLines(utterances, style),
    'data/metadata/metadata.jsonl': jsonLines(made.metadata, style),
    'data/models.jsonl': jsonLines(made.models, style),
    'results/clusters/opening_prompt_text_df_original.csv': csvLines(table, style),
    ...Object.fromEntries(
      near.map(([name, rows]) => [
        `results/clusters/local_clusters_${name}.csv`,
        csvLines([header, ...rows.map(clusters)], style)
      ])
    )
  };
}
