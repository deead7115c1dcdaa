import type { Answer, Input, Probe, QueryBatch, Usage } from "../contract/index.ts";
import { categoryOf } from "../categories/index.ts";
import type { ProbeOptions } from "./probe-options.ts";

/** Opens a problem as a black box. */
export function openProbe(options: ProbeOptions): Probe {
  const { problem, budget, rounds, onBatch, closing } = options;
  const opening = categoryOf(problem.category).open(problem, options);
  // Whoever asks hears of a failure; nobody has to ask.
  if (opening instanceof Promise) opening.catch(() => undefined);
  let used: Usage = { queries: 0, rounds: 0 };
  let batches = 0;
  const left = (): number =>
    rounds !== null && used.rounds >= rounds ? 0 : (budget ?? Infinity) - used.queries;
  const ask = async (
    inputs: readonly Input[],
    signal?: AbortSignal,
  ): Promise<readonly Answer[]> => {
    signal?.throwIfAborted();
    if (closing?.aborted === true) return inputs.map(() => CLOSED);
    const check = opening instanceof Promise ? await opening : opening;
    const { count, answer } = check(inputs, left());
    used = { queries: used.queries + count, rounds: used.rounds + (count > 0 ? 1 : 0) };
    const answering = answer(signal);
    const answers = answering instanceof Promise ? await answering : answering;
    if (answers === null) return inputs.map(() => CLOSED);
    batches += 1;
    await onBatch?.(batches, batchOf(inputs, answers));
    return answers;
  };
  return {
    usage: () => used,
    remaining: () => ({
      queries: budget === null ? null : budget - used.queries,
      rounds: rounds === null ? null : rounds - used.rounds,
    }),
    ask: (inputs, signal) => {
      const answered = ask(inputs, signal);
      answered.catch(() => undefined); // One who does not wait for answers must not end the process.
      return answered;
    },
  };
}

const CLOSED: Answer = {
  kind: "refused",
  reason: "Expected questions before the answer; this one came after it",
};

type Missing = QueryBatch["missing"][number];

function batchOf(inputs: readonly Input[], answers: readonly Answer[]): QueryBatch {
  const missing = new Map<string, Missing & { readonly indices: number[] }>();
  const miss = (kind: Missing["kind"], reason: string, index: number): null => {
    const key = `${kind} ${reason}`;
    const same = missing.get(key);
    if (same === undefined) missing.set(key, { kind, reason, indices: [index] });
    else same.indices.push(index);
    return null;
  };
  const outputs = answers.map((answer, index) => {
    switch (answer.kind) {
      case "value":
        return answer.value;
      case "undefined":
      case "refused":
        return miss(answer.kind, answer.reason, index);
      case "budget-exhausted":
        return miss(answer.kind, "No query or round is left", index);
    }
  });
  return { inputs: inputs.map(recordable), outputs, missing: [...missing.values()] };
}

/** JSON has no NaN and no infinity: a refused input is recorded as text. */
function recordable(input: Input): Input {
  if (typeof input === "string") return input;
  if (typeof input === "number") return Number.isFinite(input) ? input : String(input);
  return input.every((part) => typeof part === "string" || Number.isFinite(part))
    ? input
    : input.join();
}
