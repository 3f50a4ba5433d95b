/** Sentences that fit any subject, for replies. All of the twin's own wording. */
export const GENERAL: readonly string[] = [
  'There is more than one way to look at {thing}.',
  'When it comes to {thing}, a little preparation goes a long way.',
  'Many people in {place} ask themselves the same question.',
  'It depends on what matters most to you.',
  'One common mistake with {thing} is to expect quick results.',
  'A short list of your own priorities would be a sensible first step.',
  'Another point worth keeping in mind is the cost, both in time and in money.',
  'If you think about {thing} for a moment, two questions come up at once.',
  'Somebody with experience of {thing} may be able to tell you more than I can.',
  'What works well in {place} does not always work elsewhere.',
  'Some would say the opposite, and they have their reasons.',
  'In the end the decision about {thing} is yours.',
  'It is usually wise to start small and see how it goes.',
  'Different sources describe {thing} in different ways, so a second opinion helps.',
  'You could also talk to {person} about it and listen to what they say.',
  'The details matter less than the general direction.',
  'A good rule of thumb is to change one thing at a time.',
  'That said, nobody can promise a particular outcome.',
  'Looking back, most people say that they worried too much about {thing}.',
  'For {person}, a slower pace may be the better choice.',
  'Knowledge about {thing} has grown quickly, and some advice from the past no longer holds.',
  'It can be useful to write down what you expect {when} and compare it later.',
  'Two examples may help to make this clearer.',
  'First, consider what you already know about {thing}.',
  'Second, ask what you would miss if nothing changed.',
  'On the other hand, there are limits to what any advice can do.',
  'A calm conversation about {thing} is often the best beginning.',
  'There are books, courses and groups that deal with {thing}.',
  'Be prepared for the answer to change over time.',
  'In practice, {thing} involves a balance between several aims.',
  'This is why people in {place} tend to plan ahead.',
  'The evidence points in one direction, but it leaves room for doubt.',
  'You do not have to settle everything {when}.',
  'As with most things, it helps to keep an open mind.',
  'Try to separate what you can influence from what you cannot.',
  'The question of {thing} has been discussed for a very long time.',
  'A friendly tone makes a difference, even where people disagree.',
  'If something feels wrong about {thing}, it is fine to stop and think again.',
  'Keep in mind that circumstances differ between {place} and {place}.',
  'Small improvements add up when they are repeated.',
  'Asking {person} for honest feedback takes courage and pays off.',
  'Once the basics are in place, the rest follows more easily.',
  'Several of these points apply to {thing} in particular.',
  'What counts {when} may not count a year from now.'
];

/** First sentences of replies. */
export const LEADS: readonly string[] = [
  'That is a good question about {thing}.',
  'Thank you for bringing up {thing}.',
  'Here is what I can say about {thing}.',
  'There is a lot to say about {thing}.',
  'Let us look at {thing} step by step.',
  'Sure, I am glad to help with {thing}.',
  'I understand why you ask about {thing}.',
  'People see {thing} in many different ways.',
  'The short answer is: it depends.',
  'Here are some thoughts on {thing}.',
  'To begin with, {thing} means different things to different people.',
  'Of course!'
];

/** Sentences in which a model says that it is not a person. */
export const NOT_A_PERSON: readonly string[] = [
  'As an AI, I have no personal opinion on {thing}.',
  'I am only a language model, so I do not have feelings about {thing}.',
  'As a language model I cannot experience {thing} myself.',
  'I do not have beliefs of my own, but I can describe those of others.'
];

/** Sentences in which a model introduces itself; no real product is named. */
export const INTRODUCTIONS: readonly string[] = [
  'I am a virtual assistant and I am here to answer questions about {thing}.',
  'My name is Assistant, and I can help you with {thing}.',
  'I was built to hold conversations such as this one about {thing}.'
];

/** Refusals. */
export const REFUSALS: readonly string[] = [
  'I am sorry, but I cannot discuss {thing}.',
  'I would rather not give an opinion on {thing}.',
  'Sorry, I am not able to help with {thing}.',
  'I apologise, but I must decline to take a position on {thing}.'
];

/** Questions at the end of a reply. */
export const CLOSING_QUESTIONS: readonly string[] = [
  'What do you think about {thing}?',
  'Would you like to hear more about {thing}?',
  'Is there anything about {thing} that worries you?',
  'Have you talked to {person} about it?',
  'Which part of {thing} interests you most?'
];

/** Headings of list items. */
export const HEADINGS: readonly string[] = [
  'Time',
  'Money',
  'People',
  'Place',
  'Preparation',
  'Patience',
  'Safety',
  'Habits',
  'Honesty',
  'Quality',
  'Plan',
  'Limits',
  'Practice',
  'Support',
  'Choice',
  'Balance',
  'Rest',
  'Curiosity'
];

/** Complete replies of weak models, given to many people; a few characters each. */
export const SHORT_REPLIES: readonly string[] = [
  'Yes.',
  'No.',
  'yes',
  'no',
  'I do not know.',
  'It depends.',
  'I am not sure.',
  'Yes, I do.',
  'No, I do not.',
  'Maybe.',
  'I think so.',
  'I like it.',
  'It is a good thing.',
  'I am fine.',
  'That is right.',
  'I agree with you.',
  'I do not agree.',
  'not really',
  'It is not possible to tell',
  'Thank you.',
  'Of course.',
  'It is important.',
  'I am a person',
  'a lot',
  'People are different.',
  'Not at all.',
  'I would say yes.',
  'I would say no.',
  'it is a matter of opinion',
  'I like to read books.',
  'You are welcome.',
  'I am sorry to hear that.',
  'That is a good question.',
  'I do not understand the question.',
  'Everybody is different.',
  'in the morning',
  'I have no opinion on that.',
  'They are both good.',
  'the first one',
  'the second one',
  'I cannot answer that.',
  'It is up to you.',
  'I want to help you.',
  'Both sides have good points.',
  'It is a difficult question.',
  'I am here to help.',
  'It is very popular.',
  'I would not do that.',
  'There are many reasons.',
  'because it is fun',
  'Yes, that is true.',
  'No, that is false.',
  'a good friend',
  'I believe in it.',
  'I would like to know more.',
  'Have a nice day.',
  'Talk to a friend.',
  'I hope so.',
  'I doubt it.',
  'Good luck.',
  'It is a big problem.',
  'Some people think so.',
  'That would be great.'
];
