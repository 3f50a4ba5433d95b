/** What rows have in common, by a column of the task: a code, any other code, or a bit that is set. */
export type MemberCondition =
  | { readonly column: string; readonly is: number }
  | { readonly column: string; readonly not: number }
  | { readonly column: string; readonly bit: number; readonly absent: number };

/** Which of so many rows meet all conditions: 1 for those that do. */
export function membersOf(
  rows: number,
  columns: Readonly<Record<string, Int32Array>>,
  where: readonly MemberCondition[]
): Uint8Array {
  const member = new Uint8Array(rows).fill(1);
  for (const condition of where) {
    const codes = columns[condition.column];
    if (!codes) throw new TypeError(`No column ${condition.column}`);
    const meets = testOf(condition);
    for (let row = 0; row < rows; row++) if (member[row] === 1 && !meets(codes[row]!)) member[row] = 0;
  }
  return member;
}

function testOf(condition: MemberCondition): (code: number) => boolean {
  if ('is' in condition) return (code) => code === condition.is;
  if ('not' in condition) return (code) => code !== condition.not;
  return (code) => code !== condition.absent && ((code >> condition.bit) & 1) === 1;
}
