import { drawsFrom, mixNumber, mixWord, streamKey } from "../core/index.ts";
import type { Draws, StreamKey } from "../core/index.ts";
import { answersVary, serve } from "../functions/index.ts";
import type { NumericColumn, NumericSpec } from "../functions/index.ts";

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

/**
 * A function that serves batches as the black box does: noise, scatter and all. The chance in an
 * answer depends on (seed, stream, epoch, input, earlier askings of this input) alone, so that
 * order, batches and resumption change nothing.
 */
export function server(options: ServingOptions): (inputs: Float64Array) => NumericColumn {
  const { spec, seed, epoch, stream } = options;
  const count = answersVary(spec) ? occurrenceCounter() : null;
  const perCall = streamKey(`noise/${seed}/${stream}/${epoch}`);
  const scatterPerCall = streamKey(`scatter/${seed}/${stream}/${epoch}`);
  const scatterPerInput = streamKey(`scatter/${seed}`);
  return (inputs) => {
    const occurrences = count?.(inputs) ?? null;
    const drawn = (key: StreamKey, index: number): Draws =>
      drawsFrom(() => mixWord(mixNumber(key, inputs[index] ?? 0), occurrences?.[index] ?? 0));
    const fixed = (index: number): Draws =>
      drawsFrom(() => mixNumber(scatterPerInput, inputs[index] ?? 0));
    return serve(spec, inputs, {
      noise: (index) => drawn(perCall, index),
      scatter: scattersPerCall(spec) ? (index) => drawn(scatterPerCall, index) : fixed,
    });
  };
}

function scattersPerCall(spec: NumericSpec): boolean {
  const inner = spec.kind === "noised" ? spec.inner : spec;
  return inner.kind === "corrupted" && inner.scatter === "per-call";
}

/** Counts how often each input was seen before, over all batches. */
function occurrenceCounter(): (inputs: Float64Array) => Uint32Array {
  const seen = new Map<number, number>();
  return (inputs) =>
    Uint32Array.from(inputs, (x) => {
      const before = seen.get(x) ?? 0;
      seen.set(x, before + 1);
      return before;
    });
}
