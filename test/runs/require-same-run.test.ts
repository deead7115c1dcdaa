import { describe, expect, it } from "vitest";
import type { RunManifest } from "../../src/contract/index.ts";
import { constant, lookup } from "../../src/interpreters/index.ts";
import { manifestOf, requireSameRun } from "../../src/runs/index.ts";

const suite = { name: "s", path: "s", hash: "a".repeat(64), problems: null, count: 3, total: 3 };
const plan = {
  seed: "1",
  suites: [suite],
  interpreters: [constant(), lookup()],
  budget: 8,
  rounds: null,
  epochs: 1,
  metrics: ["published"] as const,
  findbench: "0.0.0",
};
const manifest = manifestOf(plan, "2026-01-01T00:00:00.000Z");

describe("going on with a run", () => {
  it("takes the same interpreters in any order", () => {
    expect(() => requireSameRun(manifest, [lookup(), constant()])).not.toThrow();
  });

  it.each([
    [
      "another configuration",
      manifest,
      [constant(), { ...lookup(), configuration: { version: 77 } }],
      "`lookup` with",
    ],
    ["an interpreter that is gone", manifest, [constant()], "none of its interpreter `lookup`"],
    ["a seed that was changed", { ...manifest, seed: "2" }, plan.interpreters, "run.json"],
    [
      "a number of items that was changed",
      { ...manifest, items: 1 },
      plan.interpreters,
      "run.json",
    ],
  ] satisfies [string, RunManifest, readonly ReturnType<typeof lookup>[], string][])(
    "refuses %s",
    (_name, run, interpreters, message) => {
      expect(() => requireSameRun(run, interpreters)).toThrow(
        expect.objectContaining({
          code: "run-differs",
          message: expect.stringContaining(message) as string,
        }),
      );
    },
  );
});
