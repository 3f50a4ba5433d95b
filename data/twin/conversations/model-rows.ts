import { pythonJson } from '../python-json.ts';
import { MODELS } from './models.ts';

/** The lines of `models.jsonl`: names, family and parameters as published; what is not published is left empty, or says so. */
export function* modelRows(): Generator<string> {
  for (const model of MODELS) {
    const hosted = model.model_provider_models_jsonl === 'HuggingFace-API';
    yield pythonJson({
      long_name: model.long_name,
      short_name: model.short_name,
      longcode: model.longcode,
      model_family: model.model_family,
      model_provider: model.model_provider_models_jsonl,
      model_provider_type: model.model_provider_type,
      model_type: model.model_type,
      default_params: {},
      selected_params: parameters(model.selected_params),
      header: 'Invented for the synthetic twin: answer in a few sentences.',
      link: hosted ? `https://huggingface.co/${model.long_name}` : '',
      in_yaml: 'Yes',
      params_tested: 'Yes',
      endpoint_live: 'Yes',
      status: model.status
    });
  }
}

/** Leaves out parameters a provider does not have. */
function parameters(selected: Record<string, string | number | undefined>): Record<string, string | number> {
  const known: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(selected)) if (value !== undefined) known[name] = value;
  return known;
}
