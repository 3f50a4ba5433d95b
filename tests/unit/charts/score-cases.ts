import type { RawRow } from '../../../src/lib/charts/chart.ts';
import { scoresExplained } from '../../../src/lib/charts/scores/scores-explained.ts';
import { whoseTaste } from '../../../src/lib/charts/scores/whose-taste.ts';
import { estimatedOf, ofPublished, type Case } from './made-case.ts';

const measured = (key: string, value: number, half: number, people: number, published?: number): RawRow => ({
  ...{ key, label: key, missing: false, people, conversations: 0, ratings: 0 },
  ...(published === undefined ? {} : { published }),
  result: { value, low: value - half, high: value + half }
});

/** Points of score on either side of none, the published ones beside them; one mark on few people. */
export function scoresExplainedByMarks(): Case {
  const rows = [
    { ...measured('response_length', 2.4, 0.2, 900, 2.7), label: 'Length, per 100 characters' },
    { ...measured('has_line_break', -12.7, 1.2, 880, -10.8), label: 'Line breaks' },
    { ...measured('refuses', -3.1, 6.4, 24, -9), label: 'Declines to answer' }
  ];
  const words = {
    axis: 'Points of score more, other marks being equal',
    scale: 'score',
    constants: { explained: 0.08 }
  } as const;
  return ofPublished(scoresExplained, scoresExplained.vocabulary.defaults, estimatedOf(rows, words), {});
}

/** Parts of a variance, one of them next to nothing. */
export function partsOfVariance(): Case {
  const rows = [
    { ...measured('model', 0.2, 0.01, 900), label: 'Model: liked or disliked by everybody' },
    { ...measured('person', 0.07, 0.02, 900), label: 'Person: scores high or low throughout' },
    { ...measured('topic', 0.0004, 0.0004, 900), label: 'Topic' },
    { ...measured('rest', 0.73, 0.03, 900), label: 'The rest: this reply, this moment' }
  ];
  const words = { axis: 'Share of the variance of scores of opening replies', scale: 'share' } as const;
  return ofPublished(whoseTaste, whoseTaste.vocabulary.defaults, estimatedOf(rows, words), {});
}
