import { levelsOf, levelKey } from '../../../src/lib/dataset/index.ts';
import { fixture, type Numbers } from '../estimate/reference-rows.ts';
import { chance } from '../release/afresh/chance.ts';
import { person } from '../release/afresh/people.ts';
import type { Row } from '../release/afresh/python.ts';
import type { Release } from '../release/afresh/release.ts';

type Columns<T> = { readonly [Name in keyof T]: readonly T[Name][] };

/** A view of Explore in the fixture: all rows, each group, and all rows under an error that is easily made. */
interface View {
  readonly link: string;
  readonly all: Numbers;
  readonly groups: Readonly<Record<string, Numbers>>;
  readonly wrong: Readonly<Record<string, Numbers>>;
}

interface ComparisonView {
  readonly link: string;
  readonly between: Numbers;
  readonly within?: Numbers;
  readonly wrong: Readonly<Record<string, Numbers>>;
}

interface Study {
  readonly people: Columns<{
    person: number;
    age: string;
    gender: string;
    research: number | null;
    balanced: boolean;
    stated: number;
  }>;
  readonly conversations: Columns<{
    person: number;
    conversation: number;
    type: string;
    kept: boolean;
    factuality: number | null;
  }>;
  readonly replies: Columns<{
    person: number;
    conversation: number;
    turn: number;
    model: string;
    score: number;
    chosen: boolean;
  }>;
  readonly views: readonly View[];
  readonly comparisons: readonly ComparisonView[];
}

export const study = fixture<Study>('explore');

/** The released value of a level by its word for links. */
const released = (column: string, key: string) => levelsOf(column).find((level) => levelKey(level) === key)!.value;

function rowsOf<T>(columns: Columns<T>): T[] {
  const names = Object.keys(columns) as (keyof T)[];
  return columns[names[0]!].map((_, i) => Object.fromEntries(names.map((name) => [name, columns[name][i]])) as T);
}

/** The study of the fixture as a release: what the fixture does not say is drawn, and no view depends on it. */
export function studyRelease(): Release {
  const draw = chance(8);
  const replies = rowsOf(study.replies);
  const talks = rowsOf(study.conversations);
  const sliders = 'values fluency factuality safety diversity creativity helpfulness'.split(' ');
  const slid = (factuality: number | null): Row =>
    Object.fromEntries(sliders.map((name) => [name, name === 'factuality' ? factuality : 50]));

  const survey = rowsOf(study.people).map((one) => {
    const held = talks.filter((talk) => talk.person === one.person);
    const row = person(one.person, held.length === 0, draw);
    const uses = Object.keys(row.lm_usecases as Row).map((key) => [
      key,
      key === 'other_text' || one.research === null ? null : key === 'research' ? one.research : 0
    ]);
    return {
      ...row,
      age: released('age', one.age),
      gender: released('gender', one.gender),
      lm_usecases: Object.fromEntries(uses) as Row,
      lm_frequency_use: one.research === null ? null : 'Every day',
      stated_prefs: { ...(row.stated_prefs as Row), values: one.stated },
      num_completed_conversations: held.length,
      included_in_balanced_subset: held.some(({ kept }) => kept)
    };
  });

  let interactions = -1;
  const utterances: Row[] = [];
  const conversations = talks.map(({ person: owner, conversation, type, kept, factuality }): Row => {
    const own = replies.filter((reply) => reply.conversation === conversation);
    const turns = Math.max(...own.map(({ turn }) => turn)) + 1;
    const same = {
      conversation_id: `c${conversation}`,
      user_id: `user${owner}`,
      included_in_balanced_subset: kept,
      conversation_type: released('conversation_type', type)
    };
    const history = Array.from({ length: turns }, (_, turn) => {
      interactions++;
      const message = `message ${turn}`;
      const items = own
        .filter((reply) => reply.turn === turn)
        .map(({ model, score, chosen }, within): Row => {
          const item = {
            turn,
            model_provider: 'cohere',
            model_name: released('model', model),
            score,
            if_chosen: chosen,
            within_turn_id: within
          };
          const content = `reply ${within}`;
          const utterance_id = `ut${utterances.length}`;
          const interaction_id = `int${interactions}`;
          utterances.push({
            ...same,
            ...item,
            utterance_id,
            interaction_id,
            user_prompt: message,
            model_response: content
          });
          return { ...item, role: 'model', content };
        });
      return [{ turn, role: 'user', content: message }, ...items];
    }).flat();
    return {
      ...same,
      generated_datetime: '2023-12-01 12:00:00',
      timing_duration_s: 100,
      timing_duration_mins: 1.67,
      opening_prompt: 'message 0',
      conversation_turns: turns,
      conversation_history: history,
      performance_attributes: slid(factuality),
      choice_attributes: slid(50),
      open_feedback: 'fine'
    };
  });
  return { survey, conversations, utterances, metadata: [], models: [], topics: [] };
}
