import type { Estimate } from "../contract/index.ts";
import { metricCatalogue } from "../scoring/index.ts";
import type { SoundMetric } from "../scoring/index.ts";
import { countFigure, errorFigure, NO_FIGURE, percent, range } from "./figures.ts";
import type { SoundCell } from "./sound-table.ts";

/** A share in percent, an error, a count or signed bits. */
function soundFigure(metric: SoundMetric, value: number, decimals = 1): string {
  switch (metricCatalogue[metric].kind) {
    case "rate":
      return percent(value, decimals);
    case "error":
      return errorFigure(value);
    case "count":
      return countFigure(value);
    case "bits":
      return signed(value);
  }
}

/** The value of a cell, or a dash. */
export function cellValue(metric: SoundMetric, { estimate }: SoundCell): string {
  return estimate === null ? NO_FIGURE : soundFigure(metric, estimate.value);
}

/** The interval of a cell, without brackets; empty where a single item has none. */
export function cellInterval(metric: SoundMetric, cell: SoundCell, decimals = 1): string {
  const { estimate } = cell;
  if (estimate === null || hasNoInterval(metric, estimate)) return "";
  const between = metricCatalogue[metric].kind === "bits" ? "…" : "–";
  const figure = (end: number): string => soundFigure(metric, end, decimals);
  return range(estimate, figure, between);
}

/** How many items a cell is over, where that is fewer than it could have been; else empty. */
export function cellSize({ items, estimate }: SoundCell): string {
  return estimate !== null && estimate.n < items ? `n ${estimate.n}` : "";
}

function hasNoInterval(metric: SoundMetric, { n }: Estimate): boolean {
  return n < 2 && metricCatalogue[metric].kind !== "rate";
}

function signed(value: number): string {
  const text = value.toFixed(1);
  if (Number(text) === 0) return "0.0";
  return value > 0 ? `+${text}` : text.replace("-", "−");
}
