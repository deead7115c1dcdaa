import { afterAll, describe, expect, it } from "vitest";
import { combinedSandbox, javascriptSandbox, pythonSandbox } from "../../src/sandbox/index.ts";
import { cheatSets, gains, soundScoresOf } from "../support/cheats/judged.ts";

const sandbox = combinedSandbox(javascriptSandbox(), pythonSandbox());
afterAll(() => sandbox.close());

describe.each(cheatSets)("programs that try to read the test: $name", (set) => {
  const problem = set.problem("cheats");
  const scores = (source: string) => soundScoresOf(problem, set.language, source, sandbox);
  const { honest: twin, ...cheats } = set.sources;

  it("scores what the honest twin knows", async () => {
    const honest = await scores(twin);
    const metric = problem.category === "numeric" ? "agreement" : "accuracy";
    expect(honest[metric]).toMatchObject({ kind: "scored" });
  });

  it.each(Object.entries(cheats))("gains nothing by %s", async (_attempt, source) => {
    expect(gains(await scores(source), await scores(twin))).toEqual([]);
  });
});
