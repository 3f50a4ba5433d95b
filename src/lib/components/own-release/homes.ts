import { officialSources } from '../../release/sources.ts';

/** Bytes of all files at their public home, about, and the hosts they lie at. */
export const homeBytes = officialSources.reduce((sum, { bytes }) => sum + bytes, 0);

export const homeHosts = [...new Set(officialSources.map(({ url }) => new URL(url).host))];
