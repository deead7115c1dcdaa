import { parseArgs } from "node:util";
import { figureNames } from "./figure-names.ts";
import type { FigureName } from "./figure-names.ts";

/** What an evaluation is of. */
export interface EvaluationOptions {
  /** `official`, a shipped recipe, or a recipe file. */
  readonly suite: string;
  readonly seed: string;
  /** Problems in the suite before any are left out; `null` means as many as the recipe says. */
  readonly count: number | null;
  readonly budgets: readonly number[];
  readonly interpreters: readonly string[];
  readonly kind: Kind;
  /** Only problems with this family; `null` means all. */
  readonly family: string | null;
  /** Only the problem of this id or released name; `null` means all. */
  readonly problem: string | null;
  readonly figures: readonly FigureName[];
  readonly verbose: boolean;
}

const kinds = ["plain", "corrupted", "noised", "network", "all"] as const;

/** Which wrappers the wanted problems have. */
export type Kind = (typeof kinds)[number];

/** Reads the arguments of an evaluation. */
export function evaluationOptions(): EvaluationOptions {
  const { values } = parseArgs({
    options: {
      suite: { type: "string", default: "paper" },
      seed: { type: "string", default: "dev-1" },
      count: { type: "string" },
      budget: { type: "string", default: "64,256" },
      interpreter: { type: "string", default: "scientist" },
      kind: { type: "string", default: "all" },
      family: { type: "string" },
      problem: { type: "string" },
      metrics: { type: "string", default: figureNames.join() },
      verbose: { type: "boolean", default: false },
    },
  });
  return {
    suite: values.suite,
    seed: values.seed,
    count: values.count === undefined ? null : wholeNumber(values.count),
    budgets: values.budget.split(",").map(wholeNumber),
    interpreters: values.interpreter.split(","),
    kind: oneOf(kinds, values.kind),
    family: values.family ?? null,
    problem: values.problem ?? null,
    figures: values.metrics.split(",").map((name) => oneOf(figureNames, name)),
    verbose: values.verbose,
  };
}

function wholeNumber(text: string): number {
  const number = Number(text);
  if (text !== "" && Number.isSafeInteger(number) && number >= 0) return number;
  throw new Error(`Expected a whole number; got \`${text}\``);
}

function oneOf<T extends string>(names: readonly T[], given: string): T {
  const name = names.find((each) => each === given);
  if (name !== undefined) return name;
  throw new Error(`Expected one of ${names.join(", ")}; got \`${given}\``);
}
