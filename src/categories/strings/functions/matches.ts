import type { Condition } from "./spec.ts";
import { characterIs } from "./text/character-is.ts";

/** Whether a text meets a condition; lengths are counted in code points. */
export function matches(condition: Condition, text: string): boolean {
  switch (condition.kind) {
    case "starts-with": {
      const [first] = text;
      return first !== undefined && characterIs[condition.class](first);
    }
    case "ends-with": {
      const last = Array.from(text.slice(-2)).at(-1);
      return last !== undefined && characterIs[condition.class](last);
    }
    case "contains":
      return [...text].some(characterIs[condition.class]);
    case "contains-letter":
      return text.includes(condition.letter);
    case "longer-than":
      return [...text].length > condition.length;
    case "shorter-than":
      return [...text].length < condition.length;
  }
}
