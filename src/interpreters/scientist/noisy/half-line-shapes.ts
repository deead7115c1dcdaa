import { ln } from "../../../core/index.ts";
import { one } from "./curves.ts";
import { simplePrior } from "./priors.ts";
import type { Shape } from "./shape.ts";

/** Laws that have no real value left of 0; `complex` tells that they have another one there. */
export function halfLineShapes(complex: boolean): readonly Shape[] {
  const root: Shape = {
    family: "root",
    base: null,
    columns: [one, (x) => (x >= 0 ? Math.sqrt(x) : 0)],
    grids: [10, 10],
    prior: simplePrior(2 * 201 * 600),
    build: ([offset = 0, scale = 0]) =>
      scale === 0
        ? null
        : { kind: "root", scale, degree: 2, offset, negative: complex ? "complex" : "undefined" },
  };
  if (complex) return [root];
  const logarithm: Shape = {
    family: "logarithm",
    base: null,
    columns: [one, ln],
    grids: [10, 0],
    prior: simplePrior(201 * 600 * 82),
    build: ([offset = 0, factor = 0]) => logarithmOf(offset, factor),
  };
  return [root, logarithm];
}

/** factor·ln(x) as a scale in tenths and a short base that come closest to the factor. */
function logarithmOf(offset: number, factor: number): ReturnType<Shape["build"]> {
  let best = { scale: 0, base: 0, gap: Infinity };
  for (let tenth = 11; tenth <= 92; tenth += 1) {
    const base = tenth / 10;
    const scale = Math.round(10 * factor * ln(base)) / 10;
    const gap = Math.abs(scale / ln(base) - factor);
    if (scale !== 0 && gap < best.gap) best = { scale, base, gap };
  }
  const { scale, base } = best;
  return scale === 0 ? null : { kind: "logarithm", scale, base, offset };
}
