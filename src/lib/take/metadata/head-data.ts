import type { Manifest } from '../../dataset/index.ts';
import { aboutDataset, authorship, KEYWORDS, LICENCES } from './about-dataset.ts';

/**
 * What a page's head says of the data for catalogues that read it: schema.org's `Dataset`, as the text of a script element.
 *
 * @param site address of the site with its last slash; empty where it is not known
 */
export function headData(manifest: Manifest, site: string): string {
  const data = {
    '@context': 'https://schema.org',
    '@type': 'Dataset',
    ...aboutDataset(manifest),
    ...authorship(manifest),
    version: manifest.version,
    license: LICENCES.people,
    isAccessibleForFree: true,
    temporalCoverage: '2023-11-22/2023-12-22',
    keywords: KEYWORDS,
    ...(site === ''
      ? {}
      : {
          url: site,
          distribution: [
            { '@type': 'DataDownload', encodingFormat: 'application/ld+json', contentUrl: `${site}croissant.json` }
          ]
        })
  };
  // Nothing in a text may end the element it stands in, or read otherwise in HTML.
  return JSON.stringify(data).replace(/[<>&]/g, (sign) => `\\u00${sign.charCodeAt(0).toString(16)}`);
}
