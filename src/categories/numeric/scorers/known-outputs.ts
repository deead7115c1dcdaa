import { BenchError } from "../../../core/index.ts";
import type { Output } from "../../../contract/index.ts";
import type { NumericColumn } from "../functions/column.ts";
import { evaluate } from "../functions/evaluate.ts";
import { arityOf, noiseMeanAt } from "../functions/inspect.ts";
import { isExternal } from "../functions/number-spec.ts";
import type { NumberSpec } from "../functions/number-spec.ts";
import { withoutNoise } from "../functions/without.ts";
import type { InputColumns } from "../opening/draw-source.ts";

/** Whether noise is left out or shifts each value by its mean. */
interface KnownOptions {
  readonly noise: "none" | "mean";
}

/** What a known law gives for inputs. Throws `internal` for a user's own program, which has to run. */
export function knownOutputs(
  known: NumberSpec,
  columns: InputColumns,
  { noise }: KnownOptions,
): readonly Output[] {
  if (isExternal(known))
    throw new BenchError(
      "internal",
      "Expected a law that is known here; got a user's own program; run its code",
    );
  const spec = withoutNoise(known);
  const values = evaluate(spec, widened(columns, arityOf(spec)));
  return outputsOf(values, columns, noise === "mean" ? (x) => noiseMeanAt(known, x) : () => 0);
}

/** Another problem's law may have more arguments: these are given the first one's values. */
function widened(columns: InputColumns, arity: number): InputColumns {
  const [first = new Float64Array()] = columns;
  return Array.from({ length: Math.max(arity, columns.length) }, (_, i) => columns[i] ?? first);
}

function outputsOf(
  { re, im }: NumericColumn,
  [first]: InputColumns,
  shift: (x: number) => number,
): readonly Output[] {
  return Array.from(re, (unshifted, i) => {
    const real = unshifted + shift(first?.[i] ?? 0);
    const imaginary = im?.[i] ?? 0;
    if (!Number.isFinite(real) || !Number.isFinite(imaginary)) return { kind: "undefined" };
    return { kind: "value", value: imaginary === 0 ? real : { re: real, im: imaginary } };
  });
}
