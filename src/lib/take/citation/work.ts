import type { Figure } from '../../charts/chart.ts';
import { marked } from '../../figure/titles.ts';

export interface Author {
  readonly given: string;
  readonly family: string;
}

/** A day as a reader's calendar has it. */
export interface Day {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
}

/** Something that can be cited: what every form of citation is made of. */
export interface Work {
  /** Its key in BibTeX and CSL-JSON. */
  readonly key: string;
  readonly kind: 'paper' | 'dataset' | 'page';
  readonly title: string;
  /** None for a page of the Atlas, which stands for itself. */
  readonly authors: readonly Author[];
  readonly year: number;
  /** Who made it public: publisher, or the site a page is on. */
  readonly publisher: string;
  /** What a paper is a part of. */
  readonly within?: string;
  readonly volume?: string;
  /** Version of the data. */
  readonly version?: string;
  readonly doi?: string;
  readonly url: string;
  /** When a page that may change was read. */
  readonly read?: Day;
}

const authors: readonly Author[] = [
  ['Hannah Rose', 'Kirk'],
  ['Alexander', 'Whitefield'],
  ['Paul', 'Röttger'],
  ['Andrew', 'Bean'],
  ['Katerina', 'Margatina'],
  ['Juan', 'Ciro'],
  ['Rafael', 'Mosquera'],
  ['Max', 'Bartolo'],
  ['Adina', 'Williams'],
  ['He', 'He'],
  ['Bertie', 'Vidgen'],
  ['Scott A.', 'Hale']
].map(([given, family]) => ({ given: given!, family: family! }));

/** What PRISM's authors wrote of it: arXiv:2404.16019, in the proceedings of NeurIPS 2024. */
export const paper: Work = {
  key: 'kirk2024prism',
  kind: 'paper',
  title:
    'The PRISM Alignment Dataset: What Participatory, Representative and Individualised Human Feedback Reveals About the Subjective and Multicultural Alignment of Large Language Models',
  authors,
  year: 2024,
  publisher: 'Curran Associates, Inc.',
  within: 'Advances in Neural Information Processing Systems',
  volume: '37',
  doi: '10.48550/arXiv.2404.16019',
  url: 'https://arxiv.org/abs/2404.16019'
};

/** The dataset itself, where its authors publish it. */
export const dataset: Work = {
  key: 'kirk2024prismdata',
  kind: 'dataset',
  title: 'The PRISM Alignment Dataset',
  authors,
  year: 2024,
  publisher: 'Hugging Face',
  doi: '10.57967/hf/2113',
  url: 'https://huggingface.co/datasets/HannahRoseKirk/prism-alignment'
};

/**
 * The view that a figure shows, as a page of this site with its data's version. It has no authors of its own: its numbers
 * are worked out here, from the data that is to be cited beside it.
 *
 * @param address full address of the view
 * @param read the day on which it is read
 */
export function view(figure: Pick<Figure, 'chart' | 'headline' | 'provenance'>, address: string, read: Day): Work {
  const { version } = figure.provenance;
  return {
    key: `prismatlas-${figure.chart}-${version}`,
    kind: 'page',
    title: marked(figure, figure.headline),
    authors: [],
    year: read.year,
    publisher: 'PRISM Atlas',
    version,
    url: address,
    read
  };
}

/** What may be cited of a figure, by what readers call it. */
export const works = (figure: Figure, address: string, read: Day) =>
  ({ view: view(figure, address, read), dataset, paper }) as const;
