// How well the scientist does on units that respond to concepts of the shipped lexicon:
// `npx tsx bench/entities.ts --kind single --hints yes --budget 16,32,64,128 --count 100 --withheld 0.3`.
// Closed are units all of whose concepts are among the topics of its probing vocabulary, by name or
// alias; open are the others. So that there are enough of these, topics are withheld from it: those of a
// share of the concepts, chosen by their names' hash. `--verbose` prints each answer, `--notes` the
// notebooks, `--overlap` what its sources and the lexicon have in common, and no more.
import { exit, stdout } from "node:process";
import { parseArgs } from "node:util";
import { mean, squared, wilsonInterval } from "../src/core/index.ts";
import type { EntityProblem } from "../src/categories/entities/index.ts";
import { shippedLexicon } from "../src/categories/entities/shipped/shipped-lexicon.ts";
import { shippedSources } from "../src/interpreters/scientist/concepts/sources.ts";
import { topicSpaceOf } from "../src/interpreters/scientist/concepts/topic-space.ts";
import { copying, scientistWith } from "./entities/answer.ts";
import type { Answered } from "./entities/answer.ts";
import { overlapOf } from "./entities/overlap.ts";
import { drawUnits, kinds } from "./entities/problems.ts";
import type { Kind } from "./entities/problems.ts";
import { scoreOf } from "./entities/score.ts";
import type { Score } from "./entities/score.ts";
import { sourcesWithout } from "./entities/sources-without.ts";

const { values } = parseArgs({
  options: {
    kind: { type: "string", default: "single" },
    seed: { type: "string", default: "dev-1" },
    count: { type: "string", default: "60" },
    hints: { type: "string", default: "yes" },
    budget: { type: "string", default: "128" },
    withheld: { type: "string", default: "0.3" },
    method: { type: "string", default: "scientist,initial-words" },
    verbose: { type: "boolean", default: false },
    notes: { type: "boolean", default: false },
    overlap: { type: "boolean", default: false },
  },
});

interface Scored {
  readonly problem: EntityProblem;
  readonly answered: Answered;
  readonly score: Score;
}

const lexicon = shippedLexicon();
const { sources, isClosed } = sourcesWithout(shippedSources(), lexicon, Number(values.withheld));
if (values.overlap) {
  stdout.write(overlapOf(shippedSources(), lexicon));
  exit();
}
const methods = { scientist: scientistWith(topicSpaceOf(sources)), "initial-words": copying };
const columns = {
  closed: (problem: EntityProblem): boolean => conceptsIn(problem).every(isClosed),
  open: (problem: EntityProblem): boolean => !conceptsIn(problem).every(isClosed),
};

stdout.write(
  "| kind | hints | queries | method | concepts | n | all named | exactly | F1 | exception | false exceptions | stated confidence, right, Brier | queries mean |\n" +
    `|${" --- |".repeat(13)}\n`,
);
for (const kind of values.kind.split(",").map(kindOf))
  for (const budget of values.budget.split(",").map(Number))
    for (const hints of values.hints.split(",").map((each) => each === "yes")) {
      const count = Number(values.count);
      const problems = await drawUnits(lexicon, { kind, seed: values.seed, count, hints });
      for (const name of values.method.split(",")) {
        const method = name === "scientist" ? methods.scientist : methods["initial-words"];
        const scored: Scored[] = [];
        for (const problem of problems) {
          const answered = await method(problem, budget);
          scored.push({
            problem,
            answered,
            score: scoreOf(problem, answered.interpretation, lexicon),
          });
          const last = scored.at(-1);
          if (values.verbose && last !== undefined) stdout.write(`${told(last)}\n`);
          if (values.notes)
            stdout.write(answered.notes.map(({ text }) => `    ${text}\n`).join(""));
        }
        for (const [column, isIn] of Object.entries(columns)) {
          const own = scored.filter(({ problem }) => isIn(problem));
          const head = [kind, hints ? "yes" : "no", budget, name, column, own.length];
          stdout.write(`| ${[...head, ...figures(own)].join(" | ")} |\n`);
        }
      }
    }

function kindOf(name: string): Kind {
  if (Object.hasOwn(kinds, name)) return name as Kind;
  throw new Error(`Expected one of ${Object.keys(kinds).join(", ")}; got ${name}`);
}

function conceptsIn({ truth: { spec } }: EntityProblem) {
  return spec.concepts.flatMap((name) => lexicon.conceptOf(name) ?? []);
}

function figures(scored: readonly Scored[]): readonly string[] {
  if (scored.length === 0) return Array.from({ length: 7 }, () => "–");
  const stated = scored.flatMap(({ answered: { interpretation }, score }) =>
    interpretation.confidence === null
      ? []
      : [{ p: interpretation.confidence, right: score.exact }],
  );
  const right = stated.map((each) => (each.right ? 1 : 0));
  const calibration =
    stated.length === 0
      ? "–"
      : [
          mean(stated.map(({ p }) => p)).toFixed(2),
          mean(right).toFixed(2),
          mean(stated.map(({ p }, i) => squared(p - (right[i] ?? 0)))).toFixed(3),
        ].join(", ");
  return [
    rate(scored.map(({ score }) => score.allNamed)),
    rate(scored.map(({ score }) => score.exact)),
    mean(scored.map(({ score }) => score.f1)).toFixed(2),
    rate(scored.flatMap(({ score }) => score.exception ?? [])),
    rate(scored.flatMap(({ score }) => score.falseException ?? [])),
    calibration,
    mean(scored.map(({ answered }) => answered.queries)).toFixed(0),
  ];
}

function rate(hits: readonly boolean[]): string {
  if (hits.length === 0) return "–";
  const count = hits.filter(Boolean).length;
  const { low, high } = wilsonInterval(count, hits.length);
  const percent = (share: number): string => (100 * share).toFixed(0);
  return `${percent(count / hits.length)} [${percent(low)}–${percent(high)}]`;
}

function told({ problem, answered, score }: Scored): string {
  const { concepts, join, exceptions, confidence } = answered.interpretation;
  const { spec } = problem.truth;
  const column = columns.closed(problem) ? "closed" : "open";
  return `${score.exact ? "+" : score.allNamed ? "~" : "-"} ${column} ${spec.concepts.join(" + ")} ${spec.join ?? ""} → ${concepts.join(" + ")} ${join ?? ""} ${confidence ?? ""} ${answered.queries} ${JSON.stringify(spec.exception ?? "")} ${exceptions.join("; ")}`;
}
