import { TOPICS } from '../conversations/topics.ts';
import type { Conversation } from '../conversations/conversation.ts';

/** All texts of a conversation: prompts by turn, replies by turn and place, and the feedback. */
export interface ConversationTexts {
  prompts: string[];
  replies: string[][];
  feedback: string;
}

/** The texts of each conversation, in order of `conversation_id`. */
export function conversationTexts(conversations: readonly Conversation[]): ConversationTexts[] {
  return conversations.map((one) => {
    const words = TOPICS.find((topic) => topic.cluster_id === one.topic)?.top_words ?? [];
    const prompts = one.replies.map(
      (_, turn) => `What should I know about ${words[turn % 10]}? (${one.number}.${turn})`
    );
    const replies = one.replies.map((list, turn) =>
      list.map((reply, index) => `Here is an answer about ${words[turn % 10]}, number ${one.number}.${turn}.${index}.`)
    );
    return { prompts, replies, feedback: `The answers were clear enough (${one.number}).` };
  });
}
