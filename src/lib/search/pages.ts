/** A page of the site, as it stands in the navigation and is found by its names. */
export interface SitePage {
  readonly path: string;
  readonly label: string;
  readonly names: string;
  /** What stands in the navigation under another's name. */
  readonly under?: string;
}

/** The pages of the site in the order of its navigation; those `under` a name share a menu. */
export const sitePages: readonly SitePage[] = [
  {
    path: '/dashboard/',
    label: 'Dashboard',
    names: 'overview board tiles everything at once linked crossfilter slice filter who took part'
  },
  { path: '/explore/', label: 'Explore', names: 'chart map table compare filter crosstab ask any question' },
  {
    path: '/topics/',
    label: 'Topics',
    names: 'topics themes subjects who talks about what conversations dialogue diversity clusters'
  },
  {
    path: '/values/',
    label: 'Values',
    names:
      'stated preferences values wishes attributes helpfulness safety factuality said judged rewarded importance correlations'
  },
  { path: '/models/', label: 'Models', names: 'ranking leaderboard which model is best compare models' },
  {
    path: '/juries/',
    label: 'Juries',
    names: 'welfare jury sortition who decides representative choose for everyone rules voting Condorcet Borda regret'
  },
  { path: '/places/', label: 'Places', names: 'countries regions map country profiles one page' },
  {
    path: '/pairs/',
    label: 'Pairs',
    names: 'preference pairs training data chosen rejected reward model recipe download',
    under: 'Data'
  },
  {
    path: '/codebook/',
    label: 'Codebook',
    names: 'columns variables questions asked answers dictionary',
    under: 'Data'
  },
  {
    path: '/data/',
    label: 'Open a release',
    names: 'real data official release load import upload own files JSONL download offline',
    under: 'Data'
  },
  {
    path: '/coverage/',
    label: 'Who took part',
    names:
      'coverage representative sample census recruitment pay consent missing threshold who is left dropped Prolific',
    under: 'Data'
  },
  { path: '/methods/', label: 'Methods', names: 'how it works statistics formula intervals missing threshold' }
];

/** Further pages, which other pages lead to. */
export const furtherPages: readonly SitePage[] = [
  { path: '/briefing/', label: 'A briefing of your own', names: 'report print PDF pin collect figures annotate notes' },
  { path: '/', label: 'Home', names: 'start front page atlas' },
  { path: '/models/pairs/', label: 'Models, pair by pair', names: 'head to head battles against versus' },
  { path: '/models/scores/', label: 'Scores', names: 'what goes into a score length format refusals turns taste' },
  {
    path: '/methods/#sample',
    label: 'Who the numbers speak of',
    names: 'sample Prolific opt-in weights census balanced representative'
  },
  {
    path: '/methods/#threshold',
    label: 'When a number is shown',
    names: 'hidden few wide minimum 10 people suppressed small'
  },
  { path: '/methods/#missing', label: 'What is missing', names: 'missing not asked prefer not to say N/A' },
  { path: '/methods/#openers', label: 'Opening turns', names: 'opener opening turn random assignment later turns' },
  {
    path: '/methods/#coverage',
    label: 'How often the intervals hold the truth',
    names: 'coverage simulation confidence'
  },
  {
    path: '/methods/#data',
    label: 'The data, and the synthetic twin',
    names: 'synthetic twin load the real data release download'
  }
];
