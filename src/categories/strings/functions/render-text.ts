import type { Language } from "../../../contract/index.ts";
import { conditionCode } from "./code/condition-code.ts";
import { functionCode } from "./code/function-code.ts";
import { helpersIn } from "./code/helper.ts";
import { javascriptHelpers } from "./code/javascript-helpers.ts";
import { joinCode } from "./code/join-code.ts";
import { pythonHelpers } from "./code/python-helpers.ts";
import { arityOfText } from "./inspect.ts";
import { operationOf } from "./operations.ts";
import type { ConstantText, Joined, StringAtom, StringLaw, StringSpec } from "./spec.ts";

/**
 * A program that defines `f(s)`, or `f(s, t)`, which gives what the function gives; it raises, or
 * throws, where there is no answer. What newer versions of Unicode than 14 added, and lone
 * surrogates, may come out otherwise.
 */
export function renderText(spec: StringSpec, language: Language): string {
  const parameters = arityOfText(spec) === 1 ? ["s"] : ["s", "t"];
  const functions = definitions(spec, parameters, language);
  const helpers = language === "python" ? pythonHelpers : javascriptHelpers;
  const needed = helpersIn(functions, helpers);
  return `${needed}${functions}`.replaceAll(/\n{3,}/g, "\n\n").trimStart();
}

function definitions(spec: StringSpec, parameters: readonly string[], language: Language): string {
  if (spec.kind !== "excepted") return lawCode("f", spec, parameters, language);
  const law = lawCode("law", spec.inner, parameters, language);
  const test = conditionCode(spec.when, language);
  const otherwise = `law(${parameters.join(", ")})`;
  const body =
    language === "python"
      ? `return exception(s) if ${test} else ${otherwise}`
      : `return ${test} ? exception(s) : ${otherwise};`;
  const exception = functionCode(
    "exception",
    ["s"],
    replacementBody(spec.then, language),
    language,
  );
  return law + exception + functionCode("f", parameters, body, language);
}

function replacementBody(then: StringAtom | ConstantText, language: Language): string {
  if (then.kind !== "constant-text") return atomBody(then, language);
  const end = language === "python" ? "" : ";";
  return `return ${JSON.stringify(then.text)}${end}`;
}

function atomBody(atom: StringAtom, language: Language): string {
  return operationOf(atom.kind).render(atom, language);
}

function lawCode(
  name: string,
  law: StringLaw,
  parameters: readonly string[],
  language: Language,
): string {
  if (law.kind === "joined") return joinedCode(name, law, language);
  if (law.kind !== "chain")
    return functionCode(name, parameters, atomBody(law, language), language);
  const steps = law.steps.map((step, i) =>
    lawCode(`step_${i + 1}`, step, i === 0 ? parameters : ["s"], language),
  );
  const call = steps.reduce((inner, _, i) => `step_${i + 1}(${inner})`, parameters.join(", "));
  return steps.join("") + functionCode(name, parameters, returned(call, language), language);
}

function joinedCode(name: string, { how, left, right }: Joined, language: Language): string {
  const side = (atom: StringAtom | null, called: string): string =>
    atom === null ? "" : functionCode(called, ["s"], atomBody(atom, language), language);
  const call = `join_texts(${left === null ? "s" : "left(s)"}, ${right === null ? "t" : "right(t)"})`;
  return [
    side(left, "left"),
    side(right, "right"),
    functionCode("join_texts", ["a", "b"], joinCode(how, language), language),
    functionCode(name, ["s", "t"], returned(call, language), language),
  ].join("");
}

function returned(expression: string, language: Language): string {
  return `return ${expression}${language === "python" ? "" : ";"}`;
}
