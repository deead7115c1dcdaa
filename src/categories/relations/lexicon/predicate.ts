import type { Member } from "./fact-class.ts";
import type { FactException } from "./facts.ts";
import { keyOf, wordsOf } from "./key-of.ts";

/**
 * Whether an exception holds for a member that was named in these words; `unsure` where it is not
 * known, or true by a value that is not the first one only, as Asia is of Russia: such inputs are in
 * no test, and are no exceptions.
 */
export type Holds = "yes" | "no" | "unsure";

/** Whether a member is an exception; how an input is spelt decides exceptions about names. */
export function holds(exception: FactException, member: Member, input: string): Holds {
  const { attribute, value } = exception;
  const test = testOf(value);
  if (attribute === "name") {
    const asAsked = test(input);
    return asAsked === test(member.name) ? yesOrNo(asAsked) : asAsked ? "unsure" : "no";
  }
  const [first, ...others] = member.values(attribute);
  if (first === undefined) return "unsure";
  if (test(first)) return "yes";
  return others.some(test) ? "unsure" : "no";
}

function yesOrNo(value: boolean): Holds {
  return value ? "yes" : "no";
}

/** What a value of an exception asks of a value of a member. */
function testOf(value: string): (given: string) => boolean {
  const bound = Number(value.slice(1));
  if (value.startsWith(">")) return (given) => Number(given) > bound;
  if (value.startsWith("<")) return (given) => Number(given) < bound;
  const start = /^starts:(?<start>.+)$/u.exec(value)?.groups?.["start"];
  if (start !== undefined) {
    const begin = start.toLowerCase();
    return (given) => written(given).startsWith(begin);
  }
  const key = keyOf(value);
  return (given) => keyOf(given) === key;
}

/** As it is written, its article included: «The Mikado» begins with T. */
function written(text: string): string {
  return wordsOf(`x ${text}`).slice(2);
}
