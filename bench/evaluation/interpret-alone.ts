import type { Interpretation, Interpreter, Probe, Problem } from "../../src/contract/index.ts";
import { chanceFrom } from "../../src/core/index.ts";
import { interpreterBriefing } from "../interpreter-briefing.ts";

/** Lets an interpreter work on a problem without a run: its notes are kept nowhere. */
export function interpretAlone(
  interpreter: Interpreter,
  problem: Problem,
  probe: Probe,
  budget: number,
): Promise<Interpretation> {
  const assignment = {
    probe,
    briefing: interpreterBriefing({ ...problem.briefing, budget, rounds: null }),
    chance: chanceFrom("evaluation").fork("interpreter", interpreter.id, problem.id, 1),
    clock: { now: () => 0 },
    log: () => undefined,
  };
  return interpreter.interpret(assignment, new AbortController().signal);
}
