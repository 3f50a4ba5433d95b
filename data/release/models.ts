import { models } from '../../src/lib/dataset/models.ts';
import type { ReleaseFile } from './files.ts';
import { shown, type Report } from './report.ts';
import { readRows } from './rows.ts';
import { modelShape } from './shape.ts';

/** What a release says of a model; each value is a level of the column of that name. */
export interface ModelFacts {
  readonly model_family: string;
  readonly model_provider_type: string;
  readonly model_type: string;
  /** Whether `models.jsonl` was there and leaves the model out, so that the facts are those of the description. */
  readonly left?: boolean;
}

/** Facts by the model's long name. */
export type ModelTable = ReadonlyMap<string, ModelFacts>;

/** What is known of the models without `models.jsonl`. */
export function describedModels(): ModelTable {
  return new Map(
    models.map(({ longName, family, providerType, type }) => [
      longName,
      { model_family: family, model_provider_type: providerType, model_type: type }
    ])
  );
}

/** Reads `models.jsonl`: one row per model. What the file says goes before what the description says. */
export async function readModels(file: ReleaseFile, report: Report): Promise<ModelTable> {
  const read = new Map<string, ModelFacts>();
  await readRows(file, modelShape, report, (row, line) => {
    const facts: string[] = [];
    for (const key of ['long_name', 'model_family', 'model_provider_type', 'model_type']) {
      const value = row[key];
      if (typeof value === 'string' && value !== '') facts.push(value);
      else report.problem(file.name, line, `a name in ${key}`, shown(value));
    }
    const [name, family, providerType, type] = facts;
    if (name === undefined || family === undefined || providerType === undefined || type === undefined) return;
    if (read.has(name)) report.problem(file.name, line, 'every model once', `${shown(name)} again`);
    read.set(name, { model_family: family, model_provider_type: providerType, model_type: type });
  });

  const known = describedModels();
  for (const [name, facts] of read) {
    const described = known.get(name);
    if (described && JSON.stringify(described) !== JSON.stringify(facts)) {
      report.warn(file.name, `the file describes ${shown(name)} otherwise than the description does`);
    }
  }
  const left = [...known].map(([name, facts]) => [name, { ...facts, left: true }] as const);
  return new Map<string, ModelFacts>([...left, ...read]);
}
