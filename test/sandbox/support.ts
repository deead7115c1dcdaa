import type {
  Input,
  Language,
  Limits,
  Output,
  RunOutcome,
  Sandbox,
} from "../../src/contract/index.ts";

/**
 * A short wait until a program is stopped, for programs that are meant to be stopped: two million
 * steps of JavaScript, a fifth of a second of the processor's time for Python.
 */
export const TIGHT: Partial<Limits> = { work: 2 };

export interface Told {
  readonly inputs?: readonly Input[];
  readonly seed?: string;
  readonly entry?: string;
  readonly limits?: Partial<Limits>;
}

/** Ways to run the programs of a language. */
export function programsIn(language: Language) {
  /** Runs a program whose entry is `f`, on the number 1 unless told. */
  const run = (sandbox: Sandbox, source: string, told: Told = {}): Promise<RunOutcome> => {
    const { inputs = [1], seed = "seed", entry = "f", limits = {} } = told;
    return sandbox.run({ code: { language, source, entry }, inputs, seed, limits });
  };
  /** The outputs of a program that ran. */
  const outputs = async (
    sandbox: Sandbox,
    source: string,
    told: Told = {},
  ): Promise<readonly Output[]> => {
    const outcome = await run(sandbox, source, told);
    if (outcome.kind !== "ran") throw new Error(`not run: ${JSON.stringify(outcome)}`);
    return outcome.outputs;
  };
  return { run, outputs };
}

export const { run: runIn, outputs: outputsIn } = programsIn("javascript");

/** The outcome of a program that gave these values. */
export function ran(...values: (number | string)[]): RunOutcome {
  return { kind: "ran", outputs: values.map((value) => ({ kind: "value", value })) };
}

/** The outcome of a program that threw on its only input. */
export function threw(message: string): RunOutcome {
  return { kind: "ran", outputs: [{ kind: "threw", message }] };
}

/** The outcome of a program that gave something else than a value on its only input. */
export function invalid(got: string): RunOutcome {
  return { kind: "ran", outputs: [{ kind: "invalid", got }] };
}
