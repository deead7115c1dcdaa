import type { Domain, NumericDomain } from "../../../contract/index.ts";

/** The intervals of a function of numbers, one per argument; none for any other function. */
export function intervalsOf(domain: Domain): NumericDomain["arguments"] {
  return domain.kind === "numeric" ? domain.arguments : [];
}
