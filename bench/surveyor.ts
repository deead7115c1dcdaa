// What surveyor finds and how long it takes:
// `npx tsx bench/surveyor.ts GROUP [SEED] [COUNT] [BUDGET] [OPERATOR…]`, GROUP one of plain,
// composed, corrupted, noised (of `paper`), or beyond (laws outside its families); the operators are
// those to do without.
import { argv, stdout } from "node:process";
import { median } from "../src/core/index.ts";
import { operators, surveyor } from "../src/interpreters/index.ts";
import { javascriptSandbox } from "../src/sandbox/index.ts";
import { figure } from "./measure.ts";
import { beyondPaper, paperProblems } from "./surveyor/problems.ts";
import { share, workOn } from "./surveyor/work-on.ts";
import type { Worked } from "./surveyor/work-on.ts";

const [group = "plain", seed = "surveyor-dev", count = "60", budget = "256", ...names] =
  argv.slice(2);
const isVerbose = names.includes("verbose");
const without = operators.filter((operator) => names.includes(operator));
const problems =
  group === "beyond"
    ? beyondPaper(seed, Number(count))
    : await paperProblems(group, seed, Number(count));
const sandbox = javascriptSandbox();
const worked: Worked[] = [];
for (const problem of problems) {
  const one = await workOn(problem, surveyor({ without }), Number(budget), sandbox);
  worked.push(one);
  if (isVerbose && !one.law)
    stdout.write(
      `${one.family} ${one.seconds.toFixed(2)}s ${one.queries}q\n  ${one.truth}\n  ${one.description.slice(0, 300)}\n${one.notes.map((note) => `    ${note.slice(0, 240)}\n`).join("")}`,
    );
}
await sandbox.close();

const families = [...new Set(worked.map(({ family }) => family))].sort();
stdout.write(
  `\n${group}, seed ${seed}, ${budget} queries${without.length > 0 ? `, without ${without.join(" ")}` : ""}\n\n`,
);
stdout.write("| family | n | law | 95 % | false exact | queries | seconds: median, worst |\n");
stdout.write("| :-- | --: | --: | --: | --: | --: | --: |\n");
for (const family of [...families, "all"]) {
  const rows = worked.filter((one) => family === "all" || one.family === family);
  const seconds = rows.map((one) => one.seconds);
  const [law, low, high] = share(rows, ({ law }) => law);
  const [wrong] = share(rows, ({ claimed, law }) => claimed && !law);
  stdout.write(
    `| ${family} | ${rows.length} | ${law} | ${low}–${high} | ${wrong} | ${median(rows.map(({ queries }) => queries))} | ${figure(median(seconds))}, ${figure(Math.max(...seconds))} |\n`,
  );
}
