import { BenchError } from "../core/index.ts";
import type { Spec } from "../contract/index.ts";
import type { Neighbours } from "./selected-problems.ts";

/** What a reference row answers with: the truth, or another problem's. */
export async function referenceSpec(id: string, { problem, next }: Neighbours): Promise<Spec> {
  if (id === "oracle") return problem.truth.spec;
  if (id === "chance") return (await next()).truth.spec;
  throw new BenchError(
    "unsupported-version",
    `Expected the references oracle and chance; got \`${id}\`; go on with a newer findbench`,
    { data: { id } },
  );
}
