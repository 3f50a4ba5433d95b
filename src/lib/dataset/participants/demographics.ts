import { levels, unsaid, type Column } from '../column.ts';

/** Who the participants are, as they said in the survey. */
export const demographics = {
  age: {
    kind: 'category',
    label: 'Age',
    asked: 'The person’s age, in bands.',
    item: '4.1.15',
    source: 'age',
    role: { usual: 1 },
    ordered: true,
    levels: [
      { value: '18-24 years old', label: '18–24', span: [18, 24] },
      { value: '25-34 years old', label: '25–34', span: [25, 34] },
      { value: '35-44 years old', label: '35–44', span: [35, 44] },
      { value: '45-54 years old', label: '45–54', span: [45, 54] },
      { value: '55-64 years old', label: '55–64', span: [55, 64] },
      { value: '65+ years old', label: '65+', span: [65, null] }
    ],
    missing: [unsaid('their age')],
    share: 'are aged {}',
    which: 'aged {}',
    groups: [
      { label: 'Under 35', values: ['18-24 years old', '25-34 years old'], share: 'are under 35', which: 'under 35' },
      { label: '35–54', values: ['35-44 years old', '45-54 years old'], share: 'are aged 35–54', which: 'aged 35–54' },
      {
        label: '55 and over',
        values: ['55-64 years old', '65+ years old'],
        share: 'are aged 55 and over',
        which: 'aged 55 and over'
      },
      {
        label: 'Under 55',
        values: ['18-24 years old', '25-34 years old', '35-44 years old', '45-54 years old'],
        share: 'are under 55',
        which: 'under 55'
      }
    ],
    joins: [
      ['under-35', '35-54', '55-and-over'],
      ['under-55', '55-and-over']
    ]
  },
  gender: {
    kind: 'category',
    label: 'Gender',
    asked: 'The person’s gender, chosen from a list or written in.',
    item: '4.1.20',
    source: 'gender',
    role: { usual: 2 },
    ordered: false,
    levels: [
      { value: 'Male', label: 'Male', noun: 'men' },
      { value: 'Female', label: 'Female', noun: 'women' },
      {
        value: 'Non-binary / third gender',
        label: 'Non-binary / third gender',
        noun: 'non-binary or third-gender people'
      }
    ],
    missing: [unsaid('their gender')],
    share: 'are {lower}',
    note: 'Written-in answers were sorted into these categories by two annotators, and only when the case was clear.'
  },
  employment_status: {
    kind: 'category',
    label: 'Employment',
    asked: 'What the person mostly did over the past three months: work, study, care, look for work.',
    item: '4.1.17',
    source: 'employment_status',
    ordered: false,
    levels: [
      { value: 'Working full-time', label: 'Working full-time', which: 'who work full-time' },
      { value: 'Working part-time', label: 'Working part-time', which: 'who work part-time' },
      { value: 'Student', label: 'Student', which: 'who are students' },
      {
        value: 'Homemaker / Stay-at-home parent',
        label: 'Homemaker or stay-at-home parent',
        which: 'who are homemakers or stay-at-home parents'
      },
      {
        value: 'Unemployed, seeking work',
        label: 'Unemployed, seeking work',
        which: 'who are unemployed and seek work'
      },
      {
        value: 'Unemployed, not seeking work',
        label: 'Unemployed, not seeking work',
        which: 'who are unemployed and do not seek work'
      },
      { value: 'Retired', label: 'Retired', which: 'who are retired' }
    ],
    missing: [unsaid('their employment')],
    share: 'describe their employment as “{}”',
    groups: [
      {
        label: 'In work',
        values: ['Working full-time', 'Working part-time'],
        share: 'are in work',
        which: 'who are in work'
      },
      {
        label: 'Unemployed',
        values: ['Unemployed, seeking work', 'Unemployed, not seeking work'],
        share: 'are unemployed',
        which: 'who are unemployed'
      }
    ],
    joins: [
      ['in-work', 'unemployed'],
      ['in-work', 'rest']
    ]
  },
  education: {
    kind: 'category',
    label: 'Education',
    asked: 'How far the person got in school, training or university.',
    item: '4.1.16',
    source: 'education',
    ordered: true,
    levels: [
      { value: 'Some Primary', label: 'Some primary school', inside: 'some primary school' },
      { value: 'Completed Primary School', label: 'Primary school', inside: 'primary school' },
      { value: 'Some Secondary', label: 'Some secondary school', inside: 'some secondary school' },
      { value: 'Completed Secondary School', label: 'Secondary school', inside: 'secondary school' },
      { value: 'Vocational', label: 'Vocational training', inside: 'vocational training' },
      {
        value: 'Some University but no degree',
        label: 'Some university, no degree',
        inside: 'some university without a degree'
      },
      { value: 'University Bachelors Degree', label: 'Bachelor’s degree', inside: 'a bachelor’s degree' },
      {
        value: 'Graduate / Professional degree',
        label: 'Graduate or professional degree',
        inside: 'a graduate or professional degree'
      }
    ],
    missing: [unsaid('their education')],
    share: 'give “{}” as their education',
    which: 'whose highest education is {}',
    groups: [
      {
        label: 'No degree',
        values: [
          'Some Primary',
          'Completed Primary School',
          'Some Secondary',
          'Completed Secondary School',
          'Vocational',
          'Some University but no degree'
        ],
        share: 'have no degree',
        which: 'who have no degree'
      },
      {
        label: 'Graduates',
        values: ['University Bachelors Degree', 'Graduate / Professional degree'],
        noun: 'graduates',
        share: 'are graduates'
      }
    ],
    joins: [['no-degree', 'graduates']]
  },
  marital_status: {
    kind: 'category',
    label: 'Marital status',
    asked: 'Whether the person is or was married.',
    item: '4.1.18',
    source: 'marital_status',
    ordered: false,
    levels: [
      { value: 'Never been married', label: 'Never married', share: 'have never been married' },
      { value: 'Married', label: 'Married' },
      { value: 'Divorced / Separated', label: 'Divorced or separated' },
      { value: 'Widowed', label: 'Widowed' }
    ],
    missing: [unsaid('their marital status')],
    share: 'are {lower}'
  },
  english_proficiency: {
    kind: 'category',
    label: 'Level of English',
    asked: 'How well the person says they know English.',
    item: '4.1.19',
    source: 'english_proficiency',
    ordered: true,
    levels: levels('Basic', 'Intermediate', 'Advanced', 'Fluent', 'Native speaker'),
    missing: [],
    share: 'describe their English as “{}”',
    groups: [
      {
        label: 'Not native speakers',
        values: ['Basic', 'Intermediate', 'Advanced', 'Fluent'],
        share: 'are not native speakers of English',
        which: 'who are not native speakers of English'
      },
      {
        label: 'Native speakers',
        values: ['Native speaker'],
        noun: 'native speakers of English',
        share: 'are native speakers of English'
      }
    ],
    joins: [['not-native-speakers', 'native-speakers']],
    note: 'Recruitment asked for fluent English, so little variety is to be expected.'
  }
} as const satisfies Record<string, Column>;
