import { apa } from './apa.ts';
import { bibtex } from './bibtex.ts';
import { cslJson } from './csl-json.ts';
import { ris } from './ris.ts';

export { dataset, paper, view, works, type Day, type Work } from './work.ts';

/** The forms in which a work can be cited: what readers call each, what it is saved as, and how it is written. */
export const styles = {
  apa: { label: 'APA', extension: 'txt', type: 'text/plain', write: apa },
  bibtex: { label: 'BibTeX', extension: 'bib', type: 'application/x-bibtex', write: bibtex },
  ris: { label: 'RIS', extension: 'ris', type: 'application/x-research-info-systems', write: ris },
  'csl-json': { label: 'CSL-JSON', extension: 'json', type: 'application/vnd.citationstyles.csl+json', write: cslJson }
} as const;

export type CitationStyle = keyof typeof styles;
