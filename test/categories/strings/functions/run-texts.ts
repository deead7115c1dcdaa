import { spawnSync } from "node:child_process";
import type { Output, Sandbox } from "../../../../src/contract/index.ts";
import { renderText } from "../../../../src/categories/strings/index.ts";
import type { StringSpec } from "../../../../src/categories/strings/index.ts";

/** A function and the inputs to run its program on. */
export interface Trial {
  readonly spec: StringSpec;
  readonly inputs: readonly (readonly string[])[];
}

/** What came out: a text, or nothing where the program raised. */
export type Came = string | null;

/** Runs the Python programs of all trials in one process. */
export function runInPython(trials: readonly Trial[]): readonly (readonly Came[])[] {
  const programs = trials.map(({ spec, inputs }) => ({
    source: renderText(spec, "python"),
    inputs,
  }));
  const run = spawnSync("python3", ["-c", PYTHON], {
    input: JSON.stringify(programs),
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  if (run.status !== 0) throw new Error(`Expected Python to end well; it said ${run.stderr}`);
  const columns: readonly (readonly Came[])[] = JSON.parse(run.stdout);
  return columns;
}

const PYTHON = `
import json, sys

def answer(f, texts):
    try:
        return f(*texts)
    except (ArithmeticError, LookupError, TypeError, ValueError):
        return None

columns = []
for program in json.load(sys.stdin):
    names = {}
    exec(program["source"], names)
    columns.append([answer(names["f"], texts) for texts in program["inputs"]])
json.dump(columns, sys.stdout)
`;

const CALL = "const call = (texts) => f(...JSON.parse(texts));";

/** Runs the JavaScript program of one trial in a sandbox. */
export async function runInSandbox(sandbox: Sandbox, trial: Trial): Promise<readonly Came[]> {
  const { spec, inputs } = trial;
  const source = `${renderText(spec, "javascript")}\n${CALL}`;
  const outcome = await sandbox.run({
    code: { language: "javascript", source, entry: "call" },
    inputs: inputs.map((texts) => JSON.stringify(texts)),
    seed: "texts",
  });
  if (outcome.kind !== "ran") throw new Error(`Expected it to run; got ${JSON.stringify(outcome)}`);
  return outcome.outputs.map(came);
}

function came(output: Output): Came {
  if (output.kind === "threw") return null;
  if (output.kind === "value" && typeof output.value === "string") return output.value;
  throw new Error(`Expected a text or an exception; got ${JSON.stringify(output)}`);
}
