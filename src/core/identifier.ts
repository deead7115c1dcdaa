import { sha256Hex } from "./hash.ts";

const ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
const LENGTH = 12;

/**
 * A random-looking name of 12 characters (60 bits) that a text decides, in Crockford's base 32,
 * which leaves out the letters i, l, o and u.
 */
export function identifier(text: string): string {
  const bits = BigInt(`0x${sha256Hex(text).slice(0, 15)}`);
  return Array.from(
    { length: LENGTH },
    (_, i) => ALPHABET[Number((bits >> BigInt(5 * i)) & 31n)],
  ).join("");
}
