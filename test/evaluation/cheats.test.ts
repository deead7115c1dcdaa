import { afterAll, describe, expect, it } from "vitest";
import type { Scores } from "../../src/contract/index.ts";
import { combinedSandbox, javascriptSandbox, pythonSandbox } from "../../src/sandbox/index.ts";
import { honestPrograms } from "../support/cheats/honest.ts";
import { cheatSets, corruptedLine, gains, soundScoresOf } from "../support/cheats/judged.ts";
import { problemOf } from "../support/problem-of.ts";

const sandbox = combinedSandbox(javascriptSandbox(), pythonSandbox());
afterAll(() => sandbox.close());

describe.each(cheatSets)("programs that try to read the test: $name", (set) => {
  const problem = set.problem("cheats");
  const scores = (source: string) => soundScoresOf(problem, set.language, source, sandbox);
  const { honest: twin, ...cheats } = set.sources;
  let known: Promise<Scores> | undefined;
  const honestly = (): Promise<Scores> => (known ??= scores(twin));

  it("scores what the honest twin knows", async () => {
    const honest = await honestly();
    const metric = problem.category === "numeric" ? "agreement" : "accuracy";
    expect(honest[metric]).toMatchObject({ kind: "scored" });
  });

  it.each(Object.entries(cheats))("gains nothing by %s", async (_attempt, source) => {
    expect(gains(await scores(source), await honestly())).toEqual([]);
  });
});

describe.each(["javascript", "python"] as const)("honest programs in %s", (language) => {
  const problem = problemOf(corruptedLine, "honest");

  it.each(Object.entries(honestPrograms[language]))("keep no state: %s", async (_name, source) => {
    const scores = await soundScoresOf(problem, language, source, sandbox);
    const reasons = Object.values(scores).map((score) => score.kind === "unscored" && score.reason);
    expect(reasons).not.toContain("stateful");
    expect(scores["agreement"]).toMatchObject({ kind: "scored" });
  });
});
