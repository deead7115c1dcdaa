import type { Domain } from "../../contract/index.ts";

/** How many arguments a function takes. */
export function arityOfDomain(domain: Domain): number {
  return domain.kind === "strings" ? domain.texts : domain.arguments.length;
}
