import type { Answer, Input } from "../../../contract/index.ts";
import { isExternal } from "../functions/number-spec.ts";
import type { NumericProblem } from "../problem.ts";
import { blackBox } from "./black-box.ts";
import type { Served } from "./black-box.ts";
import type { InputCheck, OpenOptions } from "../../common/index.ts";
import type { InputColumns } from "./draw-source.ts";
import { isFunctionFault } from "../../common/index.ts";

/** Checks batches for a function of numbers. */
export function numberInputCheck(problem: NumericProblem, options: OpenOptions): InputCheck {
  const serve = servingWithin(problem, options);
  const arity = problem.briefing.domain.arguments.length;
  return (inputs, left) => {
    const { columns, count, answers } = admit(inputs, arity, left);
    return {
      count,
      answer: (signal) => {
        const serving = serve(columns, signal);
        if (!(serving instanceof Promise)) return fill(answers, serving);
        return serving.then((served) => (served === null ? null : fill(answers, served)));
      },
    };
  };
}

type Serve = (columns: InputColumns, signal?: AbortSignal) => Served | Promise<Served | null>;

/** Serves a batch; `null` where the black box was closed while a user's own program was asked. */
function servingWithin(
  problem: NumericProblem,
  { closing, onFault, ...options }: OpenOptions,
): Serve {
  const answerAll = blackBox({ ...options, problem, stream: "answers" });
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
  if (!isExternal(problem.truth.spec)) return answerAll;
  return (columns, signal) => {
    const ending = [closing, signal].filter((each) => each !== undefined);
    return unlessClosed(Promise.resolve(answerAll(columns, AbortSignal.any(ending))));
  };
}

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
  return input.length === arity && input.every((part) => Number.isFinite(part));
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
