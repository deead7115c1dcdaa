import type { Region } from "../../../contract/index.ts";
import { remarks } from "./describe.ts";
import { arityOf, corruptionOf, ruleOf } from "./inspect.ts";
import { lowerLaw, parameterNames } from "./lower.ts";
import type { Program } from "./lower.ts";
import type { Approximated, NumericSpec } from "./spec.ts";

/** A function taken apart for printing. */
export interface Rendering {
  /** The names of the arguments in order. */
  readonly parameters: readonly string[];
  /** The law; of a network, the law that it was trained on. */
  readonly law: Program;
  /** The network that answers in place of the law; `null` where there is none. */
  readonly network: Approximated | null;
  readonly exceptions: readonly { readonly region: Region; readonly program: Program }[];
  /** Sentences on scatter and noise, which the rendering itself leaves out. */
  readonly remarks: readonly string[];
}

/** Takes a function apart for printing; `numbered` writes the numbers of more than three arguments. */
export function renderingOf(spec: NumericSpec, numbered?: (index: number) => string): Rendering {
  const regions = corruptionOf(spec)?.regions ?? [];
  const rule = ruleOf(spec);
  const parameters = parameterNames(arityOf(spec), numbered);
  return {
    parameters,
    law: lowerLaw(rule.kind === "approximated" ? rule.law : rule, parameters),
    network: rule.kind === "approximated" ? rule : null,
    exceptions: regions.map((region) => ({
      region,
      program: lowerLaw(region.replacement, parameters),
    })),
    remarks: remarks(spec),
  };
}
