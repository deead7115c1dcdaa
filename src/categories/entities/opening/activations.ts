import type { Backends } from "../../../contract/index.ts";
import { askerOf } from "../../common/index.ts";
import type { EntitySpec } from "../functions/spec.ts";
import { rounded } from "../lexicon/lexicon.ts";
import { ENTITY_PROMPT, entityPrompt } from "./entity-prompt.ts";
import type { Unit } from "./unit.ts";

/** Activations of words without a unit's noise; `null` where its backend could not tell. */
export type Activations = (
  texts: readonly string[],
) => readonly (number | null)[] | Promise<readonly (number | null)[]>;

/** How a unit answers by its backend. Words of its exception are never asked of a model. */
export function activationsOf(
  spec: EntitySpec,
  unit: Unit,
  backends: Backends | undefined,
): Activations {
  const { backend } = spec;
  if (backend.name !== "model") return (texts) => texts.map((text) => unit.activation(text));
  const ask = askerOf(backend, ENTITY_PROMPT, backends);
  const answer = async (text: string): Promise<number | null> => {
    if (unit.isException(text)) return unit.activation(text);
    const given = await ask(entityPrompt(spec, text));
    return typeof given === "number" ? rounded(given) : null;
  };
  return (texts) => Promise.all(texts.map(answer));
}
