import type {
  Interpretation,
  Problem,
  RunOutcome,
  RunSummary,
  Sandbox,
  Scores,
} from "../contract/index.ts";
import { evaluate, noiseOf } from "../functions/index.ts";
import type { NumericColumn, NumericSpec } from "../functions/index.ts";
import { server } from "../harness/index.ts";
import { PUBLISHED_SCORER, publishedGrid, publishedScores } from "../scoring/index.ts";
import type { ItemLog } from "./item-log.ts";

/** The figures of one item, and the scorers that gave them. */
export interface Scored {
  readonly scores: Scores;
  readonly scorers: readonly string[];
}

/** The name of the stream that draws the published test's noise. */
const PUBLISHED_TEST = "published-test";

/** One fresh draw of what the black box serves on the published points. */
function publishedTruth({ truth }: Problem<NumericSpec>, epoch: number): NumericColumn {
  const { spec, seed } = truth;
  return server({ spec, seed, epoch, stream: PUBLISHED_TEST })(publishedGrid());
}

/** Runs an interpretation's code on the hidden inputs, scores it, and logs both. */
export async function scoreInterpretation(
  problem: Problem<NumericSpec>,
  interpretation: Interpretation,
  sandbox: Sandbox,
  log: ItemLog,
  signal: AbortSignal,
): Promise<Scored> {
  const { code } = interpretation;
  const outcome =
    code === null
      ? null
      : await sandbox.run(
          { code, inputs: [...publishedGrid()], seed: `${problem.id}/${log.item.epoch}` },
          signal,
        );
  if (outcome !== null) {
    log.add({ kind: "code-ran", purpose: PUBLISHED_TEST, outcome: summary(outcome) });
  }
  const nothing = { kind: interpretation.abstained ? "abstained" : "no-code" } as const;
  return logged(publishedScores(publishedTruth(problem, log.item.epoch), outcome ?? nothing), log);
}

function logged(scores: Scores, log: ItemLog): Scored {
  log.add({ kind: "scored", scorer: PUBLISHED_SCORER, scores });
  return { scores, scorers: [PUBLISHED_SCORER] };
}

/**
 * What a perfect answer scores: the law, the replacement in its region, and the noise's mean, as
 * `known` has them. With another problem's spec it is an answer made without looking.
 */
export function scoreKnown(
  problem: Problem<NumericSpec>,
  known: NumericSpec,
  log: ItemLog,
): Scored {
  const answers = answersOf(evaluate(known, publishedGrid()), noiseOf(known)?.mean ?? 0);
  return logged(publishedScores(publishedTruth(problem, log.item.epoch), answers), log);
}

function answersOf({ re, im }: NumericColumn, shift: number): RunOutcome {
  const outputs = Array.from(re, (real, i) => {
    const imaginary = im?.[i] ?? 0;
    if (!Number.isFinite(real) || !Number.isFinite(imaginary))
      return { kind: "undefined" } as const;
    const value = imaginary === 0 ? real + shift : { re: real + shift, im: imaginary };
    return { kind: "value", value } as const;
  });
  return { kind: "ran", outputs };
}

function summary(outcome: RunOutcome): RunSummary {
  const none = { values: 0, undefined: 0, invalid: 0, threw: 0 };
  switch (outcome.kind) {
    case "ran": {
      const count = (kind: (typeof outcome.outputs)[number]["kind"]): number =>
        outcome.outputs.filter((output) => output.kind === kind).length;
      return {
        kind: "ran",
        values: count("value"),
        undefined: count("undefined"),
        invalid: count("invalid"),
        threw: count("threw"),
      };
    }
    case "not-loaded":
      return { kind: outcome.kind, message: outcome.message, ...none };
    case "no-sandbox":
      return { kind: outcome.kind, message: outcome.remedy, ...none };
    case "timed-out":
    case "out-of-memory":
      return { kind: outcome.kind, ...none };
  }
}
