import { models } from './models.ts';

/** Decoding settings by the provider's own names, such as `temperature`; values as released. */
export type Settings = Readonly<Record<string, string | number | boolean>>;

/** What is known of a model besides its replies; null where the release does not say. */
export interface ModelDetails {
  /** Name in the release: `utterances.model_name`. */
  readonly longName: string;
  /** What the reader sees. */
  readonly shortName: string;
  /** Levels of `model_family`, `model_provider_type` and `model_type`, as released. */
  readonly family: string;
  readonly providerType: string;
  readonly type: string;
  /** The settings the study chose. */
  readonly settings: Settings;
  /** The settings the provider would have used. */
  readonly defaults: Settings | null;
  /** What the model was told before each conversation. */
  readonly systemPrompt: string | null;
  /** Where the makers describe it. */
  readonly link: string | null;
  /** Whether it could be reached throughout: "Deployed Successfully (but fails intermittently)". */
  readonly status: string | null;
}

/** `static/data/models.json`: what the release says of its models. Real but for what the twin invents. */
export interface ModelList {
  /** `release`: from `models.jsonl`. `description`: that file was not there, and what only it says is null. */
  readonly from: 'release' | 'description';
  readonly models: readonly ModelDetails[];
}

/** What is known of the models without `models.jsonl`. */
export const describedModelList: ModelList = {
  from: 'description',
  models: models.map(({ longName, shortName, family, providerType, type, parameters }) => ({
    longName,
    shortName,
    family,
    providerType,
    type,
    settings: parameters,
    defaults: null,
    systemPrompt: null,
    link: null,
    status: null
  }))
};

/** What is known of one model, and from where. */
export interface KnownModel {
  readonly details: ModelDetails;
  /** `omitted`: the release has a list of models that leaves this one out, so the details are the description's. */
  readonly from: ModelList['from'] | 'omitted';
}

/** What is known of the model of that name in the release; undefined where neither a list nor the description has it. */
export function knownModel({ from, models: listed }: ModelList, longName: string): KnownModel | undefined {
  const of = ({ models: list }: ModelList) => list.find((model) => model.longName === longName);
  const found = of({ from, models: listed });
  if (found) return { details: found, from };
  const described = of(describedModelList);
  return described && { details: described, from: 'omitted' };
}
