import type { Inquiry } from "../inquiry.ts";
import { gapsOf } from "./gaps.ts";
import type { Gap } from "./gaps.ts";
import { hingeQuestions } from "./hinge-questions.ts";
import { nextQuestions } from "./next-questions.ts";
import type { Manner } from "./next-questions.ts";
import { confirmedKinks, sketchOf } from "./sketch.ts";
import type { Sketch } from "./sketch.ts";

/** Shares of ∫ f² below which all gaps together are closed, for a line with kinks and for a curve. */
const CLOSED: Readonly<Record<Manner, number>> = { kinks: 1e-10, middles: 1e-7 };
/** The share of ∫ f² below which a single gap is closed. */
const NOTHING = 1e-16;
/** Rounds at most, so that a function without end takes an end. */
const MOST_ROUNDS = 400;
/** Predictions of kinks after which it is judged whether predicting pays. */
const TRIES = 8;
/** The share of predictions that have to come true for kinks to be predicted further. */
const PAYS = 0.15;
/** Queries below which no pairs are asked: halving gaps then tells more. */
const FEW = 40;

/** Queries from which it is worth looking beyond the ends of a domain that is understood. */
const SPARE = 8;

/**
 * Asks where straight lines between the answers are feared to miss most: in the domain, then, where
 * nothing is left to ask there, as far beyond both its ends as it is wide to either side.
 */
export async function explore(inquiry: Inquiry): Promise<Sketch> {
  const { lab, domain } = inquiry;
  const sketch = await exploreWithin(inquiry, domain);
  if (lab.left() < SPARE) return sketch;
  const half = (domain.to - domain.from) / 2;
  const wide = { from: domain.from - half, to: domain.to + half };
  await lab.ask([wide.from, wide.to, domain.from - half / 2, domain.to + half / 2]);
  return exploreWithin(inquiry, wide);
}

async function exploreWithin(inquiry: Inquiry, reach: Inquiry["domain"]): Promise<Sketch> {
  const { lab } = inquiry;
  let sketch = sketchOf(inquiry);
  const start = confirmedKinks(sketch);
  let predicted = 0;
  for (let round = 0; round < MOST_ROUNDS && lab.left() > 0; round += 1) {
    const gaps = withinReach(gapsOf(sketch), reach);
    const pays = predicted < TRIES || confirmedKinks(sketch) - start > PAYS * predicted;
    const left = lab.left();
    const manner: Manner = pays && sketch.runs.length > 0 && left > FEW ? "kinks" : "middles";
    const most = Math.max(1, Math.floor(left / 12));
    const isClosed = doubtOf(gaps) <= CLOSED[manner] * sketch.energy;
    const questions = isClosed
      ? hingeQuestions(sketch, reach)
      : nextQuestions(gaps, manner, NOTHING * sketch.energy, most);
    const asked = questions.slice(0, left);
    if (asked.length === 0) break;
    predicted += asked.filter((x) => gaps.some(({ kink }) => kink === x)).length;
    if ((await lab.ask(asked)).length === 0) break;
    sketch = sketchOf(inquiry);
  }
  return sketch;
}

function doubtOf(gaps: readonly Gap[]): number {
  return gaps.reduce((sum, { doubt }) => sum + doubt, 0);
}

/** The gaps that lie in a stretch, at least in part. */
function withinReach(gaps: readonly Gap[], reach: Inquiry["domain"]): readonly Gap[] {
  return gaps.filter(({ from, to }) => to > reach.from && from < reach.to);
}
