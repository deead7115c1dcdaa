import { timeSchema } from "./field-schemas.ts";
import { objectOf, text, textThat, whole } from "./own-form.ts";

/** Hashes that were seen to be some: a run has few. */
const seen = new Set<string>();
const MOST_SEEN = 1000;
const LONG = /^[0-9a-f]{64}$/u;
const SHORT = /^[0-9a-f]{16}$/u;

/** Whether a text is a whole SHA-256. */
export function isLongHash(value: string): boolean {
  return isHash(value, LONG);
}

/** Whether a text is the beginning of one, as configurations have it. */
export function isShortHash(value: string): boolean {
  return isHash(value, SHORT);
}

function isHash(value: string, form: RegExp): boolean {
  if (seen.has(value) && value.length === (form === LONG ? 64 : 16)) return true;
  if (!form.test(value)) return false;
  if (seen.size < MOST_SEEN) seen.add(value);
  return true;
}

/** The last date that was found to be one: a run has few. */
let date = "";
const TIME_OF_DAY = /^T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/u;

/** Whether a text is a time, as `Date` writes them. */
export function isTime(value: string): boolean {
  if (!TIME_OF_DAY.test(value.slice(10))) return false;
  if (value.startsWith(date) && date !== "") return true;
  if (!timeSchema.safeParse(value).success) return false;
  date = value.slice(0, 10);
  return true;
}

/** A time. */
export const time = textThat(isTime);

/** A hash that differs from record to record. */
export const hash = textThat((value) => LONG.test(value));

/** One piece of work. */
export const ownItem = objectOf({
  suite: textThat(isLongHash),
  problem: text,
  interpreter: text,
  configuration: textThat(isShortHash),
  epoch: whole(1),
});
