import type { BenchError } from "../core/index.ts";
import type { Answer, Input, Probe, QueryBatch, Usage } from "../contract/index.ts";
import { isExternal } from "../functions/index.ts";
import { blackBox } from "./black-box.ts";
import type { BlackBoxOptions, Served } from "./black-box.ts";
import { isFunctionFault } from "./function-fault.ts";

/** Which problem to open, and how far; noise is drawn anew in each epoch. */
export interface ProbeOptions extends Omit<BlackBoxOptions, "stream"> {
  /** Queries that may be asked; `null` means unlimited. */
  readonly budget: number | null;
  /** Rounds that may be asked; `null` means unlimited. */
  readonly rounds: number | null;
  /** Told of every batch, numbered from 1; its answers are handed out when this has resolved. */
  readonly onBatch?: (number: number, batch: QueryBatch) => void | Promise<void>;
  /** Once it is aborted every input is refused, and nothing told or counted. */
  readonly closing?: AbortSignal;
  /** Told when a user's own program cannot answer, before whoever asked is. */
  readonly onFault?: (fault: BenchError) => void;
}

/** Opens a problem as a black box. */
export function openProbe(options: ProbeOptions): Probe {
  const { problem, budget, rounds, onBatch, closing } = options;
  const serve = servingWithin(options);
  const arity = problem.briefing.domain.arguments.length;
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
    const asked = admit(inputs, arity, left());
    used = { queries: used.queries + asked.count, rounds: used.rounds + (asked.count > 0 ? 1 : 0) };
    const serving = serve(asked.columns, signal);
    const served = serving instanceof Promise ? await serving : serving;
    if (served === null) return inputs.map(() => CLOSED);
    const answers = fill(asked.answers, served);
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

type Serve = (
  columns: Admission["columns"],
  signal?: AbortSignal,
) => Served | Promise<Served | null>;

/** Serves a batch; `null` where the black box was closed while a user's own program was asked. */
function servingWithin({ closing, onFault, ...options }: ProbeOptions): Serve {
  const answerAll = blackBox({ ...options, stream: "answers" });
  const unlessClosed = async (serving: Promise<Served>): Promise<Served | null> => {
    try {
      const served = await serving;
      return closing?.aborted === true ? null : served;
    } catch (error) {
      if (closing?.aborted === true) return null;
      if (isFunctionFault(error)) onFault?.(error);
      throw error;
    }
  };
  if (!isExternal(options.problem.truth.spec)) return answerAll;
  return (columns, signal) => {
    const ending = [closing, signal].filter((each) => each !== undefined);
    return unlessClosed(Promise.resolve(answerAll(columns, AbortSignal.any(ending))));
  };
}

const CLOSED: Answer = {
  kind: "refused",
  reason: "Expected questions before the answer; this one came after it",
};

interface Admission {
  /** Inputs to be answered, in order, one column per argument. */
  readonly columns: readonly Float64Array[];
  readonly count: number;
  /** One per input; `null` where an admitted input's answer belongs. */
  readonly answers: readonly (Answer | null)[];
}

function admit(inputs: readonly Input[], arity: number, left: number): Admission {
  const columns = Array.from({ length: arity }, () => new Float64Array(inputs.length));
  const [first] = columns;
  let count = 0;
  const answers = inputs.map((input): Answer | null => {
    if (!isLegal(input, arity)) {
      const wanted = arity === 1 ? "a finite number" : `a list of ${arity} finite numbers`;
      return { kind: "refused", reason: `Expected ${wanted}` };
    }
    if (count >= left) return { kind: "budget-exhausted" };
    // −0 is asked, answered and replayed as 0.
    if (typeof input !== "number") place(input, columns, count);
    else if (first !== undefined) first[count] = input + 0;
    count += 1;
    return null;
  });
  return { columns: columns.map((column) => column.subarray(0, count)), count, answers };
}

function place(point: readonly number[], columns: readonly Float64Array[], row: number): void {
  columns.forEach((column, argument) => (column[row] = (point[argument] ?? NaN) + 0));
}

function isLegal(input: Input, arity: number): input is number | readonly number[] {
  if (typeof input === "number") return arity === 1 && Number.isFinite(input);
  if (typeof input === "string") return false;
  return input.length === arity && input.every(Number.isFinite);
}

function fill(answers: readonly (Answer | null)[], served: Served): readonly Answer[] {
  let next = 0;
  return answers.map((answer) => {
    if (answer !== null) return answer;
    const at = next;
    next += 1;
    const real = served.re[at] ?? NaN;
    const imaginary = served.im?.[at] ?? 0;
    if (!Number.isFinite(real) || !Number.isFinite(imaginary)) {
      return { kind: "undefined", reason: served.reasonAt(at) };
    }
    return { kind: "value", value: imaginary === 0 ? real : { re: real, im: imaginary } };
  });
}

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
  return input.every(Number.isFinite) ? input : input.join();
}
