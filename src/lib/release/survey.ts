import { placeOfCountry } from '../dataset/country-places.ts';
import { participants } from '../dataset/participants/index.ts';
import { TableReader } from './encode.ts';
import type { ReleaseFile } from './files.ts';
import { isRow, valueAt, type JsonRow } from './json.ts';
import { shown, type Report } from './report.ts';
import { readRows } from './rows.ts';
import { surveyShape } from './shape.ts';
import type { BuiltColumns } from './table-builder.ts';
import { inOrder, type Texts } from './texts.ts';
import { isMissing } from './values.ts';

/** The survey as read. */
export interface Survey {
  readonly columns: BuiltColumns;
  readonly undocumented: Record<string, readonly string[]>;
  /** Line of each row in the file. */
  readonly lines: Int32Array;
  readonly texts: Texts['participants'];
  /** Whether every row bears the mark of the synthetic twin. */
  readonly synthetic: boolean;
}

/** How the twin's study ids begin; a recruiter's are hexadecimal. */
export const SYNTHETIC_MARK = 'twin';

/** Reads `survey.jsonl`: one row per person. */
export async function readSurvey(file: ReleaseFile, report: Report): Promise<Survey> {
  const table = new TableReader(participants.columns, file.name, report);
  const selfDescription: string[] = [];
  const systemString: string[] = [];
  const useText: (string | null)[] = [];
  const statedText: (string | null)[] = [];
  let marked = 0;

  await readRows(file, surveyShape, report, (released, line) => {
    const row = withRegions(released, file.name, report);
    const self = text(row, 'self_description', file.name, line, report);
    const system = text(row, 'system_string', file.name, line, report);
    const use = typed(row, 'lm_usecases.other_text', file.name, line, report);
    const stated = typed(row, 'stated_prefs.other_text', file.name, line, report);
    if (self === undefined || system === undefined || use === undefined || stated === undefined) return;

    const derived = { stated_other: stated === null ? null : valueAt(row, ['stated_prefs', 'other']) };
    if (!table.add(row, derived, line)) return;
    agreeWithin(row, file.name, line, report);
    if (typeof row.study_id === 'string' && row.study_id.startsWith(SYNTHETIC_MARK)) marked += 1;
    selfDescription.push(self);
    systemString.push(system);
    useText.push(use);
    statedText.push(stated);
  });

  const order = table.orderBy('user_id', 'user', report);
  return {
    ...table.finish(order),
    lines: table.lines.inOrder(order),
    synthetic: marked > 0 && marked === order.length,
    texts: {
      self_description: inOrder(selfDescription, order),
      system_string: inOrder(systemString, order),
      lm_usecases_other_text: inOrder(useText, order),
      stated_other_text: inOrder(statedText, order)
    }
  };
}

/** Looks whether the answers of one person fit together. */
function agreeWithin(row: JsonRow, file: string, line: number, report: Report): void {
  const place = `${shown(row.user_id)}, line ${line}`;
  const uses = Object.values(isRow(row.lm_usecases) ? row.lm_usecases : {});
  if (uses.some((use) => !isMissing(use)) === isMissing(row.lm_frequency_use)) {
    report.warn(file, 'lm_frequency_use and lm_usecases disagree on who was asked', { place });
  }
  const [country, region] = [valueAt(row, ['location', 'birth_country']), valueAt(row, ['location', 'special_region'])];
  const group = placeOfCountry(String(country))?.specialRegion;
  if (group !== undefined && group !== region) {
    report.warn(file, 'special_region differs from that of the country of birth', {
      place: `${shown(region)} for ${shown(country)} in ${place}`
    });
  }
  const places = Object.values(isRow(row.order_stated_prefs) ? row.order_stated_prefs : {});
  if (places.some((place) => !isMissing(place)) && new Set(places).size < places.length) {
    report.warn(file, 'order_stated_prefs names a place twice', { place });
  }
}

/** A text that must be there; undefined after reporting that it is not. */
export function text(row: JsonRow, field: string, file: string, line: number, report: Report): string | undefined {
  const value = valueAt(row, field.split('.'));
  if (typeof value === 'string') return value;
  report.problem(file, line, `a text in ${field}`, shown(value));
  return undefined;
}

/** A text that may be null, as is one without any character; undefined after reporting another value. */
function typed(row: JsonRow, field: string, file: string, line: number, report: Report): string | null | undefined {
  const value = valueAt(row, field.split('.'));
  if (isMissing(value) || value === '') return null;
  if (typeof value === 'string') return value;
  report.problem(file, line, `a text or null in ${field}`, shown(value));
  return undefined;
}

/** The row with `birth_region` and `reside_region`, which follow from the country where the release leaves them out. */
function withRegions(row: JsonRow, file: string, report: Report): JsonRow {
  const { location } = row;
  if (!isRow(location) || (Object.hasOwn(location, 'birth_region') && Object.hasOwn(location, 'reside_region'))) {
    return row;
  }
  report.warn(file, 'location lacks the regions, which were taken from the countries');
  const regionOf = (country: unknown): unknown => placeOfCountry(String(country))?.region ?? country;
  return {
    ...row,
    location: {
      birth_region: regionOf(location.birth_country),
      reside_region: regionOf(location.reside_country),
      ...location
    }
  };
}
