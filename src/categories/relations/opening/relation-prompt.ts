import type { FactFunction } from "../lexicon/fact-function.ts";

/** Name and version of the prompt; another wording is another version. */
export const RELATION_PROMPT = "relation/1";

/** What a language model is asked in the place of a relation. */
export function relationPrompt(
  { relation, exception }: Pick<FactFunction, "relation" | "exception">,
  text: string,
): string {
  const excepted = exception === null ? "" : `, or if ${exception.phrase}`;
  return [
    "A function takes a text that names something and gives a text.",
    "",
    `Input: ${relation.input}`,
    `Output: ${relation.output}`,
    `If the text names no such input${excepted}, the output is: undefined`,
    "",
    `Text: ${JSON.stringify(text)}`,
    "",
    "Reply with the output alone, as short as it can be said, or with the word undefined.",
    "Output:",
  ].join("\n");
}
