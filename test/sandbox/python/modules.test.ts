import { describe, expect, it } from "vitest";
import { modulesIn } from "../../../src/sandbox/python/modules.ts";

describe("modules to import ahead", () => {
  it.each([
    ["def f(x): return x", []],
    ["def f(x): return np.sin(x)", ["numpy"]],
    ["import math, random\ndef f(x): return math.sin(x)", ["math"]],
    [
      "from scipy import stats\nfrom scipy.special import erf",
      ["numpy", "scipy", "scipy.special", "scipy.stats"],
    ],
    ["def f(stats, signal): return stats", []],
    ["import os; import antigravity", []],
  ])("of %j are %j", (source, names) => expect(modulesIn(source)).toEqual(names));
});
