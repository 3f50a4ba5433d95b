/** Digits of a number in a file: more than any picture, table or sentence shows, and half the bytes of all it has. */
const DIGITS = 10;

/** A number as files hold it, whether its figure was built ahead or answered in the page. */
export const inDigits = (value: number): number =>
  Number.isInteger(value) ? value : Number(value.toPrecision(DIGITS));
