import { describe } from "../../../categories/numeric/index.ts";
import type { Law } from "../../../categories/numeric/index.ts";
import type { Finding } from "../finding.ts";
import type { Inquiry } from "../inquiry.ts";
import { viewOf } from "../exact/view.ts";
import { explore } from "./explore.ts";
import { knotsOf } from "./knots-of.ts";
import { settlePieces } from "./settle-pieces.ts";
import type { Sketch } from "./sketch.ts";
import { settleWaves } from "./settle-waves.ts";
import { bestFormula, formulaInside, standIn } from "./symbolic/best-formula.ts";
import type { Formula } from "./symbolic/best-formula.ts";
import { targetOf } from "./symbolic/target.ts";
import { TRAINED } from "./symbolic/with-lines-outside.ts";

/** Follows the values of a function that no law of the vocabulary explains. */
export async function approximate(inquiry: Inquiry): Promise<Finding> {
  const { lab, domain, symbolic } = inquiry;
  lab.note(
    "conclusion",
    `No law of the vocabulary explains the ${lab.readings.length} answers. What is left is to follow the values, asking where straight lines between them are feared to miss most.`,
  );
  const waves = await settleWaves(inquiry);
  if (waves !== null) return waves;
  const sketch = await explore(inquiry);
  const pieces = await settlePieces(inquiry, sketch);
  if (pieces !== null) return pieces;
  const table = tableOf(inquiry, sketch);
  if (table.knots.xs.length === 0) return table;
  const target = targetOf(table.knots, domain);
  const formula = symbolic ? bestFormula(target) : standIn(target);
  if (formula !== null) {
    lab.note(
      "hypothesis",
      `The simplest formula that comes close is ${formula.name}; it leaves ${short(formula.error)} of the sum of squares.`,
    );
    return asFormula(formula);
  }
  const inside = formulaInside(target);
  return inside === null ? table : { ...table, remarks: [...table.remarks, followed(inside)] };
}

/** A table of the readings. */
export function middleTable({ lab }: Inquiry): Finding {
  const { xs, ys } = viewOf(lab.readings);
  return { ...TABLE, knots: { xs: [...xs], ys: [...ys] } };
}

const TABLE = {
  kind: "table",
  regions: [],
  noise: null,
  standing: "approximation",
  confidence: 0.1,
  remarks: [],
} as const;

type Table = Extract<Finding, { readonly kind: "table" }>;

function tableOf({ lab, domain }: Inquiry, sketch: Sketch): Table {
  const knots = knotsOf(sketch);
  const { xs } = sketch.view;
  const open = sketch.isSettled.filter(
    (isSettled, i) => !isSettled && (xs[i + 1] ?? 0) > domain.from && (xs[i] ?? 0) < domain.to,
  ).length;
  const remarks: string[] = [];
  if (open === 0 && knots.xs.length > 2)
    remarks.push("Between every two of them it was found straight.");
  const missing = lab.readings.filter(({ y }) => Number.isNaN(y)).length;
  if (missing > 0)
    remarks.push(
      `At ${missing} of ${lab.readings.length} inputs it had no value; this is left out.`,
    );
  lab.note(
    "conclusion",
    open === 0
      ? `${sketch.runs.length} straight stretches explain every answer; each kink was predicted from the lines beside it and met.`
      : `${sketch.runs.length} straight stretches are known; in ${open} gaps between answers it is not known how the function goes.`,
  );
  return { ...TABLE, knots, remarks, confidence: open === 0 ? COMPLETE : TABLE.confidence };
}

/** How likely a line with kinks that was met everywhere is the function itself. */
const COMPLETE = 0.9;

function asFormula({ name, law, error, met }: Formula): Finding {
  return {
    kind: "spec",
    spec: law,
    standing: "approximation",
    confidence: met >= 0.99 ? 0.4 : 0.1,
    remarks: [
      `This is ${name}, fitted to the answers; it leaves ${short(error)} of their sum of squares.`,
    ],
  };
}

function followed({ name, law, error }: Formula): string {
  const { from, to } = TRAINED;
  return `Between ${from} and ${to} it follows ${name} closely: there ${phrase(law)} (${short(error)} of the sum of squares is left).`;
}

function short(share: number): string {
  if (share === 0) return "nothing";
  return `${Number((100 * share).toPrecision(2))} %`;
}

function phrase(law: Law): string {
  return describe(law).replace(/\.$/u, "");
}
