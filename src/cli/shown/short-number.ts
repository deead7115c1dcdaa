/** Digits of numbers that were asked or answered. */
const DIGITS = 9;
/** Digits of numbers within text. */
const DIGITS_IN_TEXT = 6;

/** A number with at most nine digits that count. */
export function shortNumber(value: number): string {
  return String(Number(value.toPrecision(DIGITS)));
}

/** Text in which numbers of more than nine digits that count are rounded to six. */
export function withShortNumbers(text: string): string {
  return text.replaceAll(/\d+\.\d+(?:e[+-]?\d+)?/giu, (number) => {
    const digits = number.replace(/e.*$/iu, "").replace(".", "").replace(/^0+/u, "");
    if (digits.length <= DIGITS) return number;
    return String(Number(Number(number).toPrecision(DIGITS_IN_TEXT)));
  });
}
