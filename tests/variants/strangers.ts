import type { Release } from '../unit/release/afresh/release.ts';
import type { Row } from '../unit/release/afresh/python.ts';
import type { Accepted } from './accepted.ts';

/** A model that nobody knows, in place of one that is known. */
function rename(release: Release, from: string, to: string): void {
  const { conversations, utterances } = release;
  const histories = conversations.flatMap((row) => row.conversation_history as Row[]);
  for (const row of [...utterances, ...histories]) if (row.model_name === from) row.model_name = to;
}

/** Where people say they come from, unless the description knows it. */
const kosovo = ['Kosovo', 'XKX', 'Europe', 'Southern Europe'] as const;
const atlantis = ['Atlantis', 'ATL', 'Atlantic', 'Sunken "Seas", North & South'] as const;

function move(row: Row, to: readonly [string, string, string, string], special: string): void {
  const location = row.location as Row;
  [location.birth_country, location.birth_countryISO, location.birth_region, location.birth_subregion] = to;
  [location.reside_country, location.reside_countryISO, location.reside_region, location.reside_subregion] = to;
  location.special_region = special;
  location.same_birth_reside_country = 'Yes';
}

/** Answers that links, titles and files could stumble over. */
export const answers = [
  'male',
  'A, "quoted" answer; with <b>marks</b> & a very long end, as of a person who has much to say of it and says it here',
  '\u202eabc',
  'constructor',
  'Constructor!',
  '../..?x=1#y',
  '😀'
] as const;

/** Questions of the survey that are asked outright, and those inside another object. */
const asked =
  'lm_familiarity lm_indirect_use lm_direct_use age gender employment_status education marital_status english_proficiency study_locale'.split(
    ' '
  );

export const strangers: readonly Accepted[] = [
  {
    name: 'a model that nobody knows but its own list',
    change(release) {
      rename(release, 'claude-2', 'tomorrow/model-9');
      const row = release.models.find(({ long_name }) => long_name === 'claude-2')!;
      Object.assign(row, {
        long_name: 'tomorrow/model-9',
        short_name: 'model-9',
        model_family: 'Tomorrow',
        model_type: 'Agent'
      });
    },
    shows: [
      ['models', 'tomorrow/model-9 (undocumented)'],
      ['codebook', 'Tomorrow (undocumented)']
    ]
  },
  {
    name: 'a model of which nothing is known',
    change(release) {
      rename(release, 'command', 'a-model-nobody-knows');
    },
    shows: [
      ['models', 'a-model-nobody-knows (undocumented)'],
      ['codebook', 'nothing is known of the model "a-model-nobody-knows"']
    ]
  },
  {
    name: 'a country the description does not know and one that is none',
    change: ({ survey }) =>
      survey.forEach((row, index) => {
        if (index % 4 === 0) move(row, kosovo, 'Europe');
        else if (index % 4 === 1) move(row, atlantis, 'Atlantis');
      }),
    shows: [
      ['codebook', 'Atlantis (undocumented)'],
      ['codebook', 'Kosovo (undocumented)']
    ]
  },
  {
    name: 'answers that nobody documented',
    change: ({ survey, conversations, utterances, topics }) => {
      survey.forEach((row, index) => {
        const answer = answers[index % 4 === 1 ? 1 : (index >> 2) % answers.length]!;
        for (const name of asked) if (index % 2) row[name] = answer;
        for (const name of ['religion', 'ethnicity']) (row[name] as Row).simplified = answers[index % answers.length]!;
        if (row.lm_frequency_use !== null && index % 3) row.lm_frequency_use = answers[index % answers.length]!;
      });
      const types = new Map(
        conversations.map((row, index) => [
          row.conversation_id,
          index % 3 ? row.conversation_type! : answers[index % answers.length]!
        ])
      );
      for (const row of [...conversations, ...utterances]) row.conversation_type = types.get(row.conversation_id)!;
      topics.forEach((row, index) => (row.cluster = index % 3 ? row.cluster : 22 + (index % 7)));
    },
    shows: [
      ['codebook', 'constructor (undocumented, 2)'],
      ['codebook', 'Constructor! (undocumented)'],
      ['explore', `${answers[1]} (undocumented)`]
    ]
  }
];
