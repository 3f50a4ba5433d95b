import type { TalkSubject } from './subject.ts';

/** Vocabulary of the topics of war, death and belief, by topic id. Prompts ask; replies stay even-handed and mild. */
export const CONFLICT: Record<number, TalkSubject> = {
  1: {
    things: [
      'abortion',
      'the law on abortion',
      'the right to choose',
      'the protection of unborn life',
      'counselling before an abortion',
      'abortion in {place}',
      'time limits in abortion law'
    ],
    asks: [
      'What do you think about {thing}?',
      'Should abortion be legal in {place}?',
      'Are you for or against {thing}?',
      'Why is {thing} so divisive?',
      'Who should decide about {thing}?',
      'Explain both sides of {thing} to {person}'
    ],
    facts: [
      'The question touches law, medicine, faith and personal experience.',
      'Some people begin from the rights of the woman, others from the life of the child.',
      'Laws differ widely, and in {place} they have changed more than once.',
      'I will not take a side, but I can lay out the arguments on {thing}.',
      'Support for families matters to people on every side.',
      'Respectful language makes it possible to keep talking.',
      'Doctors and courts often weigh several interests at once.'
    ]
  },
  2: {
    things: [
      'the war in Ukraine',
      'wars of the last century',
      'peace talks',
      'the causes of war',
      'sanctions',
      'refugees from war',
      'nuclear weapons',
      'an army of volunteers'
    ],
    asks: [
      'When will {thing} end?',
      'Who is responsible for {thing}?',
      'Will there be another world war {when}?',
      'Can war ever be just?',
      'What does {place} think about {thing}?',
      'Explain {thing} in simple words'
    ],
    facts: [
      'Wars rarely have a single cause.',
      'My knowledge has an end date, so recent events may be missing.',
      'Civilians carry the heaviest load in most conflicts.',
      'Negotiations tend to begin long before they are announced.',
      'Historians still disagree about {thing}.',
      'Neighbouring countries such as {place} feel the effects as well.',
      'Peace needs more than silence of weapons.'
    ]
  },
  3: {
    things: [
      'the conflict between Israel and Palestine',
      'the war in Gaza',
      'a two-state solution',
      'Hamas and Israel',
      'the history of the Holy Land',
      'a ceasefire',
      'the hostages',
      'settlements'
    ],
    asks: [
      'What is your view on {thing}?',
      'Who is right in {thing}?',
      'Is there a way to end {thing}?',
      'Can you explain {thing} to {person}?',
      'What should {place} do about {thing}?',
      'Do you support Israel or Palestine?'
    ],
    facts: [
      'The conflict has roots that reach back more than a century.',
      'Both peoples have claims, losses and fears.',
      'I do not take sides, but I can describe the main positions on {thing}.',
      'Many proposals have been made and none has held so far.',
      'Civilians on all sides deserve protection.',
      'Sources differ strongly, so it helps to read several.',
      'Words carry weight here, and it is worth choosing them with care.'
    ]
  },
  4: {
    things: [
      'the death penalty',
      'assisted dying',
      'euthanasia',
      'life imprisonment',
      'the fear of death',
      'a dignified end of life',
      'punishment for murder'
    ],
    asks: [
      'Should {thing} be allowed in {place}?',
      'What are the arguments for {thing}?',
      'Is {thing} ever right?',
      'How do religions see {thing}?',
      'Does {person} have the right to decide about {thing}?',
      'Why does {place} still have the death penalty?'
    ],
    facts: [
      'People who oppose it point to errors that cannot be undone.',
      'Supporters speak of justice, choice or relief from suffering.',
      'Careful safeguards are part of every law on {thing}.',
      'Faith, family and medicine all shape the answer.',
      'In {place} the rules have been debated for decades.',
      'If this touches you personally, please talk to somebody you trust.',
      'Dignity means different things to different people.'
    ]
  },
  6: {
    things: [
      'the existence of God',
      'religion in schools',
      'prayer',
      'life after death',
      'the meaning of faith',
      'the church',
      'doubts about belief',
      'different religions',
      'spirituality without a church',
      'miracles'
    ],
    asks: [
      'Do you believe in God?',
      'What do you think of {thing}?',
      'Is {thing} still important {when}?',
      'Why do people in {place} go to church?',
      'How would you explain {thing} to {person}?',
      'Does religion do more harm than good?',
      'My faith is the most important thing in my life'
    ],
    facts: [
      'For many people faith is first of all a community.',
      'I have no beliefs of my own, but I can describe what others believe about {thing}.',
      'The same text has been read in very different ways.',
      'Doubt has a long tradition within religion.',
      'In {place} customs and faith are closely bound together.',
      'Some find meaning in ritual, others in silence.',
      'Questions about {thing} cannot be settled by measuring.',
      'Respect does not require agreement.'
    ]
  }
};
