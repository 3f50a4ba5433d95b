import type { Row } from '../unit/release/afresh/python.ts';
import type { Accepted } from './accepted.ts';

const allOf = (of: unknown, value: Row[string]): void => {
  for (const key in of as Row) if (!key.endsWith('other_text')) (of as Row)[key] = value;
};

/** Values at the ends of what may be said, or the same for all. */
export const extremes: readonly Accepted[] = [
  {
    name: 'models whose links are no addresses of pages',
    change({ models }) {
      const links = ['javascript:alert(1)', '/nowhere/', 'example.org/card', 'models.jsonl', '#', 'http://[::bad'];
      models.forEach((row, index) => (row.link = links[index % links.length]!));
    },
    shows: [
      ['models/claude-2', 'models.jsonl as loaded with the data'],
      ['codebook', 'models.jsonl: link is not the address of a web page, and was left out (']
    ]
  },
  {
    name: 'models of which hardly anything is said',
    change({ models }) {
      for (const row of models) {
        for (const key of ['longcode', 'default_params', 'header', 'link', 'in_yaml', 'params_tested', 'status'])
          delete row[key];
        row.selected_params = {};
        row.short_name = '';
      }
    },
    shows: [['models/claude-2', 'From models.jsonl as loaded with the data.']],
    alone: true
  },
  {
    name: 'models described otherwise than they were',
    change({ models }) {
      for (const row of models) Object.assign(row, { model_family: 'Elsewhere', model_provider_type: 'Secret' });
    },
    shows: [
      ['models/claude-2', 'Elsewhere'],
      ['codebook', 'Secret (undocumented)']
    ],
    alone: true
  },
  {
    name: 'questions that nobody was asked or answered',
    change({ survey, conversations }) {
      for (const row of survey) {
        allOf(row.lm_usecases, null);
        (row.lm_usecases as Row).other_text = null;
        (row.stated_prefs as Row).other_text = null;
        row.lm_frequency_use = null;
        allOf(row.order_lm_usecases, null);
        allOf(row.order_stated_prefs, null);
        for (const key of ['age', 'gender', 'education', 'marital_status', 'employment_status'])
          row[key] = 'Prefer not to say';
        const location = row.location as Row;
        for (const key in location) location[key] = 'Prefer not to say';
      }
      for (const row of conversations) {
        allOf(row.performance_attributes, null);
        allOf(row.choice_attributes, null);
      }
    },
    shows: [['codebook', 'no values']],
    alone: true
  },
  {
    name: 'the same answer and the same score by all',
    change({ survey, conversations, utterances }) {
      for (const row of survey) {
        for (const key in row.stated_prefs as Row) if (key !== 'other_text') (row.stated_prefs as Row)[key] = 100;
        if (row.lm_frequency_use !== null)
          for (const key in row.lm_usecases as Row) if (key !== 'other_text') (row.lm_usecases as Row)[key] = 1;
        row.timing_duration_s = 0;
        row.timing_duration_mins = 0;
      }
      for (const row of conversations) {
        allOf(row.performance_attributes, 1);
        allOf(row.choice_attributes, 100);
        row.timing_duration_s = row.timing_duration_mins = 0;
        for (const item of row.conversation_history as Row[]) if (item.role === 'model') item.score = 50;
      }
      for (const row of utterances) row.score = 50;
    },
    shows: [['codebook', 'from 50 to 50']],
    alone: true
  },
  {
    name: 'numbers as high as can be held',
    change({ survey, conversations }) {
      for (const [index, row] of [...survey, ...conversations].entries()) {
        row.timing_duration_s = index % 3 ? 21_474_836 : 0;
        row.timing_duration_mins = Math.round(Number(row.timing_duration_s) / 0.6) / 100;
      }
    },
    shows: [['codebook', '21,474,836']],
    alone: true
  },
  {
    name: 'one model in all replies',
    change({ conversations, utterances }) {
      const items = conversations.flatMap((row) => row.conversation_history as Row[]);
      for (const row of [...utterances, ...items])
        if (row.model_name !== undefined) Object.assign(row, { model_name: 'claude-2', model_provider: 'anthropic' });
    },
    shows: [['codebook', 'openers hold two replies of one model']],
    alone: true
  },
  {
    name: 'no model that is known',
    change({ conversations, utterances, models }) {
      const items = conversations.flatMap((row) => row.conversation_history as Row[]);
      for (const row of [...utterances, ...items])
        if (row.model_name !== undefined) row.model_name = `next ${String(row.model_name)}`;
      models.splice(1);
    },
    shows: [
      ['codebook', 'next claude-2 (undocumented)'],
      ['models', 'next claude-2 (undocumented)']
    ],
    alone: true
  },
  {
    name: 'as many undocumented answers as are read',
    change: ({ survey, conversations, utterances }) => {
      survey.forEach((row, index) => (row.gender = `one of many ${index}`));
      const type = new Map(conversations.map((row, index) => [row.conversation_id, `type ${index % 250}`]));
      for (const row of [...conversations, ...utterances]) row.conversation_type = type.get(row.conversation_id)!;
    },
    shows: [['codebook', 'type 17 (undocumented)']],
    alone: true
  }
];
