import type { Output, RunOutcome } from "../contract/index.ts";

type Ran = Extract<RunOutcome, { readonly kind: "ran" }>;

/**
 * Outputs as they go from thread to thread: a column of numbers is handed over as it is, where a list
 * of objects takes longer to send than the program takes to give it.
 */
export interface PackedOutputs {
  /** The outputs that are numbers; NaN, which no output is, for all others. */
  readonly numbers: Float64Array<ArrayBuffer>;
  /** The others, in order: a text stands for itself, `null` for no value. */
  readonly others: readonly (Output | string | null)[];
}

/** An outcome with its outputs packed. */
export type PackedOutcome =
  | Exclude<RunOutcome, Ran>
  | (Pick<Ran, "kind" | "nearLimit"> & {
      readonly outputs: PackedOutputs;
      readonly alone?: PackedOutputs;
      readonly again?: PackedOutputs;
    });

/** An outcome to be sent. */
export function packed(outcome: RunOutcome): PackedOutcome {
  if (outcome.kind !== "ran") return outcome;
  const { outputs, alone, again, ...rest } = outcome;
  return {
    ...rest,
    outputs: packedOutputs(outputs),
    ...(alone === undefined ? {} : { alone: packedOutputs(alone) }),
    ...(again === undefined ? {} : { again: packedOutputs(again) }),
  };
}

/** The outcome that was sent. */
export function unpacked(outcome: PackedOutcome): RunOutcome {
  if (outcome.kind !== "ran") return outcome;
  const { outputs, alone, again, ...rest } = outcome;
  return {
    ...rest,
    outputs: unpackedOutputs(outputs),
    ...(alone === undefined ? {} : { alone: unpackedOutputs(alone) }),
    ...(again === undefined ? {} : { again: unpackedOutputs(again) }),
  };
}

/** The memory that an outcome holds, which can be handed over without a copy. */
export function buffersOf(outcome: PackedOutcome): ArrayBuffer[] {
  if (outcome.kind !== "ran") return [];
  const { outputs, alone, again } = outcome;
  return [outputs, alone, again].flatMap((each) =>
    each === undefined ? [] : [each.numbers.buffer],
  );
}

function packedOutputs(outputs: readonly Output[]): PackedOutputs {
  const numbers = new Float64Array(outputs.length);
  const others: (Output | string | null)[] = [];
  for (let i = 0; i < outputs.length; i += 1) {
    const output = outputs[i] ?? UNDEFINED;
    const value = output.kind === "value" ? output.value : NaN;
    numbers[i] = typeof value === "number" ? value : NaN;
    if (!Number.isNaN(numbers[i])) continue;
    if (typeof value === "string") others.push(value);
    else others.push(output.kind === "undefined" ? null : output);
  }
  return { numbers, others };
}

function unpackedOutputs({ numbers, others }: PackedOutputs): readonly Output[] {
  const outputs: Output[] = [];
  let next = 0;
  for (let i = 0; i < numbers.length; i += 1) {
    const value = numbers[i] ?? NaN;
    if (!Number.isNaN(value)) {
      outputs.push({ kind: "value", value });
      continue;
    }
    const other = others[next] ?? UNDEFINED;
    outputs.push(typeof other === "string" ? { kind: "value", value: other } : other);
    next += 1;
  }
  return outputs;
}

const UNDEFINED: Output = { kind: "undefined" };
