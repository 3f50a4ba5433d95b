import type { PairsWorker } from '../../../src/lib/components/pairs/pairs-in-worker.ts';
import type { Database } from '../../../src/lib/database/database.ts';
import { answerPairs, passingQuery, ratedReplies, repliesQuery } from '../../../src/lib/pairs/index.ts';

/** Makes pairs here and now, where no worker is to be had. */
export function pairsHere(database: Database): PairsWorker {
  return {
    async ask(recipe, want, signal) {
      const query = passingQuery(recipe);
      const [columns, passing = null] = await database.columns(query ? [repliesQuery, query] : [repliesQuery], signal);
      return { id: 0, ...answerPairs(ratedReplies(columns!), { id: 0, recipe, passing, want }) };
    },
    close() {}
  };
}
