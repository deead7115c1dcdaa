import { BenchError } from "../core/index.ts";
import type { Input, Output, Sandbox } from "../contract/index.ts";
import type { FunctionFile } from "./function-file.ts";

/**
 * Runs a user's own function once on some inputs, before a run is made of it. Throws `bad-data` where it does not
 * load or gives no number anywhere, `function-failed` where it passes its limits, and
 * `sandbox-unavailable`.
 */
export async function tryFunction(
  { name, code }: FunctionFile,
  inputs: readonly Input[],
  sandbox: Pick<Sandbox, "run">,
  signal: AbortSignal,
): Promise<void> {
  const outcome = await sandbox.run({ code, inputs, seed: "try" }, signal);
  switch (outcome.kind) {
    case "ran":
      return refuseWithoutNumbers(name, code.entry, outcome.outputs);
    case "not-loaded":
      throw new BenchError(
        "bad-data",
        `Expected a program that loads in \`${name}\`; got ${outcome.message}; correct the file, or name another function with --entry`,
      );
    case "timed-out":
      throw failed(name, inputs, "time");
    case "out-of-memory":
      throw failed(name, inputs, "memory");
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

function failed(name: string, inputs: readonly Input[], what: string): BenchError {
  return new BenchError(
    "function-failed",
    `Expected \`${name}\` to answer ${inputs.length} inputs within its ${what}; got more; make it faster or smaller`,
  );
}
