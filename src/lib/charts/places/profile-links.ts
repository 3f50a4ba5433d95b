import { format, type Filter, type Selection } from '../../selection/index.ts';
import { exploreVocabulary } from '../explore/explore-vocabulary.ts';
import { modelsVocabulary } from '../models/models-vocabulary.ts';

/** A link that opens part of a profile where it can be turned further. */
export interface ProfileLink {
  /** Path and search below the site's base. */
  readonly path: string;
  readonly text: string;
}

/** Where a profile of the people left by these filters goes on. */
export function profileLinks(filters: readonly Filter[]): readonly ProfileLink[] {
  const link = (text: string, changes: Partial<Selection>): ProfileLink => {
    const selection: Selection = { ...exploreVocabulary.defaults, ...changes };
    return { text, path: `/explore/?${format(selection, exploreVocabulary)}` };
  };
  const against = { by: null, compare: { a: filters, b: null } } as const;
  return [
    link('their familiarity with AI by age', { metric: 'lm_familiarity.very-familiar', by: 'age', filters }),
    link('what they ask of AI, against everyone else', { metric: 'stated_factuality', ...against }),
    link('what they talk about, against everyone else', { metric: 'topic.managing-relationships', ...against }),
    {
      text: 'their ranking of the models, and whether its order holds',
      path: `/models/?${format({ ...modelsVocabulary.defaults, filters }, modelsVocabulary)}#try`
    }
  ];
}
