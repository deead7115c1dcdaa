// How well the scientist does on string functions that are drawn here:
// `npx tsx bench/strings.ts --seed dev-1 --count 300 --budget 2,4,8,16,32,64,128
//   --kind paper|exceptions|depth3|two --verbose`.
// Exact means: the same on every hidden input; functions that are constant, leave texts as they are or
// look like one of their parts are counted apart.
import { parseArgs } from "node:util";
import { stdout } from "node:process";
import { mean, sortedQuantile, wilsonInterval } from "../src/core/index.ts";
import { arityOfText, isRandom } from "../src/categories/strings/index.ts";
import type { StringSpec } from "../src/categories/strings/index.ts";
import { vocabularies } from "../src/interpreters/scientist/strings/explanations.ts";
import { claimsExact } from "../src/summaries/index.ts";
import { answerFunction } from "./strings/answer-function.ts";
import type { Answered } from "./strings/answer-function.ts";
import { drawFunction, drawnKinds } from "./strings/draw-function.ts";
import { agreementWith, hiddenTruth } from "./strings/score-function.ts";
import type { HiddenTruth } from "./strings/score-function.ts";

const { values } = parseArgs({
  options: {
    seed: { type: "string", default: "dev-1" },
    count: { type: "string", default: "100" },
    budget: { type: "string", default: "32" },
    kind: { type: "string", default: "paper" },
    verbose: { type: "boolean", default: false },
  },
});
const kind = drawnKinds.find((each) => each === values.kind);
if (kind === undefined)
  throw new Error(`Expected one of ${drawnKinds.join(", ")}; got ${values.kind}`);

interface Scored {
  readonly spec: StringSpec;
  readonly truth: HiddenTruth;
  readonly answered: Answered;
  readonly agreement: number;
}

const words = vocabularies();
const problems = Array.from({ length: Number(values.count) }, (_, i) => {
  const spec = drawFunction(kind, values.seed, i);
  return { spec, truth: hiddenTruth(spec, arityOfText(spec), `${values.seed}/${i}`) };
});

stdout.write(
  "| queries allowed | functions | exact | degenerate ones exact | random ones exact | accuracy | queries mean (max) | ms median / p90 / max | exceptions found | false exceptions | sure but wrong |\n" +
    `|${" --- |".repeat(11)}\n`,
);
for (const budget of values.budget.split(",").map(Number)) {
  const scored: Scored[] = [];
  for (const { spec, truth } of problems) {
    const answered = await answerFunction(spec, budget, words);
    const guess = guessOf(answered);
    const agreement = guess === null ? 0 : agreementWith(guess, truth);
    scored.push({ spec, truth, answered, agreement });
    if (values.verbose && agreement < 1 && truth.degenerate === null)
      stdout.write(failure(scored.at(-1)));
  }
  stdout.write(`${row(budget, scored)}\n`);
}

function guessOf({ finding }: Answered): StringSpec | null {
  return finding.kind === "spec" ? finding.spec : finding.law;
}

function row(budget: number, scored: readonly Scored[]): string {
  const fair = scored.filter(({ truth }) => truth.degenerate === null);
  const excepted = scored.filter(({ spec }) => spec.kind === "excepted");
  const plain = scored.filter(({ spec }) => spec.kind !== "excepted");
  const claims = (each: Scored): boolean => guessOf(each.answered)?.kind === "excepted";
  const queries = scored.map(({ answered }) => answered.queries);
  const times = scored.map(({ answered }) => answered.milliseconds).toSorted((a, b) => a - b);
  const time = (share: number): string => (sortedQuantile(times, share) ?? NaN).toFixed(0);
  const isSure = ({ answered: { finding } }: Scored): boolean =>
    finding.kind === "spec" && claimsExact(finding.confidence);
  return [
    "",
    budget,
    fair.length,
    rate(fair, isExact),
    rate(
      scored.filter(({ truth }) => truth.degenerate !== null),
      isExact,
    ),
    rate(
      fair.filter(({ spec }) => isRandom(spec)),
      isExact,
    ),
    fair.length === 0 ? "–" : mean(fair.map(({ agreement }) => agreement)).toFixed(4),
    `${mean(queries).toFixed(1)} (${Math.max(...queries)})`,
    `${time(0.5)} / ${time(0.9)} / ${time(1)}`,
    rate(excepted, claims),
    rate(plain, claims),
    rate(fair.filter(isSure), (each) => !isExact(each)),
    "",
  ]
    .join(" | ")
    .trim();
}

function isExact({ agreement }: Scored): boolean {
  return agreement === 1;
}

function rate(scored: readonly Scored[], hits: (each: Scored) => boolean): string {
  if (scored.length === 0) return "–";
  const count = scored.filter(hits).length;
  const { low, high } = wilsonInterval(count, scored.length);
  const percent = (share: number): string => (100 * share).toFixed(1);
  return `${percent(count / scored.length)} % [${percent(low)}, ${percent(high)}] of ${scored.length}`;
}

function failure(scored: Scored | undefined): string {
  if (scored === undefined) return "";
  const { spec, answered, agreement } = scored;
  return `${JSON.stringify(spec)}\n  ${JSON.stringify(guessOf(answered))}\n  agreement ${agreement.toFixed(3)}, ${answered.queries} queries, ${answered.milliseconds.toFixed(0)} ms, ${answered.finding.kind === "spec" ? answered.finding.confidence : "seen"}\n`;
}
