import type { Evaluated } from "./evaluate.ts";
import { claimsExactly, isLaw, valueOf, visibleOverlap } from "./judge.ts";

/** What is said of a problem that was not answered perfectly; `null` where it was. */
export function failure(evaluated: Evaluated): string | null {
  const { problem, answer } = evaluated;
  const missed = missedBy(evaluated);
  if (missed.length === 0) return null;
  const { id, truth } = problem;
  const { provenance } = truth;
  const name = provenance.source === "find" ? ` (${provenance.officialId})` : "";
  const { description, confidence, regions, noise } = answer.interpretation;
  return [
    `${id}${name}: ${missed.join(", ")}; confidence ${confidence ?? "none"}, ${answer.queries} queries, ${answer.time.toFixed(0)} ms`,
    `  tags  ${truth.tags.join(" ")}`,
    `  truth ${oneLine(truth.description)}`,
    `  says  ${oneLine(description)}`,
    `  regions ${JSON.stringify(regions.map(({ from, to }) => [from, to]))}, noise ${JSON.stringify(noise)}`,
  ].join("\n");
}

function missedBy(evaluated: Evaluated): readonly string[] {
  const { scores } = evaluated;
  const measured = Object.keys(scores);
  const lost = ["nmse<0.1", "form", "law", "network.law", "noise.kind", "noise.scale"].filter(
    (metric) => measured.includes(metric) && valueOf(evaluated, metric) === 0,
  );
  const overlap = measured.includes("corruption.stated.iou") ? visibleOverlap(evaluated) : null;
  const isFalse = measured.includes("length") && claimsExactly(evaluated) && !isLaw(evaluated);
  return [
    ...lost.map((metric) => `no ${metric}`),
    ...(valueOf(evaluated, "corruption.stated.false") === 1 ? ["false region"] : []),
    ...(overlap !== null && overlap < 0.9 ? [`region IoU ${overlap.toFixed(2)}`] : []),
    ...(isFalse ? ["false exact claim"] : []),
  ];
}

/** A description in at most so many characters. */
const LONGEST = 600;

function oneLine(text: string): string {
  const line = text.replaceAll(/\s+/gu, " ");
  return line.length <= LONGEST ? line : `${line.slice(0, LONGEST)}…`;
}
