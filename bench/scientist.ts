// How well interpreters do on problems drawn here, scored by the scorers of a run:
// `npx tsx bench/scientist.ts --suite paper --seed dev-1 --count 200 --budget 64,256
//   --interpreter scientist,lookup,oracle --kind plain --metrics published,law --verbose`.
// `oracle` answers with the truth; `ceiling` is a fitter that is told families, regions and the kind
// of noise, and finds the numbers (bench/ceiling/ceiling.ts) from answers at random points, or, as
// `ceiling@NAME`, from the answers that NAME asks for. `--suite official` reads the released folder that FIND_DATA names.
import { availableParallelism } from "node:os";
import { stdout } from "node:process";
import { javascriptSandbox } from "../src/sandbox/index.ts";
import { contestantsOf } from "./evaluation/contestants.ts";
import { drawForEvaluation } from "./evaluation/draw-for-evaluation.ts";
import { evaluationOn } from "./evaluation/evaluate.ts";
import { evaluationTable } from "./evaluation/evaluation-table.ts";
import { failure } from "./evaluation/failures.ts";
import { evaluationOptions } from "./evaluation/options.ts";
import { figure, seconds } from "./measure.ts";

const options = evaluationOptions();
const contestants = contestantsOf(options.interpreters);
const problems = await drawForEvaluation(options);
if (problems.length === 0) throw new Error("Expected at least one such problem; got none");
const sandbox = javascriptSandbox({ workers: availableParallelism() });
try {
  const evaluation = evaluationOn(problems, options.figures, sandbox);
  for (const contestant of contestants) {
    for (const budget of options.budgets) {
      const { suite, seed, verbose } = options;
      stdout.write(`\n### ${contestant.id}, ${budget} queries, ${suite} ${seed}\n\n`);
      const time = await seconds(async () => {
        const evaluated = await evaluation.of(contestant, budget);
        stdout.write(`${evaluationTable(evaluated)}\n\n`);
        const told = verbose ? evaluated.map(failure).filter((text) => text !== null) : [];
        if (told.length > 0) stdout.write(`${told.join("\n\n")}\n\n`);
      });
      stdout.write(`${figure(time)} s in all, scoring included\n`);
    }
  }
} finally {
  await sandbox.close();
}
