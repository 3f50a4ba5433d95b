/** Stands for null in a column: the smallest 32-bit integer, which no released value takes. */
export const MISSING = -0x8000_0000;

/**
 * A 32-bit checksum (FNV-1a) of the columns of a table and their names, in hexadecimal: written beside the values and
 * compared when they are read, so that a file damaged on its way cannot turn into other numbers.
 */
export function checksum(columns: Iterable<readonly [name: string, values: Int32Array]>): string {
  let sum = 0x811c9dc5;
  const add = (value: number) => {
    sum = Math.imul(sum ^ value, 0x01000193);
    // Without this, high bits would never reach low ones.
    sum ^= sum >>> 15;
  };
  for (const [name, values] of columns) {
    for (let i = 0; i < name.length; i++) add(name.charCodeAt(i));
    for (let i = 0; i < values.length; i++) add(values[i]!);
  }
  return (sum >>> 0).toString(16).padStart(8, '0');
}

/** Key of the checksum among a file's own notes. */
export const CHECKSUM = 'checksum';
