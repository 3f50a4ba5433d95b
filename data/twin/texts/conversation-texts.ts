import conversationFigures from '../../published/conversations.json';
import type { Conversation } from '../conversations/conversation.ts';
import { stream } from '../random.ts';
import { COMMON, commonTurns, sharedOpeners } from './common-prompts.ts';
import { giveFeedback } from './feedback.ts';
import { Once } from './once.ts';
import { followUp, longer, openingPrompt } from './prompts.ts';
import { moreReply, writeReply } from './replies.ts';
import { giveLengths } from './reply-lengths.ts';
import { NO_REPLY, planReplies, shareShortReplies } from './reply-plan.ts';
import type { PlannedReply } from './reply-plan.ts';
import { SHORT_REPLIES } from './sentences.ts';
import type { TalkSubject } from './subject.ts';
import { subjectOf } from './subjects.ts';

/** All texts of a conversation: prompts by turn, replies by turn and place, and the feedback. */
export interface ConversationTexts {
  prompts: string[];
  replies: string[][];
  feedback: string;
}

/**
 * The texts of each conversation, in order of `conversation_id`: published numbers of different opening prompts,
 * prompts, replies and feedback, and of empty and shared replies.
 */
export function conversationTexts(conversations: readonly Conversation[]): ConversationTexts[] {
  const random = stream('subjects');
  const subjects = conversations.map(({ topic }) => subjectOf(random, topic));
  const shared = sharedOpeners(conversations);
  const common = commonTurns(conversations);
  const prompts = writePrompts(
    conversations,
    subjects,
    new Map(shared.flatMap(({ text, conversations: list }) => list.map((one) => [one, text]))),
    common
  );
  const plan = planReplies(conversations, shared);
  giveLengths(plan);
  const sharing = new Set(shared.flatMap((opener) => opener.conversations));
  shareShortReplies(plan, ({ conversation, turn }) => {
    return turn === 0 ? !sharing.has(conversation) : !common.has(`${conversation.number}.${turn}`);
  });
  const written = writeReplies(plan, subjects);
  const feedback = giveFeedback(conversations, subjects);
  let next = 0;
  return conversations.map(({ number, replies }) => ({
    prompts: prompts[number] as string[],
    replies: replies.map((list) => list.map(() => written[next++] as string)),
    feedback: feedback[number] as string
  }));
}

function writePrompts(
  conversations: readonly Conversation[],
  subjects: readonly TalkSubject[],
  shared: ReadonlyMap<Conversation, string>,
  common: ReadonlyMap<string, string>
): string[][] {
  const random = stream('prompts');
  const once = new Once();
  for (const text of [...COMMON, LONGEST]) once.reserve(text);
  const longest = conversations.findIndex((one) => !shared.has(one) && one.topic === 18);
  return conversations.map((conversation, index) => {
    const subject = subjects[index] as TalkSubject;
    return conversation.replies.map((_, turn) => {
      const known = turn === 0 ? shared.get(conversation) : common.get(`${conversation.number}.${turn}`);
      if (known) return known;
      if (turn === 0 && index === longest) return LONGEST;
      const draw = () => (turn === 0 ? openingPrompt(random, conversation, subject) : followUp(random, subject));
      return once.take(draw, (text) => longer(random, text, subject));
    });
  });
}

/** One prompt has the published greatest length: somebody pasted a note several times. */
const LONGEST = (() => {
  const note = 'Please turn this note into a polite letter: the meeting moved, the room is small, bring your own cup. ';
  const { max } = conversationFigures.text_uniques_and_lengths_chars.opening_prompt;
  return note.repeat(Math.ceil(max / note.length)).slice(0, max - 1) + '.';
})();

function writeReplies(plan: readonly PlannedReply[], subjects: readonly TalkSubject[]): string[] {
  const random = stream('replies');
  const once = new Once();
  for (const text of [...SHORT_REPLIES, NO_REPLY]) once.reserve(text);
  const bonds = new Map<string, string>();
  return plan.map((one) => {
    if (one.text !== null) return one.text;
    const known = one.bond === null ? undefined : bonds.get(one.bond);
    if (known !== undefined) return known;
    const subject = subjects[one.conversation.number] as TalkSubject;
    const text = once.take(
      () => writeReply(random, one, subject),
      (drawn) => moreReply(random, drawn, subject)
    );
    if (one.bond !== null) bonds.set(one.bond, text);
    return text;
  });
}
