/** Where the Methods page has a method: the fragment of its address. */
export const methodAnchor = (title: string): string => `method-${title.toLowerCase().replace(/[^a-z0-9]+/g, '-')}`;
