import { drawsFrom, mixNumber, mixWord, streamKey } from "../../../core/index.ts";
import type { Draws, StreamKey } from "../../../core/index.ts";
import { answersVary, scattersPerCall } from "../functions/inspect.ts";
import { serve } from "../functions/serve.ts";
import type { NumericColumn } from "../functions/column.ts";
import type { NumericSpec } from "../functions/spec.ts";

/** What decides the chance in an answer, beside the input and how often it was asked before. */
export interface ServingOptions {
  readonly spec: NumericSpec;
  /** The problem's sealed seed. */
  readonly seed: string;
  /** Which repeat of the work, from 1. */
  readonly epoch: number;
  /** `answers` for what an interpreter asks; any other name gives fresh draws. */
  readonly stream: string;
}

/** One column per argument; the i-th input is the i-th entry of each. */
export type InputColumns = readonly Float64Array[];

/**
 * A function that serves batches as the black box does: noise, scatter and all. The chance in an
 * answer depends on (seed, stream, epoch, input, earlier askings of this input) alone, so that
 * order, batches and resumption change nothing.
 */
export function server(options: ServingOptions): (inputs: InputColumns) => NumericColumn {
  const { spec, seed, epoch, stream } = options;
  const count = answersVary(spec) ? occurrenceCounter() : null;
  const perCall = streamKey(`noise/${seed}/${stream}/${epoch}`);
  const scatterPerCall = streamKey(`scatter/${seed}/${stream}/${epoch}`);
  const scatterPerInput = streamKey(`scatter/${seed}`);
  return (inputs) => {
    const occurrences = count?.(inputs) ?? null;
    const drawn = (key: StreamKey, index: number): Draws =>
      drawsFrom(() => mixWord(inputKey(key, inputs, index), occurrences?.[index] ?? 0));
    const fixed = (index: number): Draws =>
      drawsFrom(() => inputKey(scatterPerInput, inputs, index));
    return serve(spec, inputs, {
      noise: (index) => drawn(perCall, index),
      scatter: scattersPerCall(spec) ? (index) => drawn(scatterPerCall, index) : fixed,
    });
  };
}

function inputKey(key: StreamKey, inputs: InputColumns, index: number): StreamKey {
  let mixed = key;
  for (const column of inputs) mixed = mixNumber(mixed, column[index] ?? 0);
  return mixed;
}

/** Counts how often each input was seen before, over all batches. */
function occurrenceCounter(): (inputs: InputColumns) => Uint32Array {
  const seen = new Map<number | string, number>();
  return (inputs) => {
    const [first = new Float64Array()] = inputs;
    return Uint32Array.from(first, (x, i) => {
      const input = inputs.length === 1 ? x : inputs.map((column) => column[i]).join();
      const before = seen.get(input) ?? 0;
      seen.set(input, before + 1);
      return before;
    });
  };
}
