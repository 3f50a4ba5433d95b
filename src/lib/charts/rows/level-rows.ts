import { findColumn, levelsOf, type Dimension, type Undocumented } from '../../dataset/index.ts';

/** The rows of each level of a dimension, by its codes; of several answers in one mask, of each that is ticked. */
export function rowsOfLevels(codes: Int32Array, by: string, extra: Undocumented): Int32Array[] {
  const column = findColumn(by)!.column as Dimension;
  const many = column.kind === 'many';
  const all = Int32Array.from(codes.keys());
  const isIn = (code: number, level: number) => {
    if (!many) return code === level;
    if (level < column.levels.length) return code > 0 && (code & (1 << level)) !== 0;
    return level === column.levels.length ? code < 0 : code === 0;
  };
  return levelsOf(by, extra).map((_, level) => all.filter((row) => isIn(codes[row]!, level)));
}
