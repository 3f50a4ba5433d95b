import type { RowDamage } from './row-damage.ts';
import type { Row } from '../handmade.ts';
import { PEOPLE } from './row-damage.ts';

/** What can be wrong with `survey.jsonl`. */
export const surveyDamage: Readonly<Record<string, RowDamage>> = {
  'a missing key': [({ survey }) => delete survey[4]!.gender, 'survey.jsonl', 5, /the key "gender"/, /no such key/],
  'a missing nested key': [
    ({ survey }) => delete (survey[4]!.religion as Row).simplified,
    'survey.jsonl',
    5,
    /the key "religion.simplified"/,
    /no such key/
  ],
  'a renamed key': [
    ({ survey }) => {
      for (const row of survey) {
        row.sex = row.gender!;
        delete row.gender;
      }
    },
    'survey.jsonl',
    1,
    /^the key "gender"$/,
    /^no such key, but the key "sex"$/
  ],
  'an object where a text belongs': [
    ({ survey }) => (survey[2]!.self_description = {}),
    'survey.jsonl',
    3,
    /a text in self_description/,
    /\{\}/
  ],
  'a text where an object belongs': [
    ({ survey }) => (survey[2]!.location = 'here'),
    'survey.jsonl',
    3,
    /an object in "location"/,
    /"here"/
  ],
  'no answer where there must be one': [
    ({ survey }) => (survey[2]!.gender = null),
    'survey.jsonl',
    3,
    /a level in gender/,
    /null/
  ],
  'a number for a level': [({ survey }) => (survey[2]!.age = 34), 'survey.jsonl', 3, /a level in age/, /34/],
  'a word for a flag': [
    ({ survey }) => (survey[2]!.survey_only = 'False'),
    'survey.jsonl',
    3,
    /false or true in survey_only/,
    /"False"/
  ],
  'a slider above 100': [
    ({ survey }) => ((survey[7]!.stated_prefs as Row).safety = 101),
    'survey.jsonl',
    8,
    /stated_prefs.safety .*0 to 100/,
    /101/
  ],
  'a slider without a value': [
    ({ survey }) => ((survey[7]!.stated_prefs as Row).safety = null),
    'survey.jsonl',
    8,
    /stated_prefs.safety/,
    /null/
  ],
  'a block of use cases answered in part': [
    ({ survey }) => ((survey[0]!.lm_usecases as Row).games = null),
    'survey.jsonl',
    1,
    /all keys of lm_usecases answered, or none/,
    /1 of 19 null/
  ],
  'a use case ticked twice': [
    ({ survey }) => ((survey[0]!.lm_usecases as Row).games = 2),
    'survey.jsonl',
    1,
    /0, 1 or null in lm_usecases.games/,
    /2/
  ],
  'a date that does not exist': [
    ({ survey }) => (survey[0]!.generated_datetime = '2023-02-30 10:00:00'),
    'survey.jsonl',
    1,
    /generated_datetime as YYYY-MM-DD/,
    /2023-02-30/
  ],
  'a date as a number too small for one': [
    ({ survey }) => (survey[0]!.generated_datetime = 20231122),
    'survey.jsonl',
    1,
    /generated_datetime/,
    /20231122/
  ],
  'a date on the clock of another zone': [
    ({ survey }) => (survey[0]!.generated_datetime = '2023-11-22T15:48:46+01:00'),
    'survey.jsonl',
    1,
    /generated_datetime/,
    /\+01:00/
  ],
  'an id of another kind': [
    ({ survey }) => (survey[0]!.user_id = 'c12'),
    'survey.jsonl',
    1,
    /user_id such as user12/,
    /"c12"/
  ],
  'an id with leading zeros': [
    ({ survey }) => (survey[0]!.user_id = 'user007'),
    'survey.jsonl',
    1,
    /user_id such as user12/,
    /user007/
  ],
  'a person twice': [
    ({ survey }) => survey.push({ ...survey[3]! }),
    'survey.jsonl',
    PEOPLE + 1,
    /every user_id once/,
    /user3 again, after line 4/
  ]
};
