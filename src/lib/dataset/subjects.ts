import { choices } from './conversations/choice.ts';
import { performances } from './conversations/performance.ts';
import { setting } from './conversations/setting.ts';
import { topic } from './conversations/topic.ts';
import { demographics } from './participants/demographics.ts';
import { identity } from './participants/identity.ts';
import { languageModelUse } from './participants/language-model-use.ts';
import { location } from './participants/location.ts';
import { participation } from './participants/participation.ts';
import { religionAndEthnicity } from './participants/religion-and-ethnicity.ts';
import { statedPreferences } from './participants/stated-preferences.ts';
import { model } from './utterances/model.ts';
import { place } from './utterances/place.ts';
import { rating } from './utterances/rating.ts';
import { relative } from './utterances/relative.ts';
import { reply } from './utterances/reply.ts';

/** What columns are about, for lists that a reader looks through. */
export interface Subject {
  readonly label: string;
  /** Names of all its columns, of every kind, in the description's order. */
  readonly columns: readonly string[];
}

const subject = (label: string, ...sections: readonly object[]): Subject => ({
  label,
  columns: sections.flatMap((section) => Object.keys(section))
});

/** Every column under one subject, what is asked for most often first. The keys that join tables stand under the first. */
export const subjects: readonly Subject[] = [
  subject('Demographics', demographics),
  subject('Place', location),
  subject('Religion and ethnicity', religionAndEthnicity),
  subject('AI use', languageModelUse),
  subject('Values', statedPreferences),
  subject('Conversation', topic, setting),
  subject('Reply', model, rating, relative, reply, place),
  subject('Judgement of the opening', performances, choices),
  subject('Taking part', identity, participation)
];
