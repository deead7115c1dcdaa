import type { Scores } from "../../src/contract/index.ts";
import { claimsExact } from "../../src/summaries/index.ts";
import { soundNumericMetrics } from "../../src/categories/numeric/scorers/metrics.ts";
import type { MetricWords } from "../../src/contract/index.ts";
import { degeneracies } from "../../src/categories/numeric/drawing/degeneracies.ts";
import type { Evaluated } from "./evaluate.ts";

/** A network is answered exactly where so many hidden points agree. */
const NEARLY_ALL = 0.99;

/** The value of a metric; 0 where it was not given, `null` for a problem that it is not about. */
export function valueOf({ problem, scores }: Evaluated, metric: string): number | null {
  const { tags } = problem.truth;
  const words: { readonly [metric: string]: MetricWords } = soundNumericMetrics;
  const { tag, not = [] } = words[metric]?.on ?? {};
  if (tag !== undefined && !tags.includes(tag)) return null;
  if (not.some((one) => tags.includes(one))) return null;
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
