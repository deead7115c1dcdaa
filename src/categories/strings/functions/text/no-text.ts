import type { NoText } from "../string-operation.ts";

/** What an operation gives that needs a character where the text is empty. */
export const noCharacter: NoText = { kind: "undefined", reason: "the text has no characters" };

/** No answer, for a reason. */
export function noText(reason: string): NoText {
  return { kind: "undefined", reason };
}
