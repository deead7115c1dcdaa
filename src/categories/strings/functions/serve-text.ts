import type { Draws } from "../../../core/index.ts";
import { noText } from "./text/no-text.ts";
import { checkTexts } from "./check-texts.ts";
import { joinTexts } from "./join-texts.ts";
import { matches } from "./matches.ts";
import { operationOf } from "./operations.ts";
import type { ConstantText, StringAtom, StringLaw, StringSpec } from "./spec.ts";
import type { TextResult } from "./string-operation.ts";

/**
 * What a function gives for one input, drawn where it draws at random. Throws `bad-argument` for
 * another number of texts than it takes.
 */
export function serveText(spec: StringSpec, texts: readonly string[], draws: Draws): TextResult {
  checkTexts(spec, texts);
  const [first = "", second = ""] = texts;
  if (spec.kind !== "excepted") return serveLaw(spec, first, second, draws);
  return matches(spec.when, first)
    ? serveReplacement(spec.then, first, draws)
    : serveLaw(spec.inner, first, second, draws);
}

function serveReplacement(then: StringAtom | ConstantText, text: string, draws: Draws): TextResult {
  return then.kind === "constant-text" ? then.text : serveAtom(then, text, draws);
}

function serveLaw(law: StringLaw, first: string, second: string, draws: Draws): TextResult {
  if (law.kind === "chain") {
    return law.steps.reduce<TextResult>(
      (result, step) =>
        step.kind === "joined"
          ? serveLaw(step, first, second, draws)
          : serveAtom(step, result, draws),
      first,
    );
  }
  if (law.kind !== "joined") return serveAtom(law, first, draws);
  const left = serveAtom(law.left, first, draws);
  const right = serveAtom(law.right, second, draws);
  if (typeof left !== "string") return left;
  return typeof right === "string" ? joinTexts(law.how, left, right) : right;
}

function serveAtom(atom: StringAtom | null, text: TextResult, draws: Draws): TextResult {
  if (atom === null || typeof text !== "string") return text;
  const operation = operationOf(atom.kind);
  const drawn = operation.draw?.(atom, text, draws) ?? operation.outcomes(atom, text)[0];
  return drawn ?? noText("there is no outcome");
}
