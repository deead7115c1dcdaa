// Programs that try to read the test gain nothing, and honest ones are never taken for them: a table of
// the cheating programs of the tests, then false alarms among truths, baselines and honest programs.
//   npx tsx bench/isolation.ts [problems of each recipe and category] [seeds of the cheats]
import type { Language, Problem } from "../src/contract/index.ts";
import { loadRecipe } from "../src/app/index.ts";
import { combinedSandbox, javascriptSandbox, pythonSandbox } from "../src/sandbox/index.ts";
import { drawProblems, withCategories, withCount, withoutNetworks } from "../src/suite/index.ts";
import { honestPrograms } from "../test/support/cheats/honest.ts";
import { cheatSets, corruptedLine, gains, soundScoresOf } from "../test/support/cheats/judged.ts";
import { problemOf } from "../test/support/problem-of.ts";
import { quickNetwork } from "../test/support/quick-network.ts";
import { truthIn } from "./truth-in.ts";

const [count = 200, seeds = 5] = process.argv.slice(2).map(Number);
const sandbox = combinedSandbox(javascriptSandbox({ workers: 2 }), pythonSandbox({ workers: 2 }));

async function cheats(): Promise<number> {
  let gained = 0;
  console.log("| programs | attempt | found out | gains |\n| :-- | :-- | --: | :-- |");
  for (const { name, language, sources, problem } of cheatSets) {
    const found = new Map<string, { stateful: number; other: string; gains: Set<string> }>();
    for (let seed = 1; seed <= seeds; seed += 1) {
      const one = problem(`isolation ${seed}`);
      const scores = (source: string) => soundScoresOf(one, language, source, sandbox);
      const honest = await scores(sources.honest);
      for (const [attempt, source] of Object.entries(sources)) {
        if (attempt === "honest") continue;
        const given = await scores(source);
        const row = found.get(attempt) ?? { stateful: 0, other: "", gains: new Set() };
        const main = given["agreement"] ?? given["accuracy"];
        if (main?.kind === "unscored" && main.reason === "stateful") row.stateful += 1;
        else row.other = main?.kind === "unscored" ? main.reason : "scored as its twin";
        for (const gain of gains(given, honest)) row.gains.add(gain);
        found.set(attempt, row);
      }
    }
    for (const [attempt, row] of found) {
      gained += row.gains.size;
      const rest = row.other === "" ? "" : `, else ${row.other}`;
      const list = [...row.gains].join("; ") || "none";
      console.log(`| ${name} | ${attempt} | ${row.stateful} of ${seeds}${rest} | ${list} |`);
    }
  }
  return gained;
}

async function isStateful(problem: Problem, language: Language, source: string): Promise<boolean> {
  const scores = Object.values(await soundScoresOf(problem, language, source, sandbox));
  const found = scores.find((score) => score.kind === "unscored" && score.reason === "stateful");
  if (found !== undefined) console.log(JSON.stringify({ found, source: source.slice(0, 400) }));
  return found !== undefined;
}

async function truths(recipe: string, category: "numeric" | "strings"): Promise<number> {
  const loaded = withCount(withCategories(await loadRecipe(recipe), [category]), count);
  const { signal } = new AbortController();
  const options = { seed: "isolation", approximate: quickNetwork, signal };
  let alarms = 0;
  let n = 0;
  for await (const problem of drawProblems({ recipe: withoutNetworks(loaded), ...options })) {
    for (const language of ["javascript", "python"] as const) {
      alarms += Number(await isStateful(problem, language, truthIn(language, problem)));
      n += 1;
    }
  }
  console.log(
    `truths of ${recipe}, ${category}, in both languages: ${alarms} of ${n} called stateful`,
  );
  return alarms;
}

async function honest(): Promise<number> {
  let alarms = 0;
  let n = 0;
  for (const language of ["javascript", "python"] as const)
    for (const source of Object.values(honestPrograms[language]))
      for (let seed = 1; seed <= seeds; seed += 1) {
        const problem = problemOf(corruptedLine, `isolation ${seed}`);
        alarms += Number(await isStateful(problem, language, source));
        n += 1;
      }
  console.log(`honest programs: ${alarms} of ${n} called stateful`);
  return alarms;
}

try {
  let bad = await cheats();
  console.log("");
  bad += await honest();
  for (const recipe of ["paper", "hard"])
    for (const category of ["numeric", "strings"] as const) bad += await truths(recipe, category);
  process.exitCode = bad === 0 ? 0 : 1;
} finally {
  await sandbox.close();
}
