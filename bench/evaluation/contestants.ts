import { makeInterpreter } from "../../src/app/index.ts";
import type { Interpreter } from "../../src/contract/index.ts";
import type { NumericProblem, NumericSpec } from "../../src/categories/numeric/index.ts";
import { askAs, askAtRandom } from "../ceiling/ask-for-ceiling.ts";
import { ceilingOf } from "../ceiling/ceiling.ts";

/** Who answers an evaluation's problems. */
export type Contestant =
  | { readonly kind: "interpreter"; readonly id: string; readonly interpreter: Interpreter }
  /** Answers with a spec that it is told, or makes of what it is told and the answers. */
  | { readonly kind: "told"; readonly id: string; readonly know: Know };

/** What a row that is told the truth makes of it with so many queries. */
export type Know = (problem: NumericProblem<NumericSpec>, budget: number) => Promise<NumericSpec>;

/** What is told something of the truth: everything, or what `ceilingOf` says, asking at random. */
const told: Readonly<Record<string, Know>> = {
  oracle: ({ truth }) => Promise.resolve(truth.spec),
  ceiling: async (problem, budget) => ceilingOf(problem, await askAtRandom(problem, budget)),
};
/** Before the name of the interpreter whose questions a ceiling makes the most of. */
const ASKING_AS = "ceiling@";

/** The contestants of these names, of which `ceiling@NAME` asks as the interpreter of that name. */
export function contestantsOf(names: readonly string[]): readonly Contestant[] {
  return names.map((id) => {
    const know = Object.hasOwn(told, id) ? told[id] : undefined;
    if (know !== undefined) return { kind: "told", id, know };
    const isCeiling = id.startsWith(ASKING_AS);
    const interpreter = makeInterpreter(isCeiling ? id.slice(ASKING_AS.length) : id);
    if (!isCeiling) return { kind: "interpreter", id, interpreter };
    const knowAsAsked: Know = async (problem, budget) =>
      ceilingOf(problem, await askAs(interpreter, problem, budget));
    return { kind: "told", id, know: knowAsAsked };
  });
}
