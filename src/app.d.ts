/** Public address of the deployed site, from `SITE_URL` at build time; empty when it is not known. */
declare const __SITE_URL__: string;

/** Whether browsers keep the site for times without a network; with `OFFLINE=off` at build time they forget it. */
declare const __OFFLINE__: boolean;
