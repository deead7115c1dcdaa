import { describe } from "../../../categories/numeric/index.ts";
import { rounded } from "../decimals.ts";
import { findEdge, placeOf } from "../exact/find-edge.ts";
import { settleClean } from "../exact/settle-clean.ts";
import type { Finding } from "../finding.ts";
import type { Inquiry } from "../inquiry.ts";
import { piecewiseLaw } from "./piecewise-law.ts";
import { segmentOf } from "./segment.ts";
import type { Segment } from "./segment.ts";
import type { Sketch } from "./sketch.ts";

/** More pieces than this are a network or a curve rather than a law. */
const MOST_PIECES = 6;
/** Queries that are kept from the search for edges to test the law. */
const RESERVE = 6;

/** Few straight lines in turn as a law, tested on fresh points; `null` where they are no law. */
export async function settlePieces(inquiry: Inquiry, sketch: Sketch): Promise<Finding | null> {
  const { runs, view } = sketch;
  if (runs.length < 2 || runs.length > MOST_PIECES || !isExplained(inquiry, sketch)) return null;
  const segments = runs.map((run) => segmentOf(sketch, run));
  const ends: number[] = [];
  for (const [i, segment] of segments.slice(0, -1).entries()) {
    const next = segments[i + 1];
    const run = runs[i];
    if (next === undefined || run === undefined) return null;
    const isJump = runs[i + 1]?.first !== run.last;
    const slack = 100 * sketch.slack(run.last);
    const end = isJump ? await jump(inquiry, segment, next, slack) : kink(segment, next);
    ends.push(end ?? view.xs[run.last] ?? 0);
  }
  if (ends.some((end, i) => i > 0 && !(end > (ends[i - 1] ?? -Infinity)))) return null;
  const law = piecewiseLaw(segments, ends);
  inquiry.lab.note(
    "hypothesis",
    `${segments.length} straight lines in turn explain every answer. ${describe(law)}`,
  );
  return settleClean(inquiry, { law, rivals: [], misses: [], bits: 0 });
}

/** Whether all neighbours in the domain are on one run, or on the ends of two that follow. */
function isExplained({ domain }: Inquiry, sketch: Sketch): boolean {
  const { xs } = sketch.view;
  return sketch.isSettled.every(
    (isSettled, i) =>
      isSettled ||
      (xs[i + 1] ?? 0) < domain.from ||
      (xs[i] ?? 0) > domain.to ||
      (sketch.endingAt.has(i) && sketch.startingAt.has(i + 1)),
  );
}

/** Where two lines meet, as a short decimal if there is one. */
function kink(left: Segment, right: Segment): number | null {
  const x = (right.intercept - left.intercept) / (left.slope - right.slope);
  if (!Number.isFinite(x)) return null;
  const short = rounded(x, 4);
  return Math.abs(short - x) <= 1e-8 * Math.max(1, Math.abs(x)) ? short : x;
}

async function jump(
  inquiry: Inquiry,
  left: Segment,
  right: Segment,
  slack: number,
): Promise<number> {
  const meeting = kink(left, right);
  if (meeting !== null && meeting > left.to && meeting < right.from) return meeting;
  const edge = await findEdge(
    inquiry,
    { near: left.to, far: right.from },
    ({ x, y }) => Math.abs(left.slope * x + left.intercept - y) <= slack,
    RESERVE,
  );
  return placeOf(edge);
}
