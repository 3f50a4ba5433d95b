/** Where the files of a release lie: the address of a folder, ending in `/`, or the files themselves by their names in it. */
export type Folder = string | Readonly<Record<string, Blob>>;

/** The same folder for a worker, which knows no address but whole ones. */
export const wholeFolder = (folder: Folder): Folder =>
  typeof folder === 'string' ? new URL(folder, document.baseURI).href : folder;
