import * as z from "zod";
import type { Domain, Input, JsonObject } from "../../contract/index.ts";
import { arityOfDomain } from "./arity-of-domain.ts";
import { MOST_INPUTS } from "./limits.ts";

/** The inputs of a call of `ask`, or what was expected instead. */
export type AskedInputs =
  | { readonly kind: "inputs"; readonly inputs: readonly Input[] }
  | { readonly kind: "malformed"; readonly expected: string };

/** The JSON Schema of what `ask` takes. */
export function askParameters(domain: Domain): JsonObject {
  const one = { type: domain.kind === "numeric" ? "number" : "string" };
  const arity = arityOfDomain(domain);
  const items = arity === 1 ? one : { type: "array", items: one, minItems: arity, maxItems: arity };
  return {
    type: "object",
    properties: { inputs: { type: "array", items, minItems: 1, maxItems: MOST_INPUTS } },
    required: ["inputs"],
    additionalProperties: false,
  };
}

/** Reads what a model gave for the inputs of `ask`. */
export function readInputs(given: unknown, domain: Domain): AskedInputs {
  const parsed = inputsSchema(domain).safeParse(given);
  return parsed.success
    ? { kind: "inputs", inputs: parsed.data }
    : { kind: "malformed", expected: expectedInputs(domain) };
}

/** What inputs look like, in words. */
export function expectedInputs(domain: Domain): string {
  const arity = arityOfDomain(domain);
  const numeric = domain.kind === "numeric";
  const one = numeric ? "numbers" : "texts";
  const what = arity === 1 ? one : `lists of ${arity} ${one} each, one list per input`;
  const example = numeric ? exampleOf(arity, [1.5, -20, 3]) : exampleOf(arity, ["Abc", "x1", "?"]);
  return `from 1 to ${MOST_INPUTS} inputs as a list of ${what}, such as ${JSON.stringify(example)}`;
}

function exampleOf(arity: number, [a, b, c]: readonly [Json, Json, Json]): unknown {
  if (arity === 1) return [a, b];
  return [Array.from({ length: arity }, (_, i) => [a, b, c][i % 3])];
}

type Json = number | string;

const schemas = new WeakMap<Domain, z.ZodType<readonly Input[]>>();

/** Making a schema takes longer than reading with it. */
function inputsSchema(domain: Domain): z.ZodType<readonly Input[]> {
  const schema = schemas.get(domain) ?? schemaOf(domain);
  schemas.set(domain, schema);
  return schema;
}

function schemaOf(domain: Domain): z.ZodType<readonly Input[]> {
  const arity = arityOfDomain(domain);
  const bounded = <T extends Input>(one: z.ZodType<T>): z.ZodType<readonly Input[]> =>
    z.array(one).min(1).max(MOST_INPUTS);
  if (domain.kind === "numeric")
    return arity === 1 ? bounded(z.number()) : bounded(z.array(z.number()).length(arity));
  return arity === 1 ? bounded(z.string()) : bounded(z.array(z.string()).length(arity));
}
