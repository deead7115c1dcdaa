import type { Columns } from "../../functions/inputs.ts";
import { added, joinedPart } from "./join.ts";
import type { Part, Span } from "./part.ts";

/** Classes that take turns along the first argument; the first part has the ends for parameters. */
export function turnsPart([ends, ...parts]: readonly Part[]): Part {
  const all = ends === undefined ? parts : [ends, ...parts];
  const count = ends?.parameters.length ?? 0;
  const joined = joinedPart(all, (spans) => spans[0] ?? { fixed: null, columns: [] });
  const span = (values: readonly number[], inputs: Columns): Span => {
    const bounds = values.slice(0, count);
    let used = count;
    const spans = parts.map((part) => {
      const own = values.slice(used, used + part.parameters.length);
      used += part.parameters.length;
      return part.span(own, inputs);
    });
    return inTurn(spans, bounds, inputs[0]);
  };
  return {
    ...joined,
    span,
    reduced: () =>
      parts.flatMap((part, i) =>
        part.reduced().map((less) => turnsPart([...all.slice(0, 1), ...parts.with(i, less)])),
      ),
  };
}

function inTurn(spans: readonly Span[], bounds: readonly number[], xs: Float64Array): Span {
  const turn = xs.map((x) => {
    const index = bounds.findIndex((bound) => x <= bound);
    return index === -1 ? bounds.length : index;
  });
  const only = (column: Float64Array, index: number): Float64Array =>
    column.map((value, i) => (turn[i] === index ? value : 0));
  const fixed = spans
    .map((span, index) => span.fixed && only(span.fixed, index))
    .reduce(added, null);
  return {
    fixed,
    columns: spans.flatMap((span, index) => span.columns.map((column) => only(column, index))),
  };
}
