/** The folder of the files the site ships as they are, `data` among them: `static`, or another the build was told. */
export const staticPath = (): string => process.env.STATIC_PATH ?? 'static';

/** Where the release lies that the site is built with. */
export const dataPath = (): string => `${staticPath()}/data`;
