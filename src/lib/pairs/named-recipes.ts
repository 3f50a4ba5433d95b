import type { Selection } from '../selection/index.ts';
import { recipeVocabulary } from './recipe-vocabulary.ts';

/** A recipe that has a name: what it changes from the default one, whom it follows, and where it parts from them. */
export interface NamedRecipe {
  /** What `npm run pairs` calls it. */
  readonly key: string;
  readonly label: string;
  readonly about: string;
  /** What it follows; null for our own. */
  readonly source: { readonly label: string; readonly address: string } | null;
  /** Where its pairs differ from the original's, as sentences. */
  readonly differs: readonly string[];
  readonly changes: Partial<Omit<Selection, 'params'>> & { readonly params?: Readonly<Record<string, string>> };
}

const arxiv = (number: string) => `https://arxiv.org/abs/${number}`;
const github = (path: string) => `https://github.com/${path}`;

/** Every named recipe, our own first. */
export const namedRecipes: readonly NamedRecipe[] = [
  {
    key: 'atlas',
    label: 'Ours',
    about:
      'Openers, where models were assigned at random; the chosen reply with each rejected one; more than 5 points apart; split by person.',
    source: null,
    differs: [],
    changes: {}
  },
  {
    key: 'p-rlhf',
    label: 'P-RLHF style',
    about: 'All turns; the chosen reply with each rejected one, whatever the scores; replies up to 2,400 characters.',
    source: { label: 'Li et al. (2024), arXiv:2402.05133', address: arxiv('2402.05133') },
    differs: [
      'The original leaves out long texts of any kind and cuts the history of a conversation from its start; here only replies are measured, and no history is cut.',
      'It names the people of its split in files that it does not ship.'
    ],
    changes: { turns: 'all', params: { gap: 'any', empty: 'kept', longest: '2400' } }
  },
  {
    key: 'synthesizeme',
    label: 'SynthesizeMe style',
    about: 'All turns; the chosen reply with each rejected one, whatever the scores.',
    source: { label: 'SynthesizeMe and PersonalRewardBench, arXiv:2506.05598', address: arxiv('2506.05598') },
    differs: [
      'The original keeps pairs that its authors call personalisable, told by models; that choice cannot be made again from the release, so all pairs are here.',
      'It drops the scores, which these files keep.'
    ],
    changes: { turns: 'all', params: { gap: 'any', empty: 'kept', split: 'conversation' } }
  },
  {
    key: 'lore',
    label: 'LoRe style',
    about:
      'All turns of people with six conversations or more; the chosen reply with each rejected one; half of each person’s conversations for training.',
    source: { label: 'LoRe, arXiv:2504.14439', address: arxiv('2504.14439') },
    differs: [
      'The original takes order_stated_prefs for what a person values most. It is the order in which sliders stood on the screen, so nothing is made of it here.',
      'It also sets a fifth of the people aside as unseen; here everybody has conversations in both halves.',
      'The seed has the same number and draws otherwise.'
    ],
    changes: {
      turns: 'all',
      filters: [{ column: 'num_completed_conversations', from: 6, to: null }],
      params: { gap: 'any', empty: 'kept', seed: '123', split: 'conversation', sizes: '50-0-50' }
    }
  },
  {
    key: 'icai',
    label: 'ICAI style',
    about: 'Openers; the chosen reply with one rejected one, drawn by chance: a pair for each opener.',
    source: { label: 'ICAI and Feedback Forensics', address: github('rdnfn/icai') },
    differs: ['The original draws without a seed, so its file cannot be made again; this one can.'],
    changes: { params: { pairing: 'random', gap: 'any', empty: 'kept', split: 'none' } }
  },
  {
    key: 'wimhf',
    label: 'WIMHF style',
    about: 'All turns; one pair a message, scores not equal; replies up to 1,500 characters.',
    source: { label: 'What’s in my human feedback?, arXiv:2510.26202', address: arxiv('2510.26202') },
    differs: [
      'The original counts words: up to 128 of a message and 256 of a reply. Here characters of the reply are counted, so its 25,918 pairs are not met exactly.',
      'It keeps messages with the same words in one part; here people are kept in one part.',
      'Its intervals do not allow for several pairs coming from one person.'
    ],
    changes: { turns: 'all', params: { pairing: 'random', gap: '0', longest: '1500' } }
  },
  {
    key: 'dempo',
    label: 'DemPO style',
    about: 'Openers of the US census sample; the chosen reply with each rejected one; more than 5 points apart.',
    source: { label: 'DemPO, arXiv:2602.05113', address: arxiv('2602.05113') },
    differs: [
      'The original draws a panel by quotas of its own, or weighs people by their chance to be drawn. PRISM publishes no weights, so the rebalanced sample stands for the panel, unweighted.'
    ],
    changes: { sample: 'us' }
  },
  {
    key: 'personalized-judge',
    label: 'Personalized-Judge style',
    about: 'Openers; the best reply with another, drawn by chance; 10 points apart or more, closer ones kept as ties.',
    source: {
      label: 'Dong et al. (2024), dong-river/Personalized-Judge',
      address: github('dong-river/Personalized-Judge')
    },
    differs: [
      'The original takes for a tie whatever is under 10 points apart, and then counts only answers that name a winner: a judge that rightly says “tie” is not counted, and one that names a winner of a tie is always wrong.',
      'It drops replies with the words “AI”, “language model” or “chatbot”, those that people like least, and those of the judge’s own family; here they stay.'
    ],
    changes: { params: { pairing: 'random', gap: '9', ties: 'within', empty: 'kept', split: 'none' } }
  },
  {
    key: 'within-model',
    label: 'Within-model control',
    about: 'Later turns, where both replies come from one model: nothing in these pairs can be learnt about models.',
    source: null,
    differs: [
      'Others counted 18,064 such pairs of different scores in the release; here two replies of the same text are left out first.'
    ],
    changes: { turns: 'later', params: { pairing: 'all', gap: '0', empty: 'kept' } }
  }
];

/** The selection of a named recipe. */
export function selectionOf({ changes }: NamedRecipe): Selection {
  const { defaults } = recipeVocabulary;
  return { ...defaults, ...changes, params: { ...defaults.params, ...changes.params } };
}
