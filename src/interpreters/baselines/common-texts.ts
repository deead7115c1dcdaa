import type { Chance } from "../../core/index.ts";

const WORDS =
  "apple banana bread bridge cat cloud coffee dog dream eight evening fish forest garden green hello house ice island jazz kite lemon light machine moon morning music night ocean orange paper piano quick quiet rain river school seven silver stone summer table test tiger tree umbrella violin water window winter world yellow zebra".split(
    " ",
  );
const MARKS = ["", "", "", "!", "?", ".", "12", "7", "2024"];

/** Everyday texts: words and short phrases in several cases, some with a number or a mark. */
export function commonTexts(
  count: number,
  texts: number,
  chance: Chance,
): readonly (readonly string[])[] {
  const own = chance.fork("common-texts");
  return Array.from({ length: count }, () => Array.from({ length: texts }, () => textFrom(own)));
}

function textFrom(chance: Chance): string {
  const pick = (list: readonly string[]): string => list[chance.integer(0, list.length - 1)] ?? "";
  const words = Array.from({ length: chance.integer(1, 3) }, () => pick(WORDS));
  const phrase = words.join(" ") + pick(MARKS);
  switch (chance.integer(0, 3)) {
    case 0:
      return phrase.toUpperCase();
    case 1:
      return phrase.charAt(0).toUpperCase() + phrase.slice(1);
    default:
      return phrase;
  }
}
