import { BenchError } from "../../../core/index.ts";
import { arityOf } from "./inspect.ts";
import type { NumericSpec } from "./spec.ts";

/** A column per argument, all of one length; one column alone is that of the first argument. */
export type NumericInputs = Float64Array | readonly Float64Array[];

/** The columns of a function's arguments, the first one always there. */
export type Columns = readonly [Float64Array, ...(readonly Float64Array[])];

/** Inputs as columns; throws `bad-argument` where a function has more arguments than there are. */
export function columnsFor(spec: NumericSpec, inputs: NumericInputs): Columns {
  const [first, ...rest] = inputs instanceof Float64Array ? [inputs] : inputs;
  const arity = arityOf(spec);
  if (first === undefined || rest.length + 1 < arity) {
    const came = first === undefined ? 0 : rest.length + 1;
    throw new BenchError(
      "bad-argument",
      `Expected ${arity} columns of inputs, one per argument; got ${came}; hand in the others`,
    );
  }
  return [first, ...rest];
}
