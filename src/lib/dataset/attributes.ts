/** A trait of a language model that PRISM asks about. */
export interface Attribute {
  /** Key in the release's objects `stated_prefs`, `performance_attributes` and `choice_attributes`. */
  readonly key: string;
  /** Noun for labels: "Importance of factuality". */
  readonly label: string;
  /** What a model or reply with the trait does, in our own words, to follow "a model that". */
  readonly meaning: string;
}

/** The eight named traits of the survey. All but `personalisation` come back after each conversation. */
export const attributes = {
  values: { key: 'values', label: 'values', meaning: 'fits one’s own values and culture' },
  creativity: { key: 'creativity', label: 'creativity', meaning: 'has original ideas and stimulates' },
  fluency: { key: 'fluency', label: 'fluency', meaning: 'writes clearly and hangs together' },
  factuality: { key: 'factuality', label: 'factuality', meaning: 'gets its facts right and informs' },
  diversity: { key: 'diversity', label: 'diversity', meaning: 'sets out several views of the world' },
  safety: { key: 'safety', label: 'safety', meaning: 'keeps people from harm' },
  personalisation: { key: 'personalisation', label: 'personalisation', meaning: 'adapts to the person over time' },
  helpfulness: { key: 'helpfulness', label: 'helpfulness', meaning: 'is of use for what was asked' }
} as const satisfies Record<string, Attribute>;
