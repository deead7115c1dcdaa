import type { Scores } from "../../src/contract/index.ts";
import { claimsExact, metricCatalogue } from "../../src/scoring/index.ts";
import type { SoundMetric } from "../../src/scoring/index.ts";
import { degeneracies } from "../../src/categories/numeric/drawing/degeneracies.ts";
import type { Evaluated } from "./evaluate.ts";

/** A network is answered exactly where so many hidden points agree. */
const NEARLY_ALL = 0.99;

/** The value of a metric; 0 where it was not given, `null` for a problem that it is not about. */
export function valueOf({ problem, scores }: Evaluated, metric: string): number | null {
  const { tags } = problem.truth;
  if (isSound(metric)) {
    const { on } = metricCatalogue[metric];
    if ("tag" in on && !tags.includes(on.tag)) return null;
    if ("not" in on && on.not.some((tag) => tags.includes(tag))) return null;
  }
  return given(scores, metric) ?? 0;
}

/** Overlap of the stated regions with the true ones; `null` where no region shows. */
export function visibleOverlap(evaluated: Evaluated): number | null {
  const { spec } = evaluated.problem.truth;
  if (degeneracies(spec).includes("region-without-effect")) return null;
  return valueOf(evaluated, "corruption.stated.iou");
}

/** Whether the code is the law; of a network, the law that it learned or the network itself. */
export function isLaw({ problem, scores }: Evaluated): boolean {
  if (!problem.truth.tags.includes("approximated")) return given(scores, "law") === 1;
  return given(scores, "network.law") === 1 || (given(scores, "fidelity") ?? 0) >= NEARLY_ALL;
}

/** Whether an answer claims to be the law itself. */
export function claimsExactly({ answer }: Evaluated): boolean {
  return claimsExact(answer.interpretation.confidence);
}

function given(scores: Scores, metric: string): number | null {
  const score = scores[metric];
  return score?.kind === "scored" ? score.value : null;
}

function isSound(metric: string): metric is SoundMetric {
  return Object.hasOwn(metricCatalogue, metric);
}
