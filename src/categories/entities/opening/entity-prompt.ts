import type { EntitySpec } from "../functions/spec.ts";

/** Name and version of the prompt; another wording is another version. */
export const ENTITY_PROMPT = "entity/1";

/** What a language model is asked in the place of a unit. */
export function entityPrompt({ concepts, join }: EntitySpec, text: string): string {
  const [one = "", two = ""] = concepts;
  const concept = {
    or: `${one} or ${two}; either is enough`,
    and: `${one} and ${two}, both at once`,
    "and-not": `${one}, unless it is about ${two} as well`,
  };
  return [
    "Decide whether a text is about a concept. The text may be a word, a name or a short phrase.",
    "",
    `Concept: ${join === undefined ? one : concept[join]}`,
    `Text: ${JSON.stringify(text)}`,
    "",
    "Reply with one digit and nothing else: 1 if the text is about the concept or closely associated with it, 0 if it is not.",
    "Digit:",
  ].join("\n");
}
