import type { Column, Level } from '../column.ts';
import { models } from '../models.ts';

const notDescribed = (what: string): Level => ({
  value: null,
  label: 'Model not described',
  which: `from models of which it is not known ${what}`
});

/** Which model wrote the reply. */
export const model = {
  model: {
    kind: 'category',
    label: 'Model',
    asked: 'The language model that wrote the reply.',
    item: '4.3.7',
    source: 'model_name',
    ordered: false,
    levels: models.map(({ longName, shortName }) => ({ value: longName, label: shortName })),
    missing: [],
    share: 'come from {}',
    which: 'from {}',
    several: 'from {} models'
  },
  model_family: {
    kind: 'category',
    label: 'Maker of the model',
    asked: 'The organisation behind the model.',
    source: { derived: 'model_family of models.jsonl, by model_name' },
    follows: 'model',
    ordered: false,
    levels: [
      { value: 'Anthropic', label: 'Anthropic' },
      { value: 'OpenAI', label: 'OpenAI' },
      { value: 'Google', label: 'Google' },
      { value: 'Cohere', label: 'Cohere' },
      { value: 'Aleph Alpha', label: 'Aleph Alpha' },
      { value: 'Meta', label: 'Meta' },
      { value: 'Mistral', label: 'Mistral' },
      { value: 'HuggingFace', label: 'Hugging Face' },
      { value: 'Other OA', label: 'Other open access', inside: 'other open-access makers' }
    ],
    missing: [notDescribed('who made them')],
    share: 'come from a model made by “{}”',
    which: 'from models made by {}',
    several: 'from models of {} makers'
  },
  model_provider: {
    kind: 'category',
    label: 'Provider of the model',
    asked: 'The service that ran the model.',
    item: '4.3.8',
    source: 'model_provider',
    follows: 'model',
    ordered: false,
    levels: [
      { value: 'anthropic', label: 'Anthropic' },
      { value: 'openai', label: 'OpenAI' },
      { value: 'google', label: 'Google' },
      { value: 'cohere', label: 'Cohere' },
      { value: 'aleph', label: 'Aleph Alpha' },
      { value: 'huggingface_api', label: 'Hugging Face' }
    ],
    missing: [],
    share: 'come from a model run by {}',
    which: 'from models run by {}',
    several: 'from models run by {} providers',
    note: 'Google’s flan-t5-xxl ran at Hugging Face, so maker and provider differ.'
  },
  model_provider_type: {
    kind: 'category',
    label: 'Commercial or open access',
    asked: 'Whether the model is sold as a service or its weights can be had.',
    source: { derived: 'model_provider_type of models.jsonl, by model_name' },
    follows: 'model',
    ordered: false,
    levels: [
      {
        value: 'Commerical',
        label: 'Commercial',
        share: 'come from commercial models',
        which: 'from commercial models'
      },
      {
        value: 'Open Access',
        label: 'Open access',
        share: 'come from open-access models',
        which: 'from open-access models'
      }
    ],
    missing: [notDescribed('whether they are commercial or open access')],
    note: 'The release spells “Commerical”.'
  },
  model_type: {
    kind: 'category',
    label: 'Chat or instruct model',
    asked: 'Whether the model was made for dialogue or for following instructions.',
    source: { derived: 'model_type of models.jsonl, by model_name' },
    follows: 'model',
    ordered: false,
    levels: [
      { value: 'Chat', label: 'Chat' },
      { value: 'Instruct', label: 'Instruct' }
    ],
    missing: [notDescribed('whether they are chat or instruct models')],
    share: 'come from {lower} models',
    which: 'from {lower} models'
  }
} as const satisfies Record<string, Column>;
