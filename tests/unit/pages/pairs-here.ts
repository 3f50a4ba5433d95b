import type { PairsWorker } from '../../../src/lib/components/pairs/pairs-in-worker.ts';
import type { Database } from '../../../src/lib/database/database.ts';
import { answerPairs, passingQuery, ratedReplies, repliesQuery, whoQueries } from '../../../src/lib/pairs/index.ts';

/** Makes pairs here and now, where no worker is to be had. */
export function pairsHere(database: Database): PairsWorker {
  return {
    async ask(recipe, want, signal) {
      const query = passingQuery(recipe);
      const queries = [repliesQuery, ...whoQueries, ...(query ? [query] : [])];
      const [columns, people, conversations, passing = null] = await database.columns(queries, signal);
      const who = { people: people!, conversations: conversations! };
      return { id: 0, ...answerPairs(ratedReplies(columns!), who, { id: 0, recipe, passing, want }) };
    },
    close() {}
  };
}
