import type { Params } from '../../selection/index.ts';
import type { Chart } from '../chart.ts';
import { disagreement } from './disagreement.ts';
import { publishedRegression } from './published-regression.ts';
import { replyMarks } from './reply-marks.ts';
import { sameReply } from './same-reply.ts';
import { scaleUse } from './scale-use.ts';
import { scoreByLength } from './score-by-length.ts';
import { scoreByTurn } from './score-by-turn.ts';
import { scoresExplained } from './scores-explained.ts';
import { scoresVocabulary } from './scores-vocabulary.ts';
import { tasteByGroup } from './taste-by-group.ts';
import { whoseTaste } from './whose-taste.ts';

/** The charts of the page about scores, in its order. Parameters of one name have one meaning. */
export const scoreCharts: readonly Chart[] = [
  publishedRegression,
  sameReply,
  scoresExplained,
  scoreByLength,
  replyMarks,
  scoreByTurn,
  scaleUse,
  whoseTaste,
  tasteByGroup,
  disagreement
];

/** What links to that page may say: one choice of conversations and people for all, and the parameters of each. */
export const scoresPage = scoresVocabulary(
  scoreCharts.reduce<Params>((all, { vocabulary }) => ({ ...all, ...vocabulary.params }), {})
);
