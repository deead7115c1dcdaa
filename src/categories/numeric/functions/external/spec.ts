import type { Code } from "../../../../contract/index.ts";

/** A user's own program: what it computes is asked of a sandbox, and its law is not known here. */
export interface External extends Code {
  readonly kind: "external";
}
