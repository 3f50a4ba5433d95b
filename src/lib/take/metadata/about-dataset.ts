import type { Manifest } from '../../dataset/index.ts';
import { dataset, paper } from '../citation/work.ts';

/** Words by which catalogues find the data. */
export const KEYWORDS = [
  'human feedback',
  'language models',
  'preferences',
  'alignment',
  'survey',
  'conversations',
  'cross-cultural'
];

export const LICENCES = {
  people: 'https://creativecommons.org/licenses/by/4.0/',
  models: 'https://creativecommons.org/licenses/by-nc/4.0/'
} as const;

const isTwin = ({ source }: Pick<Manifest, 'source'>) => source === 'twin';

/** What the data is called, and what it is, in a paragraph; of the twin first that nobody stands behind it. */
export function aboutDataset(manifest: Manifest): { readonly name: string; readonly description: string } {
  const { participants, conversations, utterances } = manifest.counts;
  const shape = `${participants} people, ${conversations} conversations with language models and ${utterances} rated replies`;
  if (isTwin(manifest))
    return {
      name: 'Synthetic twin of the PRISM Alignment Dataset',
      description: `Synthetic: ${shape} in the shape of PRISM, with its published counts. No real person and no real text. For trying the Atlas and testing code, never for findings.`
    };
  return {
    name: dataset.title,
    description: `${shape}: who people are and what they want from a language model, in a survey; then what they said to models, and how they scored every reply.`
  };
}

/** Where the data comes from, as schema.org says it: the twin is made here, the release is its authors'. */
export const authorship = (manifest: Manifest) => ({
  creator: isTwin(manifest)
    ? { '@type': 'Organization', name: 'PRISM Atlas' }
    : dataset.authors.map(({ given, family }) => ({
        '@type': 'Person',
        name: `${given} ${family}`,
        givenName: given,
        familyName: family
      })),
  ...(isTwin(manifest) ? { isBasedOn: dataset.url } : { sameAs: dataset.url }),
  citation: `https://doi.org/${paper.doi}`
});
