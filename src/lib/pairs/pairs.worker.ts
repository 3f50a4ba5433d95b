import { answerPairs } from './answer-pairs.ts';
import type { PairsReply, PairsRequest } from './pairs-messages.ts';
import { ratedReplies, type RepliesToPair } from './rated-replies.ts';
import type { Who } from './who-columns.ts';

let release: { readonly replies: RepliesToPair; readonly who: Who } | null = null;

const post = (reply: PairsReply) => self.postMessage(reply);

self.onmessage = ({ data }: MessageEvent<PairsRequest>) => {
  if ('open' in data) {
    release = { replies: ratedReplies(data.open), who: data.who };
    return;
  }
  const { id } = data;
  try {
    if (release === null) throw new Error('No release is open');
    post({ id, ...answerPairs(release.replies, release.who, data) });
  } catch (error) {
    post({ id, error: error instanceof Error ? error.message : String(error) });
  }
};
