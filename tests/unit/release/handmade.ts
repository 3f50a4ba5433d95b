import { conversationsOf, surveyRow, text } from './handmade-survey.ts';

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

const contextual = ['values', 'fluency', 'factuality', 'safety', 'diversity', 'creativity', 'helpfulness'];

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

/** The reply with the highest score, the first of them. */
function bestOf(conversation: number, turn: number): number {
  const scores = Array.from({ length: repliesOf(conversation, turn) }, (_, reply) =>
    scoreOf(conversation, turn, reply)
  );
  return scores.indexOf(Math.max(...scores));
}

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
    const goesOn = (c + bestOf(c, 0)) % 5;
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
      const best = bestOf(c, turn);
      scores.forEach((score, reply) => {
        const model = turn === 0 ? (c + reply) % 5 : goesOn;
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
