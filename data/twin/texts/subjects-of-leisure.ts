import type { TalkSubject } from './subject.ts';

/** Vocabulary of the topics of leisure, work and people, by topic id. */
export const LEISURE: Record<number, TalkSubject> = {
  14: {
    things: [
      'football',
      'the best film of the decade',
      'a series about a small town',
      'board games',
      'old video games',
      'jazz for beginners',
      'the cup final',
      'a new album',
      'fantasy novels',
      'tennis',
      'cinema in the nineties'
    ],
    asks: [
      'Who will win the league {when}?',
      'Recommend {thing} to {person}',
      'What makes {thing} so popular in {place}?',
      'Which film should I watch {when}?',
      'Is pop music getting worse?',
      'What do you like about {thing}?',
      'Who is the greatest player of all time?'
    ],
    facts: [
      'Taste differs, and that is half of the fun.',
      'Critics and audiences often disagree about {thing}.',
      'The early works are a good place to begin.',
      'A good story needs a character who wants something badly.',
      'In {place} the stadium is the heart of the town.',
      'The soundtrack does more for a scene than most viewers notice.',
      'Practice and luck both decide close matches.',
      'Games teach planning without feeling like lessons.'
    ]
  },
  16: {
    things: [
      'a week by the sea',
      'a city trip',
      'hiking with children',
      'travelling by train',
      'cheap places to stay',
      'a first trip abroad alone',
      'an itinerary for five days',
      'islands without cars',
      'the best season for a visit'
    ],
    asks: [
      'Where should {person} go on holiday {when}?',
      'Plan {thing} in {place}',
      'What are the must-see places in {place}?',
      'Is {place} a good country to live in?',
      'How expensive is {place} for tourists?',
      'I want to travel to {place}, what should I pack?'
    ],
    facts: [
      'Two nights in one place are better than five places in a week.',
      'Local trains show more of the country than motorways.',
      'In {place} the markets open early and close at noon.',
      'Carry a copy of your documents apart from the originals.',
      'Spring is calmer and cheaper than summer.',
      'For {thing}, leave one day without any plan.',
      'Learning ten words of the language opens doors.',
      'The old town of {place} is best seen on foot.'
    ]
  },
  18: {
    things: [
      'a job interview',
      'asking for a raise',
      'a difficult boss',
      'working from home',
      'a change of career at forty',
      'earning some money on the side',
      'writing an application',
      'a four-day week',
      'burnout at work',
      'saving for a house'
    ],
    asks: [
      'How should {person} prepare for {thing}?',
      'What is the best way to make money {when}?',
      'Is {thing} worth it?',
      'Write a short letter about {thing}',
      'My boss wants me to work {when}, can I refuse?',
      'Which jobs will be in demand in {place}?'
    ],
    facts: [
      'Write down three things you did well and bring numbers.',
      'A clear question gets a clear answer from a manager.',
      'With {thing}, timing matters as much as wording.',
      'Save a small part of each wage before spending the rest.',
      'Breaks away from the screen raise output rather than lower it.',
      'A friend in the same trade is worth ten adverts.',
      'In {place} many posts are filled without being advertised.',
      'It is fine to say that you need a day to think.'
    ]
  },
  19: {
    things: [
      'a strong marriage',
      'trust in a friendship',
      'honesty in the family',
      'raising children together',
      'loneliness after a move',
      'a quarrel with my sister',
      'caring for ageing parents',
      'forgiveness',
      'love at a distance',
      'values that hold a family together'
    ],
    asks: [
      'How important is {thing}?',
      'What do you think about {thing}?',
      'My friend lied to {person}, should I forgive?',
      'I value {thing} above everything else, is that wrong?',
      'How can {person} talk about {thing} without a fight?',
      'What makes a good partner?',
      'Should I tell {person} the truth {when}?',
      'Is family more important than friends?'
    ],
    facts: [
      'Listening without planning an answer is a gift.',
      'Trust grows in small promises that are kept.',
      'With {thing}, say what you feel before you say what you want.',
      'Setting a limit is not the same as closing a door.',
      'Every family has rules that nobody ever spoke aloud.',
      'Time spent together without a purpose is often the best time.',
      'An apology should not contain the word but.',
      'Different people need different kinds of closeness.'
    ]
  },
  15: {
    things: [
      'artificial intelligence',
      'machines that learn',
      'robots in hospitals',
      'language models',
      'the future of work with machines',
      'consciousness in computers',
      'training data',
      'automatic translation',
      'chatbots at school'
    ],
    asks: [
      'Will {thing} take over the world?',
      'How do you work inside?',
      'Are you able to feel anything {when}?',
      'Should {thing} be regulated?',
      'What can humans do that you cannot?',
      'Is it safe to trust {thing}?',
      'Explain {thing} to {person}'
    ],
    facts: [
      'A model predicts likely words; it does not look things up by itself.',
      'Mistakes can sound confident, so check what matters.',
      'Rules for {thing} should say who is responsible.',
      'I have no wishes and no fears.',
      'Patterns in the data become patterns in the answers.',
      'New tools change tasks before they change jobs.',
      'People remain better at judging when not to act.',
      'Openness about limits is part of being useful.'
    ]
  }
};
