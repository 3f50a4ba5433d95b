/** A page that is opened: its path, the folder of `src/routes` it is made by, and what stands for its open part. */
export interface Opening {
  readonly path: string;
  readonly page: string;
  readonly params?: Readonly<Record<string, string>>;
}

const plain = (path: string): Opening => ({ path, page: path });
const model = (key: string): Opening => ({ path: `models/${key}`, page: 'models/[model]', params: { model: key } });
const embed = (chart: string): Opening => ({ path: `embed/${chart}`, page: 'embed/[chart]', params: { chart } });
const place = (key: string): Opening => ({ path: `places/${key}`, page: 'places/[place]', params: { place: key } });

/**
 * Every kind of page that answers something from the release: a model that a list leaves out, one that another took the
 * place of; a place with people and one where nobody of these releases comes from.
 */
export const answered: readonly Opening[] = [
  ...['explore', 'models', 'models/pairs', 'models/scores', 'pairs', 'codebook'].map(plain),
  ...['gpt-4-turbo', 'claude-2'].map(model),
  ...['us', 'europe-not-uk'].map(place)
];

/** Every kind of page, and of some several: a model nobody met, countries with many people, few and none. */
export const openings: readonly Opening[] = [
  ...answered,
  ...['', 'dashboard', 'data', 'juries', 'topics', 'values', 'coverage', 'places', 'methods', 'briefing'].map(plain),
  ...['by-group', 'leaderboard'].map(embed),
  ...['command', 'gpt-4'].map(model),
  ...['living-in-united-states', 'united-kingdom', 'mexico', 'tonga'].map(place)
];
