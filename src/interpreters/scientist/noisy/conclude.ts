import { median } from "../../../core/index.ts";
import { breakpointsOf, evaluate } from "../../../categories/numeric/index.ts";
import type { Law } from "../../../categories/numeric/index.ts";
import type { Finding } from "../finding.ts";
import type { Inquiry } from "../inquiry.ts";
import { familyShares, sharesOf } from "./hypothesis.ts";
import type { Hypothesis } from "./hypothesis.ts";
import type { Noise } from "./noise.ts";

/** Laws that are compared with one another at the end. */
const COMPARED = 40;
/** Points on which they are compared, and jumps of each at most. */
const POINTS = 160;
const JUMPS = 6;
/** How much likelier than the likeliest law another one has to be right within a hundredth. */
const WORTHWHILE = 0.02;
/** Confidence in a law that leaves more unexplained than noise does. */
const DOUBTFUL = 0.05;

/** What is known beside the laws alive. */
export interface Verdict {
  /** Whether the leading law explains the answers. */
  readonly explained: boolean;
  /** Whether it agreed with fresh points to the last digit. */
  readonly exact: boolean;
  /** The noise that repeats showed. */
  readonly shown: Noise | null;
}

/** The law of the likeliest family that is most probably right within a hundredth; `null` without any. */
export function concludedFrom(
  { domain }: Inquiry,
  alive: readonly Hypothesis[],
  { explained, exact, shown }: Verdict,
): Finding | null {
  const families = familyShares(alive);
  const own = alive.filter(({ family }) => family === families[0]?.[0]).slice(0, COMPARED);
  const [first] = own;
  if (first === undefined) return null;
  const masses = agreeingMasses(own, domain);
  const most = Math.max(...masses);
  const best = most > (masses[0] ?? 0) + WORTHWHILE ? masses.indexOf(most) : 0;
  const { law, noise } = own[best] ?? first;
  const { distribution, scale } = explained ? noise : (shown ?? noise);
  const probability = Math.min(0.99, (families[0]?.[1] ?? 0) * (masses[best] ?? 0));
  return {
    kind: "spec",
    spec: { kind: "noised", inner: law, distribution, scale },
    standing: !explained ? "approximation" : exact ? "exact" : "likely",
    confidence: explained ? probability : Math.min(DOUBTFUL, probability),
    remarks: [],
  };
}

/** For each hypothesis, how probable the laws are that it agrees with nearly everywhere. */
function agreeingMasses(
  own: readonly Hypothesis[],
  { from, to }: Inquiry["domain"],
): readonly number[] {
  const spread = Float64Array.from(
    { length: POINTS },
    (_, i) => from + ((to - from) * (i + 0.382 + 0.2 * ((i * 0.618) % 1))) / POINTS,
  );
  const shares = sharesOf(own);
  const exams = own.map(({ law }) => examOf(law, spread, { from, to }));
  return own.map(({ law }) =>
    exams.reduce((sum, exam, k) => sum + (passes(law, exam) ? (shares[k] ?? 0) : 0), 0),
  );
}

/** A law's values in the domain and next to its jumps, and how far a guess may be off. */
interface Exam {
  readonly xs: Float64Array;
  readonly values: Float64Array;
  readonly tolerance: Float64Array;
}

function examOf(law: Law, spread: Float64Array, { from, to }: Inquiry["domain"]): Exam {
  const jumps = breakpointsOf(law, from, to, JUMPS).flatMap((x) => [x - 1e-6, x + 1e-6]);
  const xs = Float64Array.from([...spread, ...jumps]);
  const values = evaluate(law, xs).re;
  const known = [...values.subarray(0, POINTS)].filter(Number.isFinite);
  const middle = known.length === 0 ? 0 : median(known);
  const scale = known.length === 0 ? 0 : median(known.map((value) => Math.abs(value - middle)));
  const tolerance = values.map((value) => 0.01 * Math.max(Math.abs(value), scale) + 1e-9);
  return { xs, values, tolerance };
}

/** Whether a guess agrees with nearly all values in the domain and with all next to jumps. */
function passes(guess: Law, { xs, values, tolerance }: Exam): boolean {
  const own = evaluate(guess, xs).re;
  let misses = 0;
  for (let i = 0; i < values.length; i += 1) {
    const value = values[i] ?? NaN;
    if (!Number.isFinite(value) || Math.abs(value - (own[i] ?? NaN)) <= (tolerance[i] ?? 0))
      continue;
    if (i >= POINTS) return false;
    misses += 1;
  }
  return misses <= 0.01 * POINTS;
}
