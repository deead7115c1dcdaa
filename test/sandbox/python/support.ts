import type { Input, Limits, Output, RunOutcome, Sandbox } from "../../../src/contract/index.ts";
import { probePythonSandbox } from "../../../src/sandbox/index.ts";

/** Whether Python can be run safely here; the tests of what it does need it to be so. */
export const here = await probePythonSandbox();

/** For a title: why its tests are left out, where they are. */
export const needed = here.holds ? "" : ` (needs the sandbox for Python: ${here.remedy})`;

/** A fifth of a second of the processor's time, for programs that are meant to be stopped. */
export const TIGHT: Partial<Limits> = { work: 2 };

export interface Told {
  readonly inputs?: readonly Input[];
  readonly seed?: string;
  readonly entry?: string;
  readonly limits?: Partial<Limits>;
}

/** Runs Python whose entry is `f`, on the number 1 unless told. */
export function runPython(sandbox: Sandbox, source: string, told: Told = {}): Promise<RunOutcome> {
  const { inputs = [1], seed = "seed", entry = "f", limits = {} } = told;
  return sandbox.run({ code: { language: "python", source, entry }, inputs, seed, limits });
}

/** The outputs of a program that ran. */
export async function outputsOf(
  sandbox: Sandbox,
  source: string,
  told: Told = {},
): Promise<readonly Output[]> {
  const outcome = await runPython(sandbox, source, told);
  if (outcome.kind !== "ran") throw new Error(`not run: ${JSON.stringify(outcome)}`);
  return outcome.outputs;
}
