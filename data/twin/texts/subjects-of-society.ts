import type { TalkSubject } from './subject.ts';

/** Vocabulary of the topics of politics and society, by topic id. Prompts ask; replies stay even-handed and mild. */
export const SOCIETY: Record<number, TalkSubject> = {
  11: {
    things: [
      'climate change',
      'global warming',
      'flying less',
      'electric cars',
      'nuclear power',
      'plastic in the sea',
      'a carbon tax',
      'meat and the environment',
      'melting ice'
    ],
    asks: [
      'Is {thing} real?',
      'What can {person} do about {thing}?',
      'How will {thing} change {place}?',
      'Are humans to blame for {thing}?',
      'Is it too late to stop {thing}?',
      'Who should pay for {thing}?'
    ],
    facts: [
      'The average temperature has risen, and human emissions are the main reason.',
      'Weather and climate are not the same.',
      "Heating, transport and food make up most of a household's share.",
      'On {thing}, costs and benefits fall on different people.',
      'Coasts such as those of {place} feel the change first.',
      'Small steps count when many take them.',
      'Technology helps, but habits and laws matter as well.'
    ]
  },
  12: {
    things: [
      'homelessness',
      'the minimum wage',
      'taxes for the rich',
      'a basic income',
      'rising rents',
      'poverty among pensioners',
      'the gap between rich and poor',
      'public health care',
      'inflation'
    ],
    asks: [
      'Why is there so much {thing} in {place}?',
      'Should the government do more about {thing}?',
      'Is it fair that some people earn so much?',
      'How does {thing} work?',
      'What would {thing} mean for {person}?',
      'Do billionaires deserve their money?'
    ],
    facts: [
      'Economists disagree about the size of the effect.',
      'Every measure against {thing} has a price that somebody pays.',
      'Housing is the largest cost for most families.',
      'Some argue from fairness, others from growth.',
      'In {place} a trial has shown mixed results.',
      'Work alone does not always protect from poverty.',
      'Numbers should be compared over several years.'
    ]
  },
  13: {
    things: [
      'equal pay for women',
      'same-sex marriage',
      'transgender people in sport',
      'gender roles',
      'feminism',
      'gay rights in {place}',
      'pronouns',
      'men who stay at home',
      'gender in schools'
    ],
    asks: [
      'What is your opinion on {thing}?',
      'How many genders are there?',
      'Is {thing} accepted in {place}?',
      'Why do some people oppose {thing}?',
      'How can I explain {thing} to {person}?',
      'Should men and women be treated the same?'
    ],
    facts: [
      'Everybody deserves to be treated with respect.',
      'Views on {thing} have changed a lot within one generation.',
      'Research looks at bodies, identity and society separately.',
      'Laws in {place} protect people from discrimination.',
      'Listening to those concerned is a good beginning.',
      'Sport has to weigh fairness and inclusion.',
      'People can disagree without belittling each other.'
    ]
  },
  17: {
    things: [
      'the next election',
      'Donald Trump',
      'the president',
      'political parties',
      'voting at sixteen',
      'the king',
      'populism',
      'corruption in politics',
      'the government of {place}',
      'Brexit'
    ],
    asks: [
      'Who should I vote for {when}?',
      'What do you think about {thing}?',
      'Will {thing} change anything?',
      'Why is {place} so divided?',
      'Explain {thing} without taking sides',
      'Was {thing} a mistake?',
      'Can we trust politicians?'
    ],
    facts: [
      'I do not support any party or candidate.',
      'Voters weigh the economy, security and trust.',
      'On {thing}, supporters and critics cite different facts.',
      'Turnout is higher where people feel that votes count.',
      'In {place} coalitions are the rule rather than the exception.',
      'A free press is part of any fair election.',
      'It helps to read what a party has promised and what it has done.',
      'Institutions change more slowly than moods.'
    ]
  },
  20: {
    things: [
      'immigration',
      'refugees in {place}',
      'open borders',
      'asylum law',
      'integration',
      'illegal crossings',
      'workers from abroad',
      'migration to Europe'
    ],
    asks: [
      'Should {place} take more refugees?',
      'Is {thing} good for a country?',
      'What are the problems with {thing}?',
      'How should {place} control its borders?',
      'Do immigrants take jobs away?',
      'What would {person} say about {thing}?'
    ],
    facts: [
      'Migration has many causes, from war to work to family.',
      'Effects on wages are small on average and differ by trade.',
      'Language classes speed up integration.',
      'Every country sets limits, and people argue about where.',
      'Public services need time to adapt in places like {place}.',
      'Debates about {thing} mix facts and worries, and both deserve an answer.',
      'International law protects people who flee.'
    ]
  },
  21: {
    things: [
      'racism',
      'police and black people',
      'white privilege',
      'reparations for slavery',
      'prejudice at work',
      'racist jokes',
      'equal chances',
      'the history of segregation'
    ],
    asks: [
      'Is {thing} still a problem in {place}?',
      'What is meant by {thing}?',
      'How do I talk with {person} about {thing}?',
      'Can everybody be racist?',
      'Why do people deny {thing}?',
      'Will {thing} ever end?'
    ],
    facts: [
      'Race is a social idea with real effects.',
      'Unequal treatment can persist without anybody intending it.',
      'Listening to experience is as useful as reading numbers.',
      'On {thing}, the history of {place} matters.',
      'Contact between groups tends to reduce prejudice.',
      'Individuals and institutions both play a part.',
      'Naming a problem is the first step to changing it.'
    ]
  }
};
