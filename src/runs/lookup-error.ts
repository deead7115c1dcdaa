import type { Output, Sandbox, Score } from "../contract/index.ts";
import { isExternal } from "../functions/index.ts";
import type { NumericColumn } from "../functions/index.ts";
import { blackBox, intervalsOf, isFunctionFault } from "../harness/index.ts";
import type { InputColumns } from "../harness/index.ts";
import { centredError } from "../scoring/index.ts";
import type { NumericExam } from "./numeric-exam.ts";
import type { SoundExam } from "./sound-exam.ts";

/**
 * The error of a table that spends so many queries on evenly spaced points and joins them by straight
 * lines, which is what `skill` is measured against. Unscored for functions of several arguments, and
 * where no query has a value.
 */
export async function lookupError(
  exam: NumericExam,
  sound: SoundExam,
  queries: number,
  sandbox: Pick<Sandbox, "run">,
  signal: AbortSignal,
): Promise<Score> {
  const before = known.get(exam)?.get(queries);
  if (before !== undefined) return before;
  const error = await errorOfTable(exam, sound, queries, sandbox, signal);
  // A user's own program may fail now and not the next time.
  if (isExternal(exam.problem.truth.spec)) return error;
  const errors = known.get(exam) ?? new Map<number, Score>();
  known.set(exam, errors.set(queries, error));
  return error;
}

/** By exam and queries: it is the same for all who spent as many. */
const known = new WeakMap<NumericExam, Map<number, Score>>();

async function errorOfTable(
  exam: NumericExam,
  { hidden, truth }: SoundExam,
  queries: number,
  sandbox: Pick<Sandbox, "run">,
  signal: AbortSignal,
): Promise<Score> {
  const { problem } = exam;
  const [domain, ...others] = intervalsOf(problem.briefing.domain);
  if (domain === undefined || others.length > 0 || queries === 0) return none();
  const { from, to } = domain;
  const xs = Float64Array.from({ length: queries }, (_, i) =>
    queries === 1 ? (from + to) / 2 : from + ((to - from) * i) / (queries - 1),
  );
  const served = await servedOrNull(exam, [xs], sandbox, signal);
  if (served === null) return none();
  const { re, im } = served;
  const defined = [...xs.keys()].filter(
    (i) => Number.isFinite(re[i]) && Number.isFinite(im?.[i] ?? 0),
  );
  if (defined.length === 0) return none();
  const table = defined.map((i) => ({ x: xs[i] ?? 0, re: re[i] ?? 0, im: im?.[i] ?? 0 }));
  const outputs = Array.from(hidden.inputs, (x) => joined(table, x));
  return centredError(truth.values, { kind: "ran", outputs }, hidden.domain);
}

/** The answers; `null` where a user's own program gives none to so many inputs at once. */
async function servedOrNull(
  { problem, epoch }: NumericExam,
  inputs: InputColumns,
  sandbox: Pick<Sandbox, "run">,
  signal: AbortSignal,
): Promise<NumericColumn | null> {
  try {
    return await blackBox({ problem, epoch, stream: "answers", sandbox })(inputs, signal);
  } catch (error) {
    if (isFunctionFault(error) && error.code !== "machine-fault") return null;
    throw error;
  }
}

interface Row {
  readonly x: number;
  readonly re: number;
  readonly im: number;
}

function joined(table: readonly Row[], x: number): Output {
  let low = 0;
  let high = table.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((table[middle]?.x ?? 0) <= x) low = middle;
    else high = middle;
  }
  const left = table[low];
  const right = table[high];
  if (left === undefined || right === undefined) return { kind: "undefined" };
  const width = right.x - left.x;
  const share = width === 0 ? 0 : Math.min(1, Math.max(0, (x - left.x) / width));
  const re = left.re + share * (right.re - left.re);
  const im = left.im + share * (right.im - left.im);
  return { kind: "value", value: im === 0 ? re : { re, im } };
}

function none(): Score {
  return { kind: "unscored", reason: "no-lookup" };
}
