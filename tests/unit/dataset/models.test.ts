import { describe, expect, it } from 'vitest';
import { describedModelList, findModel, knownModel, models, type ModelList } from '../../../src/lib/dataset/index.ts';
import { utterances } from '../../../src/lib/dataset/utterances/index.ts';
import published from '../../../data/published/models.json' with { type: 'json' };

const { model, model_family, model_provider, model_provider_type, model_type } = utterances.columns;

describe('the models', () => {
  it('are the 21 published ones', () => {
    expect(models).toHaveLength(21);
    for (const row of published.models) {
      const found = findModel(row.long_name);
      expect(found).toMatchObject({
        shortName: row.short_name,
        family: row.model_family,
        provider: row.model_provider_utterances,
        providerType: row.model_provider_type,
        type: row.model_type,
        billions: row.billions_params_from_name
      });
      for (const [name, value] of Object.entries(found!.parameters)) {
        expect((row.selected_params as Record<string, unknown>)[name]).toBe(value);
      }
    }
  });

  it('are described by levels only', () => {
    const has = (levels: readonly { value: unknown }[], value: string): boolean =>
      levels.some((level) => level.value === value);
    for (const { longName, family, provider, providerType, type } of models) {
      expect(has(model.levels, longName)).toBe(true);
      expect(has(model_family.levels, family)).toBe(true);
      expect(has(model_provider.levels, provider)).toBe(true);
      expect(has(model_provider_type.levels, providerType)).toBe(true);
      expect(has(model_type.levels, type)).toBe(true);
    }
  });

  it('are known from the description where a release’s list leaves them out, and from where is told', () => {
    const [first, second] = describedModelList.models;
    const list: ModelList = { from: 'release', models: [{ ...first!, status: 'Deployed' }] };
    expect(knownModel(list, first!.longName)).toEqual({ details: { ...first, status: 'Deployed' }, from: 'release' });
    expect(knownModel(list, second!.longName)).toEqual({ details: second, from: 'omitted' });
    expect(knownModel(describedModelList, second!.longName)).toEqual({ details: second, from: 'description' });
    expect(knownModel(list, 'a-model-nobody-knows')).toBeUndefined();
  });
});
