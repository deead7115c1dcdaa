import { canonicalJson, identifier, sha256Hex } from "../../core/index.ts";
import type { Input, Language } from "../../contract/index.ts";
import { canaryOf } from "../common/index.ts";
import type { OwnFunction, OwnFunctions } from "../common/index.ts";
import { numericBriefing } from "./problem.ts";
import type { NumericProblem } from "./problem.ts";
import { publishedGrid } from "./scorers/published.ts";

/** Queries unless the run says otherwise. */
const BUDGET = 256;

const languageNames: { readonly [language in Language]: string } = {
  javascript: "JavaScript",
  python: "Python",
};

/** The problem that a user's own program of numbers is; the same file gives the same problem everywhere. */
function ownNumericProblem({ name, code, arity }: OwnFunction): NumericProblem {
  const { language, source, entry } = code;
  const own = sha256Hex(canonicalJson({ language, source, entry, arity }));
  const id = identifier(`external/${own}`);
  return {
    id,
    category: "numeric",
    briefing: numericBriefing(BUDGET, arity),
    truth: {
      id,
      seed: sha256Hex(`external/${own}`).slice(0, 32),
      spec: { kind: "external", language, source, entry },
      description: `A user's own function, \`${entry}\` in ${languageNames[language]}; what it does stands in its source alone.`,
      tags: ["external"],
      tests: { kind: "numeric", domain: 1000, region: 200, outside: 200 },
      quirks: [],
      provenance: { source: "file", name, sha256: sha256Hex(source) },
      canary: canaryOf(name, own),
    },
  };
}

/** By how many places each argument's points are turned against those of the one before. */
const TURN = 37;

/** The points of the published test; with several arguments, other ones for each. */
function trialInputs(arity: number): readonly Input[] {
  const grid = [...publishedGrid()];
  if (arity === 1) return grid;
  return grid.map((x, i) =>
    Array.from({ length: arity }, (_, argument) =>
      argument === 0 ? x : (grid[(i + TURN * argument) % grid.length] ?? x),
    ),
  );
}

/** A user's own programs as functions of numbers. */
export const ownNumericFunctions: OwnFunctions = { problemOf: ownNumericProblem, trialInputs };
