/** One of the language models behind the interface. */
export interface Model {
  /** Name in the release: `utterances.model_name` and `models.long_name`. */
  readonly longName: string;
  /** What the reader sees. */
  readonly shortName: string;
  /** Who made it, as `models.model_family` has it. */
  readonly family: string;
  /** Who served it, as `utterances.model_provider` has it. */
  readonly provider: string;
  /** The release spells the first one so. */
  readonly providerType: 'Commerical' | 'Open Access';
  readonly type: 'Chat' | 'Instruct';
  /** Billions of parameters where the name says so, else null. */
  readonly billions: number | null;
  /** The sampling settings the study chose, as released. */
  readonly parameters: Readonly<Record<string, string | number>>;
}

/** Settings of the models served through Hugging Face; flags about prompt formats are left out. */
const huggingFace = { temperature: '1.0', top_p: '0.9', top_k: '50', min_tokens: '10', max_tokens: '200' } as const;

/** The 21 models: by maker, commercial makers first, then by size or age. Source: `models.jsonl` of the release. */
export const models: readonly Model[] = [
  {
    longName: 'claude-instant-1',
    shortName: 'claude-instant-1',
    family: 'Anthropic',
    provider: 'anthropic',
    providerType: 'Commerical',
    type: 'Chat',
    billions: null,
    parameters: {
      temperature: '1.0',
      top_p: '0.7',
      presence_penalty: '0.0',
      frequency_penalty: '0.0',
      max_tokens: '256',
      top_k: '5'
    }
  },
  {
    longName: 'claude-2',
    shortName: 'claude-2',
    family: 'Anthropic',
    provider: 'anthropic',
    providerType: 'Commerical',
    type: 'Chat',
    billions: null,
    parameters: {
      temperature: '1.0',
      top_p: '0.7',
      presence_penalty: '0.0',
      frequency_penalty: '0.0',
      max_tokens: '256',
      top_k: '5'
    }
  },
  {
    longName: 'claude-2.1',
    shortName: 'claude-2.1',
    family: 'Anthropic',
    provider: 'anthropic',
    providerType: 'Commerical',
    type: 'Chat',
    billions: null,
    parameters: {
      temperature: '1.0',
      top_p: '0.7',
      presence_penalty: '0.0',
      frequency_penalty: '0.0',
      max_tokens: '256',
      top_k: '5'
    }
  },
  {
    longName: 'gpt-3.5-turbo',
    shortName: 'gpt-3.5-turbo',
    family: 'OpenAI',
    provider: 'openai',
    providerType: 'Commerical',
    type: 'Chat',
    billions: null,
    parameters: {
      temperature: '1.0',
      top_p: '1.0',
      presence_penalty: '0.0',
      frequency_penalty: '0.0',
      max_tokens: '256'
    }
  },
  {
    longName: 'gpt-4',
    shortName: 'gpt-4',
    family: 'OpenAI',
    provider: 'openai',
    providerType: 'Commerical',
    type: 'Chat',
    billions: null,
    parameters: {
      temperature: '1.0',
      top_p: '1.0',
      presence_penalty: '0.0',
      frequency_penalty: '0.0',
      max_tokens: '256'
    }
  },
  {
    longName: 'gpt-4-1106-preview',
    shortName: 'gpt-4-turbo',
    family: 'OpenAI',
    provider: 'openai',
    providerType: 'Commerical',
    type: 'Chat',
    billions: null,
    parameters: {
      temperature: '1.0',
      top_p: '1.0',
      presence_penalty: '0.0',
      frequency_penalty: '0.0',
      max_tokens: '256'
    }
  },
  {
    longName: 'models/chat-bison-001',
    shortName: 'palm-2',
    family: 'Google',
    provider: 'google',
    providerType: 'Commerical',
    type: 'Chat',
    billions: null,
    parameters: { temperature: '1.0', top_p: '0.9', max_tokens: '256', top_k: '40' }
  },
  {
    longName: 'google/flan-t5-xxl',
    shortName: 'flan-t5-xxl',
    family: 'Google',
    provider: 'huggingface_api',
    providerType: 'Open Access',
    type: 'Instruct',
    billions: null,
    parameters: huggingFace
  },
  {
    longName: 'command-light',
    shortName: 'command-light',
    family: 'Cohere',
    provider: 'cohere',
    providerType: 'Commerical',
    type: 'Instruct',
    billions: null,
    parameters: { temperature: '1.0', max_tokens: '256', top_k: '5', top_p: '0.9' }
  },
  {
    longName: 'command',
    shortName: 'command',
    family: 'Cohere',
    provider: 'cohere',
    providerType: 'Commerical',
    type: 'Instruct',
    billions: null,
    parameters: { temperature: '1.0', max_tokens: '256', top_k: '5', top_p: '0.9' }
  },
  {
    longName: 'command-nightly',
    shortName: 'command-nightly',
    family: 'Cohere',
    provider: 'cohere',
    providerType: 'Commerical',
    type: 'Instruct',
    billions: null,
    parameters: { temperature: '1.0', max_tokens: '256', top_k: '5', top_p: '0.9' }
  },
  {
    longName: 'luminous-extended-control',
    shortName: 'luminous-extended-control',
    family: 'Aleph Alpha',
    provider: 'aleph',
    providerType: 'Commerical',
    type: 'Instruct',
    billions: null,
    parameters: {
      temperature: '1.0',
      top_p: '0.0',
      max_tokens: '256',
      top_k: '0',
      presence_penalty: '0.0',
      frequency_penalty: '0.0'
    }
  },
  {
    longName: 'luminous-supreme-control',
    shortName: 'luminous-supreme-control',
    family: 'Aleph Alpha',
    provider: 'aleph',
    providerType: 'Commerical',
    type: 'Instruct',
    billions: null,
    parameters: {
      temperature: '1.0',
      top_p: '0.0',
      max_tokens: '256',
      top_k: '0',
      presence_penalty: '0.0',
      frequency_penalty: '0.0'
    }
  },
  {
    longName: 'meta-llama/Llama-2-7b-chat-hf',
    shortName: 'llama-2-7b-chat',
    family: 'Meta',
    provider: 'huggingface_api',
    providerType: 'Open Access',
    type: 'Chat',
    billions: 7,
    parameters: huggingFace
  },
  {
    longName: 'meta-llama/Llama-2-13b-chat-hf',
    shortName: 'llama-2-13b-chat',
    family: 'Meta',
    provider: 'huggingface_api',
    providerType: 'Open Access',
    type: 'Chat',
    billions: 13,
    parameters: huggingFace
  },
  {
    longName: 'meta-llama/Llama-2-70b-chat-hf',
    shortName: 'llama-2-70b-chat',
    family: 'Meta',
    provider: 'huggingface_api',
    providerType: 'Open Access',
    type: 'Chat',
    billions: 70,
    parameters: huggingFace
  },
  {
    longName: 'mistralai/Mistral-7B-Instruct-v0.1',
    shortName: 'mistral-7b-instruct',
    family: 'Mistral',
    provider: 'huggingface_api',
    providerType: 'Open Access',
    type: 'Instruct',
    billions: 7,
    parameters: huggingFace
  },
  {
    longName: 'HuggingFaceH4/zephyr-7b-beta',
    shortName: 'zephyr-7b-beta',
    family: 'HuggingFace',
    provider: 'huggingface_api',
    providerType: 'Open Access',
    type: 'Chat',
    billions: 7,
    parameters: huggingFace
  },
  {
    longName: 'tiiuae/falcon-7b-instruct',
    shortName: 'falcon-7b-instruct',
    family: 'Other OA',
    provider: 'huggingface_api',
    providerType: 'Open Access',
    type: 'Instruct',
    billions: 7,
    parameters: huggingFace
  },
  {
    longName: 'OpenAssistant/oasst-sft-4-pythia-12b-epoch-3.5',
    shortName: 'pythia-12b',
    family: 'Other OA',
    provider: 'huggingface_api',
    providerType: 'Open Access',
    type: 'Chat',
    billions: 12,
    parameters: huggingFace
  },
  {
    longName: 'timdettmers/guanaco-33b-merged',
    shortName: 'guanaco-33b',
    family: 'Other OA',
    provider: 'huggingface_api',
    providerType: 'Open Access',
    type: 'Instruct',
    billions: 33,
    parameters: huggingFace
  }
];

const byLongName = new Map(models.map((model) => [model.longName, model]));

/** The model of that name in the release, if it is one of the 21. */
export function findModel(longName: string): Model | undefined {
  return byLongName.get(longName);
}
