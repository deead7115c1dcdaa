import type { Input, JsonObject, ProblemForm } from "../../contract/index.ts";
import { MOST_INPUTS } from "./limits.ts";

/** The inputs of a call of `ask`, or what was expected instead. */
export type AskedInputs =
  | { readonly kind: "inputs"; readonly inputs: readonly Input[] }
  | { readonly kind: "malformed"; readonly expected: string };

/** The JSON Schema of what `ask` takes. */
export function askParameters({ inputSchema }: ProblemForm): JsonObject {
  return {
    type: "object",
    properties: {
      inputs: { type: "array", items: inputSchema, minItems: 1, maxItems: MOST_INPUTS },
    },
    required: ["inputs"],
    additionalProperties: false,
  };
}

/** Reads what a model gave for the inputs of `ask`. */
export function readInputs(given: unknown, form: ProblemForm): AskedInputs {
  const malformed = { kind: "malformed", expected: expectedInputs(form) } as const;
  if (!Array.isArray(given) || given.length === 0 || given.length > MOST_INPUTS) return malformed;
  const inputs: Input[] = [];
  for (const each of given) {
    const input = form.readInput(each);
    if (input === null) return malformed;
    inputs.push(input);
  }
  return { kind: "inputs", inputs };
}

/** What inputs look like, in words. */
export function expectedInputs({ arguments: { length: arity }, words }: ProblemForm): string {
  const [, several] = words.argument;
  const what = arity === 1 ? several : `lists of ${arity} ${several} each, one list per input`;
  return `from 1 to ${MOST_INPUTS} inputs as a list of ${what}, such as ${JSON.stringify(exampleOf(arity, words.examples))}`;
}

function exampleOf(arity: number, examples: readonly (number | string)[]): unknown {
  if (arity === 1) return examples.slice(0, 2);
  return [Array.from({ length: arity }, (_, i) => examples[i % examples.length])];
}
