/** Codes from 0 without gaps, in order of size, and how many there are. */
export function dense(codes: Int32Array): { codes: Int32Array; count: number } {
  const places = new Map([...new Set(codes)].sort((a, b) => a - b).map((code, i) => [code, i]));
  return { codes: codes.map((code) => places.get(code)!), count: places.size };
}
