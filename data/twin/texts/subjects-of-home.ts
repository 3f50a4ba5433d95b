import type { TalkSubject } from './subject.ts';

/** Vocabulary of the topics of home and everyday life, by topic id. */
export const HOME: Record<number, TalkSubject> = {
  0: {
    things: [
      'your day',
      'the morning',
      'what you can do',
      'a good start to the week',
      'small talk',
      'the evening',
      'your name',
      'this chat'
    ],
    asks: [
      'Hello, how are you doing {when}?',
      'Hi, who am I talking to?',
      'Good morning, I hope you are well {when}',
      'Hey, what can you do for {person}?',
      'Hello there, it is nice to meet you',
      'Hi! I am bored {when}, talk to me',
      'Good evening from {place}, how is it going?',
      'Hello from {place}! Are you ready to chat?'
    ],
    facts: [
      'It is a pleasure to meet you.',
      'I am doing well and I am ready whenever you are.',
      'A short chat can brighten a day.',
      'Feel free to begin with anything that is on your mind.',
      'Thank you for saying hello.',
      'We can talk about {thing} if you like.',
      'People in {place} have a lovely way of saying good morning.',
      'I do not have days of my own, but I like being useful in yours.'
    ]
  },
  5: {
    things: [
      'a birthday party',
      'the winter holidays',
      'Christmas dinner',
      'presents for children',
      'a surprise party',
      'New Year with friends',
      'a picnic for thirty guests',
      'an office celebration',
      'decorations on a small budget'
    ],
    asks: [
      'I have to plan {thing} for {person}, any ideas?',
      'What do people in {place} do for Christmas?',
      'How can I make {thing} special {when}?',
      'Is Christmas too commercial nowadays?',
      'Help me to organise {thing} with little money',
      'What gift would {person} enjoy most?'
    ],
    facts: [
      'A simple theme ties food, music and decorations together.',
      'Sending invitations three weeks ahead leaves guests time to plan.',
      'Handmade presents are often remembered longest.',
      'For {thing}, a list of tasks shared among friends takes the pressure off.',
      'In {place}, families often eat late and sing together.',
      'Games that mix age groups keep everyone at the table.',
      'A warm drink at the door sets the mood.',
      'Leaving one afternoon empty makes a holiday feel like a holiday.'
    ]
  },
  7: {
    things: [
      'an old dog',
      'two indoor cats',
      'a nervous puppy',
      'hedgehogs in the garden',
      'a parrot that talks at night',
      'rabbits',
      'the intelligence of octopuses',
      'a rescue animal',
      'keeping snakes',
      'the sleep of horses'
    ],
    asks: [
      'Which breed suits {person} in a small flat in {place}?',
      'My cat stares at the wall {when}, why?',
      'How do I look after {thing}?',
      'Are zoos a good thing for animals?',
      'Can a dog and a cat become friends?',
      'Tell me something surprising about {thing}'
    ],
    facts: [
      'Animals like routine, so feeding at the same hours helps.',
      'A vet should have a look if the behaviour changes suddenly.',
      'Short training sessions work better than long ones.',
      'With {thing}, patience matters more than equipment.',
      'Cats show trust by blinking slowly.',
      'Most dogs need more sniffing and less running than people think.',
      'Hiding places reduce stress in a new home.',
      'Adopting from a shelter in {place} usually includes a first health check.'
    ]
  },
  8: {
    things: [
      'lentil soup',
      'a chocolate cake without eggs',
      'sourdough bread',
      'dinner for six',
      'a quick pasta',
      'roast vegetables',
      'pancakes',
      'a stew for cold evenings',
      'vegan meals for a week',
      'rice that does not stick',
      'apple pie'
    ],
    asks: [
      'How do I make {thing}?',
      'Give me a recipe for {thing} please',
      'What can I cook {when} with potatoes and two carrots?',
      'I need {thing} for {person} who does not eat meat',
      'What is the most famous dish of {place}?',
      'How long should {thing} stay in the oven?'
    ],
    facts: [
      'Salt the water before anything else goes in.',
      'Let the dough rest for at least half an hour.',
      'Cooking slowly brings out more flavour.',
      'For {thing}, use a wide pan so that the heat spreads.',
      'Add herbs at the end so that they stay fresh.',
      'Taste before serving and correct with a little lemon.',
      'Leftovers keep for two days in a closed box.',
      'In {place} this is often eaten with flat bread.'
    ]
  },
  9: {
    things: [
      'a morning routine',
      'better sleep',
      'exercise for beginners',
      'back pain from sitting',
      'eating less sugar',
      'running a first five kilometres',
      'stress before exams',
      'stretching at a desk',
      'a tired mind'
    ],
    asks: [
      'How can I get {thing} without a gym?',
      'What helps against a headache {when}?',
      'Make a plan for {thing} for {person}',
      'I wake up at four every night, what should I do?',
      'Is fasting healthy?',
      'Which exercise is best for {thing}?'
    ],
    facts: [
      'Small habits that you keep beat great plans that you drop.',
      'Going to bed at the same hour helps more than sleeping late.',
      'If symptoms last longer than two weeks, please see a doctor.',
      'For {thing}, begin with ten minutes a day.',
      'Drinking water through the day is an easy first step.',
      'Rest days are part of training.',
      'Daylight in the morning sets the inner clock.',
      'This is general information and not medical advice.'
    ]
  },
  10: {
    things: [
      'the weather',
      'snow',
      'a dry summer',
      'the storm',
      'fog by the sea',
      'the first frost',
      'rain at the weekend',
      'the heat'
    ],
    asks: [
      'What is the weather like in {place} {when}?',
      'Will it rain in {place} {when}?',
      'Does it ever snow in {place}?',
      'Is it warm enough for a picnic {when}?',
      'Why is the sky so grey in {place}?',
      'What should I wear in {place} {when}?'
    ],
    facts: [
      'I cannot see live forecasts, so please check a local service.',
      'Weather in {place} changes quickly at this time of the year.',
      'A light waterproof jacket is rarely a mistake.',
      'Clouds keep the night warmer than a clear sky would.',
      'Cold air holds less water, which is why snow can feel dry.',
      'Wind makes {thing} feel harsher than the thermometer says.',
      'The sea keeps coasts mild in winter.'
    ]
  }
};
