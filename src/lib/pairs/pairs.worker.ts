import { answerPairs } from './answer-pairs.ts';
import type { PairsReply, PairsRequest } from './pairs-messages.ts';
import { ratedReplies, type RatedReplies } from './rated-replies.ts';

let replies: RatedReplies | null = null;

const post = (reply: PairsReply) => self.postMessage(reply);

self.onmessage = ({ data }: MessageEvent<PairsRequest>) => {
  if ('open' in data) {
    replies = ratedReplies(data.open);
    return;
  }
  const { id } = data;
  try {
    if (replies === null) throw new Error('No release is open');
    post({ id, ...answerPairs(replies, data) });
  } catch (error) {
    post({ id, error: error instanceof Error ? error.message : String(error) });
  }
};
