const SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";
const SUBSCRIPTS = "₀₁₂₃₄₅₆₇₈₉";

/** A number in running text, its sign as a word. */
export function spoken(value: number): string {
  return value < 0 ? `minus ${-value}` : String(value);
}

/** `text` with a number added or taken away; nothing is said of 0. */
export function withOffset(text: string, offset: number): string {
  if (offset === 0) return text;
  return `${text}, ${offset < 0 ? "minus" : "plus"} ${Math.abs(offset)}`;
}

/** A variable less a number, such as `x minus 3`; only the variable where the number is 0. */
export function lessBy(variable: string, amount: number): string {
  if (amount === 0) return variable;
  return `${variable} ${amount < 0 ? "plus" : "minus"} ${Math.abs(amount)}`;
}

/** Where a curve was moved to, as the tail of a phrase; nothing is said of 0. */
export function moved(shift: number, offset: number): string {
  const sideways = shift === 0 ? [] : [`${shift < 0 ? "left" : "right"} by ${Math.abs(shift)}`];
  const upright = offset === 0 ? [] : [`${offset < 0 ? "down" : "up"} by ${Math.abs(offset)}`];
  const moves = [...sideways, ...upright];
  return moves.length === 0 ? "" : `, shifted ${moves.join(" and ")}`;
}

/** A polynomial in words and powers, from the highest power down, such as `3x² minus x plus 1`. */
export function spokenPolynomial(coefficients: readonly number[], variable: string): string {
  const terms = coefficients
    .map((coefficient, exponent) => ({ coefficient, exponent }))
    .filter(({ coefficient }) => coefficient !== 0)
    .toReversed();
  if (terms.length === 0) return "0";
  return terms
    .map(({ coefficient, exponent }, i) => {
      const sign = coefficient < 0 ? "minus " : i > 0 ? "plus " : "";
      return sign + monomial(Math.abs(coefficient), exponent, variable);
    })
    .join(" ");
}

function monomial(coefficient: number, exponent: number, variable: string): string {
  if (exponent === 0) return String(coefficient);
  const power = exponent === 1 ? variable : variable + superscript(exponent);
  if (coefficient === 1) return power;
  const text = String(coefficient);
  return text.includes("e") ? `${text}·${power}` : text + power;
}

/** A whole number ≥ 0 in raised digits. */
export function superscript(value: number): string {
  return [...String(value)].map((digit) => SUPERSCRIPTS[Number(digit)] ?? "").join("");
}

/** A whole number ≥ 0 in lowered digits. */
export function subscript(value: number): string {
  return [...String(value)].map((digit) => SUBSCRIPTS[Number(digit)] ?? "").join("");
}

/** 1st, 2nd, 3rd, 4th, … */
export function ordinal(value: number): string {
  const teens = value % 100 >= 11 && value % 100 <= 13;
  const ending = teens ? "th" : (["th", "st", "nd", "rd"][value % 10] ?? "th");
  return `${value}${ending}`;
}

/** Parts of a list, each on its own letter: `(a) …; and (b) …`. */
export function lettered(parts: readonly string[]): string {
  const items = parts.map((part, i) => `(${String.fromCharCode(97 + i)}) ${part}`);
  return `${items.slice(0, -1).join("; ")}; and ${items.at(-1) ?? ""}`;
}
