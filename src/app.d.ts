/** Public address of the deployed site, from `SITE_URL` at build time; empty when it is not known. */
declare const __SITE_URL__: string;
