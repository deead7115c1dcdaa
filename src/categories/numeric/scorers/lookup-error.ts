import type { Output, Score, TestParts } from "../../../contract/index.ts";
import { isFunctionFault } from "../../common/index.ts";
import type { NumericColumn } from "../functions/column.ts";
import { isExternal } from "../functions/number-spec.ts";
import { blackBox } from "../opening/black-box.ts";
import type { InputColumns } from "../opening/draw-source.ts";
import type { NumericProblem } from "../problem.ts";
import type { SoundNumericTest } from "../tests/sound-test.ts";
import { centredError } from "./centred-error.ts";

/**
 * The error of a table that spends so many queries on evenly spaced points and joins them by straight
 * lines, which is what `skill` is measured against. Unscored for functions of several arguments, and
 * where no query has a value.
 */
export async function lookupError(
  parts: TestParts<NumericProblem>,
  test: SoundNumericTest,
  queries: number,
  signal: AbortSignal,
): Promise<Score> {
  const before = known.get(test)?.get(queries);
  if (before !== undefined) return before;
  const error = await errorOfTable(parts, test, queries, signal);
  // A user's own program may fail now and not the next time.
  if (isExternal(parts.problem.truth.spec)) return error;
  const errors = known.get(test) ?? new Map<number, Score>();
  known.set(test, errors.set(queries, error));
  return error;
}

/** By test and queries: it is the same for all who spent as many. */
const known = new WeakMap<SoundNumericTest, Map<number, Score>>();

async function errorOfTable(
  { problem, epoch, sandbox }: TestParts<NumericProblem>,
  { hidden, truth }: SoundNumericTest,
  queries: number,
  signal: AbortSignal,
): Promise<Score> {
  const [domain, ...others] = problem.briefing.domain.arguments;
  if (domain === undefined || others.length > 0 || queries === 0) return none();
  const { from, to } = domain;
  const xs = Float64Array.from({ length: queries }, (_, i) =>
    queries === 1 ? (from + to) / 2 : from + ((to - from) * i) / (queries - 1),
  );
  const served = await servedOrNull({ problem, epoch, sandbox }, [xs], signal);
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
  { problem, epoch, sandbox }: TestParts<NumericProblem>,
  inputs: InputColumns,
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
