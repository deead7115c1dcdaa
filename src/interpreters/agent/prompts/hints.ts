import type { Briefing } from "../../../contract/index.ts";
import type { Protocol } from "../agent-options.ts";

/** What a run gives away beforehand; empty for most. */
export function hintsOf({ domain, hints }: Briefing, protocol: Protocol): string {
  const network =
    "What you see may be computed by a small neural network that was trained to imitate a formula: it then follows the formula only roughly, and poorly far out.";
  const own = protocol === "find" && domain.kind === "numeric" ? [network] : [];
  return [...own, ...hints].join("\n");
}
