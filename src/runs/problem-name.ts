import type { Problem, ProblemName } from "../contract/index.ts";

/** What a problem is called: all that a recorded answer may be found by. */
export function problemName({ id, truth }: Problem<unknown>): ProblemName {
  const { provenance } = truth;
  return { id, officialId: provenance.source === "find" ? provenance.officialId : null };
}
