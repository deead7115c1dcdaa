import { BenchError } from "../core/index.ts";
import type { Input, Output, Sandbox } from "../contract/index.ts";
import { publishedGrid } from "../categories/numeric/index.ts";
import type { FunctionFile } from "./function-file.ts";

/** By how many places each argument's points are turned against those of the one before. */
const TURN = 37;

/**
 * Runs a user's own function once, before a run is made of it. Throws `bad-data` where it does not
 * load or gives no number anywhere, `function-failed` where it passes its limits, and
 * `sandbox-unavailable`.
 */
export async function tryFunction(
  { name, code, arity }: FunctionFile,
  sandbox: Pick<Sandbox, "run">,
  signal: AbortSignal,
): Promise<void> {
  const outcome = await sandbox.run({ code, inputs: points(arity), seed: "try" }, signal);
  switch (outcome.kind) {
    case "ran":
      return refuseWithoutNumbers(name, code.entry, outcome.outputs);
    case "not-loaded":
      throw new BenchError(
        "bad-data",
        `Expected a program that loads in \`${name}\`; got ${outcome.message}; correct the file, or name another function with --entry`,
      );
    case "timed-out":
      throw failed(name, "time");
    case "out-of-memory":
      throw failed(name, "memory");
    case "crashed":
      throw new BenchError(
        "function-failed",
        `Expected \`${name}\` to run; got an end of its process: ${outcome.message}; correct the file`,
      );
    case "no-sandbox":
      throw new BenchError(
        "sandbox-unavailable",
        `Expected a sandbox to run \`${name}\` in; got none; ${outcome.remedy}`,
      );
  }
}

/** The points of the published test; with several arguments, other ones for each. */
function points(arity: number): readonly Input[] {
  const grid = [...publishedGrid()];
  if (arity === 1) return grid;
  return grid.map((x, i) =>
    Array.from({ length: arity }, (_, argument) =>
      argument === 0 ? x : (grid[(i + TURN * argument) % grid.length] ?? x),
    ),
  );
}

function refuseWithoutNumbers(name: string, entry: string, outputs: readonly Output[]): void {
  if (outputs.some((output) => output.kind === "value" && typeof output.value !== "string")) return;
  const [first] = outputs;
  throw new BenchError(
    "bad-data",
    `Expected numbers from \`${entry}\` of \`${name}\`; got ${told(first)} at the first of ${outputs.length} inputs, and no number at any; correct the file, or name another function with --entry`,
  );
}

function told(output: Output | undefined): string {
  switch (output?.kind) {
    case undefined:
    case "undefined":
      return "nothing finite";
    case "value":
      return "a text";
    case "invalid":
      return `something that is no number (${output.got})`;
    case "threw":
      return `the exception \`${output.message}\``;
  }
}

function failed(name: string, what: string): BenchError {
  return new BenchError(
    "function-failed",
    `Expected \`${name}\` to answer ${publishedGrid().length} inputs within its ${what}; got more; make it faster or smaller`,
  );
}
