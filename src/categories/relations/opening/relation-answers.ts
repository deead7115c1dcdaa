import type { Backends } from "../../../contract/index.ts";
import { askerOf } from "../../common/index.ts";
import { functionOf } from "../lexicon/function-of.ts";
import type { RelationSpec } from "../problem.ts";
import { RELATION_PROMPT, relationPrompt } from "./relation-prompt.ts";
import { serveRelation } from "./serve-relation.ts";

/** What a relation gives for inputs, in their order; `null` where it has no answer. */
export type RelationAnswers = (
  inputs: readonly string[],
) => readonly (string | null)[] | Promise<readonly (string | null)[]>;

/** How a relation answers by its backend; `seed` decides which answers of the facts are wrong. */
export function relationAnswers(
  spec: RelationSpec,
  seed: string,
  backends: Backends | undefined,
): RelationAnswers {
  const { backend } = spec;
  if (backend.name !== "model") {
    const serve = serveRelation(spec, seed);
    return (inputs) => inputs.map(serve);
  }
  const known = functionOf(spec);
  const ask = askerOf(backend, RELATION_PROMPT, backends);
  const answer = async (input: string): Promise<string | null> => {
    const given = await ask(relationPrompt(known, input));
    return given === null ? null : String(given);
  };
  return (inputs) => Promise.all(inputs.map(answer));
}
