// How well interpreters do on relations, with those apart of which the scientist's own sources have facts
// (closed) and those of which they have none (open):
// `npx tsx bench/relations.ts --seed dev-1,dev-2 --plain 51 --excepted 51 --budget 16,32,64,128,256,512
//   --interpreter scientist,class-only,initial-words,prior --hints both|with|without --verbose`.
import { stdout } from "node:process";
import { parseArgs } from "node:util";
import { makeInterpreter } from "../src/app/index.ts";
import type { Interpretation, Interpreter } from "../src/contract/index.ts";
import { chanceFrom, mean, wilsonInterval } from "../src/core/index.ts";
import { openProbe } from "../src/harness/index.ts";
import {
  isExceptionIdentified,
  understood,
} from "../src/categories/relations/scorers/understood.ts";
import { relationBriefing } from "../src/categories/relations/problem.ts";
import type { RelationProblem } from "../src/categories/relations/problem.ts";
import { shippedFacts } from "../src/categories/relations/shipped/shipped-facts.ts";
import { drawRelationProblems } from "./relations/draw-relations.ts";
import { overlapOfSources } from "./relations/overlap.ts";
import { interpreterBriefing } from "./interpreter-briefing.ts";

const { values } = parseArgs({
  options: {
    seed: { type: "string", default: "dev-1" },
    plain: { type: "string", default: "51" },
    excepted: { type: "string", default: "51" },
    budget: { type: "string", default: "16,32,64,128,256" },
    interpreter: { type: "string", default: "scientist,class-only,initial-words,prior" },
    hints: { type: "string", default: "both" },
    verbose: { type: "boolean", default: false },
  },
});

interface Answered {
  readonly problem: RelationProblem;
  readonly interpretation: Interpretation;
  readonly queries: number;
  readonly notes: readonly string[];
}

const overlap = overlapOfSources();
const facts = shippedFacts();
const isClosed = ({ problem }: Answered): boolean =>
  overlap.closed.has(problem.truth.spec.relation);

const total = [...overlap.shared.values()].reduce(
  (sum, [own, all]) => [sum[0] + own, sum[1] + all],
  [0, 0] as readonly [number, number],
);
stdout.write(
  `${overlap.closed.size} of ${facts.relations.size} relations are closed: ${[...overlap.closed].toSorted().join(", ")}.\n` +
    `Open: ${[...facts.relations.keys()].filter((id) => !overlap.closed.has(id)).join(", ")}.\n` +
    `Of the ${total[1]} inputs that closed relations answer, the sources have ${total[0]}. ` +
    `Relations of the sources that the backend has not: ${overlap.unanswered.join("; ")}.\n\n`,
);

const problems = await drawRelationProblems(
  values.seed.split(","),
  Number(values.plain),
  Number(values.excepted),
);
stdout.write(
  "| interpreter | hints | queries | list | n | class | relation | exception | false exceptions | abstained | asked | confidence: mean, known |\n" +
    `|${" --- |".repeat(12)}\n`,
);
for (const id of values.interpreter.split(","))
  for (const hints of ["with", "without"].filter((each) => ["both", each].includes(values.hints)))
    for (const budget of values.budget.split(",").map(Number)) {
      const answered: Answered[] = [];
      const interpreter = makeInterpreter(id);
      for (const problem of problems)
        answered.push(await answer(interpreter, problem, budget, hints === "with"));
      for (const list of ["closed", "open"]) {
        const own = answered.filter((each) => isClosed(each) === (list === "closed"));
        stdout.write(`| ${[id, hints, budget, list, ...cells(own)].join(" | ")} |\n`);
      }
      if (values.verbose) for (const each of answered) stdout.write(failure(each));
    }

async function answer(
  interpreter: Interpreter,
  problem: RelationProblem,
  budget: number,
  isHelped: boolean,
): Promise<Answered> {
  const probe = openProbe({ problem, epoch: 1, budget, rounds: null });
  const briefing = isHelped ? problem.briefing : relationBriefing(budget);
  const notes: string[] = [];
  const interpretation = await interpreter.interpret(
    {
      probe,
      briefing: interpreterBriefing({ ...briefing, budget }),
      chance: chanceFrom("bench").fork(interpreter.id, problem.id),
      clock: { now: () => 0 },
      log: ({ topic, text }) => void notes.push(`${topic}: ${text}`),
    },
    new AbortController().signal,
  );
  return { problem, interpretation, queries: probe.usage().queries, notes };
}

function judged({ problem: { truth }, interpretation }: Answered): {
  readonly isClass: boolean;
  readonly isRelation: boolean;
  readonly isException: boolean;
} {
  const stated = interpretation.abstained ? null : understood(interpretation, facts);
  const about = facts.relations.get(truth.spec.relation)?.class ?? "";
  return {
    isClass: stated?.classes.includes(about) === true,
    isRelation: stated?.relation === truth.spec.relation,
    isException: stated !== null && isExceptionIdentified(truth.spec, stated, facts),
  };
}

function isKnown(each: Answered): boolean {
  const { isRelation, isException } = judged(each);
  return isRelation && (isExcepted(each) ? isException : !statesException(each));
}

function isExcepted({ problem }: Answered): boolean {
  return problem.truth.spec.exception !== null;
}

function statesException({ interpretation }: Answered): boolean {
  return interpretation.exceptions.length > 0;
}

function cells(all: readonly Answered[]): readonly (string | number)[] {
  const plain = all.filter((each) => !isExcepted(each));
  const told = all.flatMap(({ interpretation: { confidence } }) => confidence ?? []);
  return [
    all.length,
    rate(all, (each) => judged(each).isClass),
    rate(all, (each) => judged(each).isRelation),
    rate(all.filter(isExcepted), (each) => judged(each).isException),
    rate(plain, statesException),
    rate(all, ({ interpretation }) => interpretation.abstained),
    all.length === 0 ? "–" : mean(all.map(({ queries }) => queries)).toFixed(0),
    told.length === 0
      ? "–"
      : `${mean(told).toFixed(2)}, ${(all.filter((each) => each.interpretation.confidence !== null && isKnown(each)).length / told.length).toFixed(2)}`,
  ];
}

function rate(all: readonly Answered[], isHit: (each: Answered) => boolean): string {
  if (all.length === 0) return "–";
  const hits = all.filter(isHit).length;
  const { low, high } = wilsonInterval(hits, all.length);
  const percent = (share: number): string => (100 * share).toFixed(0);
  return `${percent(hits / all.length)} % [${percent(low)}, ${percent(high)}] of ${all.length}`;
}

function failure(each: Answered): string {
  if (isKnown(each)) return "";
  const { problem, interpretation, queries, notes } = each;
  const { relation, exception } = problem.truth.spec;
  return `${relation} / ${exception ?? "no exception"} (${isClosed(each) ? "closed" : "open"}, ${queries} queries)\n  ${interpretation.description}\n${notes.map((note) => `    ${note.slice(0, 420)}\n`).join("")}`;
}
