import type { Estimate } from "../contract/index.ts";
import {
  countFigure,
  errorFigure,
  NO_FIGURE,
  percent,
  points,
  probability,
  range,
} from "./figures.ts";
import type { Cell, Unit } from "./section.ts";

/** A number as its column writes it: a share in percent, an error, a count, signed bits. */
function figureText(unit: Unit, value: number, decimals = 1): string {
  switch (unit) {
    case "percent":
      return percent(value, decimals);
    case "points":
      return points(value);
    case "error":
      return errorFigure(value);
    case "count":
      return countFigure(value);
    case "bits":
      return signed(value);
    case "number":
      return Number(value.toPrecision(3)).toString();
    case "probability":
      return probability(value);
  }
}

/** The value of a cell, or a dash. */
export function cellValue(unit: Unit, cell: Cell | undefined): string {
  switch (cell?.kind) {
    case "figure":
      return cell.estimate === null ? NO_FIGURE : figureText(unit, cell.estimate.value);
    case "number":
      return cell.value === null ? NO_FIGURE : figureText(unit, cell.value);
    case "text":
      return cell.text;
    case undefined:
      return NO_FIGURE;
  }
}

/** The interval of a cell, without brackets; empty where there is none, as of a single item. */
export function cellInterval(unit: Unit, cell: Cell | undefined, decimals = 1): string {
  if (cell?.kind !== "figure" || cell.estimate === null) return "";
  if (hasNoInterval(unit, cell.estimate)) return "";
  const isSigned = unit === "bits" || unit === "points";
  return range(cell.estimate, (end) => figureText(unit, end, decimals), isSigned ? "…" : "–");
}

/** How many items a cell is over, where that is fewer than it could have been; else empty. */
export function cellSize(cell: Cell | undefined): string {
  if (cell?.kind !== "figure" || cell.estimate === null) return "";
  return cell.estimate.n < cell.items ? `n ${cell.estimate.n}` : "";
}

function hasNoInterval(unit: Unit, { n }: Estimate): boolean {
  return n < 2 && unit !== "percent" && unit !== "points";
}

function signed(value: number): string {
  const text = value.toFixed(1);
  if (Number(text) === 0) return "0.0";
  return value > 0 ? `+${text}` : text.replace("-", "−");
}
