/** What a text holds, read as JSON. */
export type ParsedJson =
  | { readonly kind: "json"; readonly value: unknown }
  | { readonly kind: "broken"; readonly cause: unknown };

/** A text read as JSON; a text that is none is an answer, not a throw. */
export function parseJson(text: string): ParsedJson {
  try {
    return { kind: "json", value: JSON.parse(text) };
  } catch (cause) {
    return { kind: "broken", cause };
  }
}
