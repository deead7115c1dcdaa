import { operationOf } from "../../../categories/strings/index.ts";
import type { StringAtom, TextResult } from "../../../categories/strings/index.ts";
import type { Outcome } from "./outcome.ts";

/** Everything that an operation may give for a text, all as likely as each other. */
export function outcomesOf(atom: StringAtom, text: string): readonly Outcome[] {
  return operationOf(atom.kind).outcomes(atom, text).map(outcomeOf);
}

/** What an operation that draws nothing at random gives for a text, or for no text. */
export function applied(atom: StringAtom, text: Outcome): Outcome {
  if (text === null) return null;
  const result = operationOf(atom.kind).outcomes(atom, text)[0];
  return result === undefined ? null : outcomeOf(result);
}

/** Whether an operation may give this for a text. */
export function canGive(atom: StringAtom, text: string, outcome: Outcome): boolean {
  const results = operationOf(atom.kind).outcomes(atom, text);
  for (let i = 0; i < results.length; i += 1) {
    const result = results[i];
    if (result !== undefined && outcomeOf(result) === outcome) return true;
  }
  return false;
}

function outcomeOf(result: TextResult): Outcome {
  return typeof result === "string" ? result : null;
}
