import { drawsFrom, streamKey } from "../../../core/index.ts";
import type { Input, Output, TestBatch, TestParts } from "../../../contract/index.ts";
import { inTestOrder } from "../../common/index.ts";
import { arityOfText } from "../functions/inspect.ts";
import { serveText } from "../functions/serve-text.ts";
import type { StringSpec } from "../functions/spec.ts";
import type { StringProblem } from "../problem.ts";

/** What a known string function gives in a test, in the order of the test; draws at random are its own. */
export function knownStringOutputs(
  known: StringSpec,
  batch: TestBatch,
  name: string,
  { problem, epoch }: Pick<TestParts<StringProblem>, "problem" | "epoch">,
): readonly Output[] {
  const stream = `known/${problem.truth.seed}/${epoch}/${name}`;
  const outputs = batch.inputs.map((input, i) =>
    outputOf(known, input, `${stream}/${batch.order[i] ?? i}`),
  );
  return inTestOrder(batch, outputs);
}

function outputOf(known: StringSpec, input: Input, stream: string): Output {
  const asked = typeof input === "object" ? input.map(String) : [String(input)];
  // Another problem's function may take more strings, or fewer: the first stands in.
  const strings = Array.from({ length: arityOfText(known) }, (_, i) => asked[i] ?? asked[0] ?? "");
  // Hashed at the first draw: most functions draw nothing.
  const result = serveText(
    known,
    strings,
    drawsFrom(() => streamKey(stream)),
  );
  return typeof result === "string" ? { kind: "value", value: result } : { kind: "undefined" };
}
