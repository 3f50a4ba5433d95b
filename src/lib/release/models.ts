import { describedModelList, type ModelDetails, type ModelList, type Settings } from '../dataset/model-details.ts';
import type { ReleaseFile } from './files.ts';
import { isRow } from './json.ts';
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

const factsOf = ({ family, providerType, type }: ModelDetails): ModelFacts => ({
  model_family: family,
  model_provider_type: providerType,
  model_type: type
});

/** The facts of a list. Models that a released list leaves out are known from the description. */
export function modelTable({ from, models }: ModelList): ModelTable {
  const listed = models.map((model) => [model.longName, factsOf(model)] as const);
  if (from === 'description') return new Map(listed);
  const left = describedModelList.models.map((model) => [model.longName, { ...factsOf(model), left: true }] as const);
  return new Map<string, ModelFacts>([...left, ...listed]);
}

/** Reads `models.jsonl`: one row per model, in the order of the file. */
export async function readModels(file: ReleaseFile, report: Report): Promise<ModelList> {
  const read = new Map<string, ModelDetails>();
  await readRows(file, modelShape, report, (row, line) => {
    const facts: string[] = [];
    for (const key of ['long_name', 'model_family', 'model_provider_type', 'model_type']) {
      const value = row[key];
      if (typeof value === 'string' && value !== '') facts.push(value);
      else report.problem(file.name, line, `a name in ${key}`, shown(value));
    }
    const [longName, family, providerType, type] = facts;
    if (longName === undefined || family === undefined || providerType === undefined || type === undefined) return;
    if (read.has(longName)) report.problem(file.name, line, 'every model once', `${shown(longName)} again`);
    read.set(longName, {
      longName,
      shortName: words(row.short_name) ?? longName,
      family,
      providerType,
      type,
      settings: settings(row.selected_params) ?? {},
      defaults: settings(row.default_params),
      systemPrompt: words(row.header),
      link: address(row.link, file.name, line, report),
      status: words(row.status)
    });
  });

  const known = modelTable(describedModelList);
  for (const [name, details] of read) {
    const described = known.get(name);
    if (described && JSON.stringify(described) !== JSON.stringify(factsOf(details))) {
      const [here, there] = [Object.values(factsOf(details)), Object.values(described)].map((facts) =>
        facts.join(', ')
      );
      report.warn(file.name, `the file describes ${shown(name)} otherwise than the description does`, {
        place: `${here} for ${there}`
      });
    }
  }
  return { from: 'release', models: [...read.values()] };
}

/** A text with something in it. */
function words(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value : null;
}

/** The address of a page on the web; another would lead to a page of the site that is not there, or run as a program. */
function address(value: unknown, file: string, line: number, report: Report): string | null {
  const link = words(value)?.trim() ?? null;
  if (link === null || (/^https?:/i.test(link) && URL.canParse(link))) return link;
  report.warn(file, 'link is not the address of a web page, and was left out', {
    place: `line ${line}: ${shown(link)}`
  });
  return null;
}

/** The settings that have a value; null where there are none. */
function settings(value: unknown): Settings | null {
  if (!isRow(value)) return null;
  const given = Object.entries(value).filter(([, one]) => ['string', 'number', 'boolean'].includes(typeof one));
  return given.length === 0 ? null : (Object.fromEntries(given) as Settings);
}
