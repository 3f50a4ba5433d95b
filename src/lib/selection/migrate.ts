/** Takes the parameters of a link of one version and gives those of the next. */
export type Migration = (link: URLSearchParams) => URLSearchParams;

/** The steps from one version of the link format to the next; the first leads from version 1 to 2. */
export const migrations: readonly Migration[] = [];

/** The version of links that steps lead to. */
export const versionAfter = (steps: readonly Migration[]): string => String(steps.length + 1);

/** Version of the link format. */
export const LINK_VERSION = versionAfter(migrations);

/**
 * The link in today's format: one of an older version takes every step since, oldest first, and says today's version. A
 * link that says no version, or one that never was, stays as it is.
 */
export function migrate(link: URLSearchParams, steps: readonly Migration[] = migrations): URLSearchParams {
  const said = link.get('v') ?? '';
  const version = /^[1-9]\d{0,3}$/.test(said) ? Number(said) : Infinity;
  if (version > steps.length) return link;
  const migrated = steps.slice(version - 1).reduce((old, step) => step(old), new URLSearchParams(link));
  migrated.set('v', versionAfter(steps));
  return migrated;
}
