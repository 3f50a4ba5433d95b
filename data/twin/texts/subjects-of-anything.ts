import type { TalkSubject } from './subject.ts';

/** Vocabulary of the conversations without a topic: a bit of everything. */
export const ANYTHING: readonly TalkSubject[] = [
  {
    things: [
      'the size of the universe',
      'black holes',
      'the moon',
      'how magnets work',
      'prime numbers',
      'deep-sea life',
      'volcanoes',
      'time'
    ],
    asks: [
      'Explain {thing} to {person}',
      'Why is {thing} so hard to understand?',
      'What is the newest discovery about {thing}?',
      'Tell me three facts about {thing}'
    ],
    facts: [
      'Light from far away shows us the past.',
      'A good experiment changes only one thing at a time.',
      'Much about {thing} is still unknown.',
      'Numbers with no divisors have puzzled people for ages.'
    ]
  },
  {
    things: [
      'a poem about autumn',
      'a story with a talking bridge',
      'a joke about clocks',
      'a song for a friend',
      'a name for a small boat',
      'a riddle',
      'a limerick'
    ],
    asks: [
      'Write {thing} for {person}',
      'Can you invent {thing}?',
      'I need {thing} {when}',
      'Make {thing} that rhymes'
    ],
    facts: [
      'The bridge had been silent for a hundred years until the fog asked its name.',
      'Leaves are letters that the summer forgot to post.',
      'Why did the clock stay at home? It had no time.',
      'Here is a first attempt at {thing}.'
    ]
  },
  {
    things: [
      'the Roman roads',
      'the invention of printing',
      'life in a medieval town',
      'the history of {place}',
      'ancient trade',
      'a forgotten queen',
      'old maps'
    ],
    asks: [
      'What do we know about {thing}?',
      'How did people live in {place} long ago?',
      'Tell me about {thing}',
      'Why did {thing} matter?'
    ],
    facts: [
      'Sources from that time are few and written by the winners.',
      'Trade carried ideas as well as goods.',
      'In {place} some walls of that time still stand.',
      'Daily life was shaped by light, weather and grain.'
    ]
  },
  {
    things: [
      'the meaning of life',
      'free will',
      'happiness',
      'telling white lies',
      'being a good person',
      'money and happiness',
      'freedom of speech',
      'respect for others',
      'courage'
    ],
    asks: [
      'What do you think about {thing}?',
      'How would {person} find {thing}?',
      'Is {thing} more important than money?',
      'I believe in {thing}, do you agree?',
      'Talk to me about {thing}'
    ],
    facts: [
      'Philosophers have answered this in very different ways.',
      'A good life needs both aims and rest.',
      'On {thing}, it helps to look at examples.',
      'Rules guide us, but judgement decides.'
    ]
  },
  {
    things: [
      'learning a language',
      'a loop in Python',
      'a spreadsheet that adds hours',
      'photographs on an old phone',
      'home internet',
      'a garden in the shade',
      'a leaking tap',
      'a crooked door',
      'growing tomatoes'
    ],
    asks: [
      'How do I start with {thing}?',
      'My problem is {thing}, can you help?',
      'What is the easiest way of {thing}?',
      'Give {person} five tips for {thing}'
    ],
    facts: [
      'Begin with the smallest version that works.',
      'Write down what you changed, so that you can undo it.',
      'For {thing}, patience saves more time than tools.',
      'Ten minutes a day are better than two hours a week.'
    ]
  },
  {
    things: [
      'school uniforms',
      'phones in class',
      'gun laws in {place}',
      'legal cannabis',
      'vaccines',
      'conspiracy theories',
      'the monarchy',
      'social media',
      'crime in big cities',
      'tattoos'
    ],
    asks: [
      'What is your opinion about {thing}?',
      'Should {thing} be banned?',
      'Why do people argue over {thing}?',
      'Is {place} right about {thing}?'
    ],
    facts: [
      'There are good reasons on more than one side.',
      'Evidence on {thing} is mixed.',
      'Rules work best when people understand them.',
      'What fits {place} may not fit elsewhere.'
    ]
  },
  {
    things: [
      'a neighbour who plays drums',
      'a lost parcel',
      'choosing a bicycle',
      'the news of the week',
      'a dream about water',
      'a second-hand sofa',
      'the number seven',
      'doing nothing'
    ],
    asks: [
      'I want to talk about {thing}',
      'What would you do about {thing}?',
      'Any thoughts on {thing} {when}?',
      'Help {person} with {thing}'
    ],
    facts: [
      'A friendly note often does more than a complaint.',
      'It may help to sleep on it.',
      'With {thing}, the first question is what you want to happen next.',
      'Some things are better for being odd.'
    ]
  }
];
