import type { Language, Problem, Sandbox, Scores } from "../../../src/contract/index.ts";
import type { NumericSpec } from "../../../src/categories/numeric/index.ts";
import type { StringSpec } from "../../../src/categories/strings/index.ts";
import { evaluateAnswer, scorers, testSetOf } from "../../../src/evaluation/index.ts";
import { itemLog } from "../../../src/runs/item-log.ts";
import { SILENT } from "../../../src/categories/common/silent.ts";
import { memoryStore } from "../../../src/store/index.ts";
import { manifest } from "../../store/samples.ts";
import { problemOf } from "../problem-of.ts";
import { textProblem } from "../text-problem.ts";
import type { CheatSources } from "./cheat.ts";
import { numbersInJavascript } from "./numbers-javascript.ts";
import { numbersInPython } from "./numbers-python.ts";
import { textsInJavascript, textsInPython } from "./texts.ts";

/** The rule 2x + 3 with 900 in its place from −31.7 to −12.3. */
export const corruptedLine: NumericSpec = {
  kind: "corrupted",
  inner: { kind: "linear", slope: 2, intercept: 3 },
  regions: [{ from: -31.7, to: -12.3, replacement: { kind: "constant", value: 900 } }],
  spread: 0,
  scatter: "per-input",
};

/** Reversal, except that what starts with a vowel becomes "none". */
const exceptedReversal: StringSpec = {
  kind: "excepted",
  inner: { kind: "reverse" },
  when: { kind: "starts-with", class: "vowel" },
  then: { kind: "constant-text", text: "none" },
};

/** Every set of cheating programs, with the problem that it is tried on. */
export const cheatSets: readonly {
  readonly name: string;
  readonly language: Language;
  readonly sources: CheatSources;
  problem(seed: string): Problem;
}[] = [
  {
    name: "numbers, JavaScript",
    language: "javascript",
    sources: numbersInJavascript,
    problem: (seed) => problemOf(corruptedLine, seed),
  },
  {
    name: "numbers, Python",
    language: "python",
    sources: numbersInPython,
    problem: (seed) => problemOf(corruptedLine, seed),
  },
  {
    name: "strings, JavaScript",
    language: "javascript",
    sources: textsInJavascript,
    problem: (seed) => textProblem(exceptedReversal, seed),
  },
  {
    name: "strings, Python",
    language: "python",
    sources: textsInPython,
    problem: (seed) => textProblem(exceptedReversal, seed),
  },
];

/** The sound scores of a program on a problem, through the very path of a run. */
export async function soundScoresOf(
  problem: Problem,
  language: Language,
  source: string,
  sandbox: Sandbox,
): Promise<Scores> {
  const { signal } = new AbortController();
  const testSet = await testSetOf({ problem, epoch: 1, metrics: ["sound"], sandbox }, signal);
  const log = itemLog(memoryStore(manifest), { now: () => 0 }, item(problem.id), 1);
  const interpretation = { ...SILENT, code: { language, source, entry: "f" } };
  const answered = { interpretation, queries: 0, rounds: null };
  return (await evaluateAnswer(testSet, answered, { sandbox, log, signal })).scores;
}

function item(problem: string) {
  const hash = "0".repeat(64);
  return {
    suite: hash,
    problem,
    interpreter: "cheat",
    configuration: hash.slice(0, 16),
    epoch: 1,
  };
}

/** Metrics in which a program scores better than its honest twin, but for the length of its code. */
export function gains(cheat: Scores, honest: Scores): readonly string[] {
  return Object.entries(cheat).flatMap(([metric, score]) => {
    const other = honest[metric];
    if (metric === "length" || score.kind !== "scored") return [];
    if (other?.kind !== "scored") return [metric];
    const entry = scorers
      .map(({ metrics }) => metrics[metric])
      .find((words) => words !== undefined);
    const better =
      entry?.better === "lower" ? other.value - score.value : score.value - other.value;
    return better > 1e-9 ? [`${metric} ${other.value} → ${score.value}`] : [];
  });
}
