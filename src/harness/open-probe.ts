import type { Answer, Input, Probe, Problem, QueryBatch, Usage } from "../contract/index.ts";
import type { NumericColumn, NumericSpec } from "../functions/index.ts";
import { server } from "./draw-source.ts";

/** Which problem to open, and how far. */
export interface ProbeOptions {
  readonly problem: Problem<NumericSpec>;
  /** Which repeat of the work, from 1: noise is drawn anew in each. */
  readonly epoch: number;
  /** Queries that may be asked; `null` means unlimited. */
  readonly budget: number | null;
  /** Rounds that may be asked; `null` means unlimited. */
  readonly rounds: number | null;
  /** Told of every round as it is answered, before the answers are handed out. */
  readonly onRound?: (round: number, batch: QueryBatch) => void;
}

/** Opens a problem as a black box. */
export function openProbe(options: ProbeOptions): Probe {
  const { problem, epoch, budget, rounds, onRound } = options;
  const { spec, seed } = problem.truth;
  const answerAll = server({ spec, seed, epoch, stream: "answers" });
  const arity = problem.briefing.domain.arguments.length;
  let used: Usage = { queries: 0, rounds: 0 };
  const left = (): number =>
    rounds !== null && used.rounds >= rounds ? 0 : (budget ?? Infinity) - used.queries;
  return {
    usage: () => used,
    remaining: () => ({
      queries: budget === null ? null : budget - used.queries,
      rounds: rounds === null ? null : rounds - used.rounds,
    }),
    ask: (inputs, signal) =>
      // Not an async function: the box answers at once, and a thrown signal still rejects.
      new Promise((resolve) => {
        signal?.throwIfAborted();
        const asked = admit(inputs, arity, left());
        const column = answerAll(Float64Array.from(asked.admitted, (x) => x));
        used = {
          queries: used.queries + asked.admitted.length,
          rounds: used.rounds + (asked.admitted.length > 0 ? 1 : 0),
        };
        const answers = fill(asked.answers, column);
        onRound?.(used.rounds, batchOf(inputs, answers));
        resolve(answers);
      }),
  };
}

interface Admission {
  /** Numbers to be answered, in order. */
  readonly admitted: readonly number[];
  /** One per input; `null` where an admitted number's answer belongs. */
  readonly answers: (Answer | null)[];
}

function admit(inputs: readonly Input[], arity: number, left: number): Admission {
  const admitted: number[] = [];
  const answers = inputs.map((input): Answer | null => {
    const x =
      typeof input !== "string" && typeof input !== "number" && arity === 1 ? input[0] : input;
    if (typeof x !== "number" || !Number.isFinite(x)) {
      return { kind: "refused", reason: "Expected a finite number" };
    }
    if (admitted.length >= left) return { kind: "budget-exhausted" };
    admitted.push(x + 0); // −0 is asked, answered and replayed as 0.
    return null;
  });
  return { admitted, answers };
}

function fill(answers: readonly (Answer | null)[], { re, im }: NumericColumn): readonly Answer[] {
  let at = 0;
  return answers.map((answer) => {
    if (answer !== null) return answer;
    const real = re[at] ?? NaN;
    const imaginary = im?.[at] ?? 0;
    at += 1;
    if (!Number.isFinite(real) || !Number.isFinite(imaginary)) {
      return { kind: "undefined", reason: "The function has no finite value here" };
    }
    return { kind: "value", value: imaginary === 0 ? real : { re: real, im: imaginary } };
  });
}

function batchOf(inputs: readonly Input[], answers: readonly Answer[]): QueryBatch {
  const missing: QueryBatch["missing"][number][] = [];
  const outputs = answers.map((answer, index) => {
    switch (answer.kind) {
      case "value":
        return answer.value;
      case "undefined":
      case "refused":
        missing.push({ index, kind: answer.kind, reason: answer.reason });
        return null;
      case "budget-exhausted":
        missing.push({ index, kind: answer.kind, reason: "No query or round is left" });
        return null;
    }
  });
  return { inputs: inputs.map(recordable), outputs, missing };
}

/** JSON has no NaN and no infinity: a refused input is recorded as text. */
function recordable(input: Input): Input {
  return typeof input === "number" && !Number.isFinite(input) ? String(input) : input;
}
