import { juriesVocabulary } from './juries-vocabulary.ts';

const turned = (changes: Readonly<Record<string, string>>) => ({
  params: { ...juriesVocabulary.defaults.params, ...changes }
});

/** The steps of the story after the worked case, each a change of the default view that sets the tool. */
export const juriesTurns = {
  sizes: turned({ juries: 'sizes', served: 'everyone' }),
  men: turned({}),
  inSample: turned({ judged: 'in-sample' }),
  pairs: turned({ rule: 'copeland' })
} as const;
