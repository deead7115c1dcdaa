import * as fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { chanceFrom } from "../../../../src/core/index.ts";
import {
  arityOfText,
  distributionOf,
  renderText,
  sampleStringAtom,
  stringKinds,
} from "../../../../src/categories/strings/index.ts";
import { javascriptSandbox } from "../../../../src/sandbox/index.ts";
import { arbitrarySpec, arbitraryText } from "./arbitraries.ts";
import { runInPython, runInSandbox } from "./run-texts.ts";
import type { Came, Trial } from "./run-texts.ts";

const sandbox = javascriptSandbox();
afterAll(() => sandbox.close());

/** Texts that meet every branch of some operation. */
const EDGES = [
  "",
  "a",
  "Z",
  "zA",
  "Az9",
  "9",
  "abc",
  "Hello World 42",
  "  padded\t",
  "²½٣",
  "ßñéİΩ",
  "xİyİzabcdefg",
  "ΑΣ ΣΑΣ",
  "ŉ ǆ",
  "ᾳ",
  "ab😀cd",
  "ა",
  "\u212aelvin",
  "aeiou AEIOU aeiou AEIOU aeiou AEIOU aeiou",
  "0123456789a",
  "b".repeat(35),
  `${"b".repeat(31)}1b`,
  `1${"b".repeat(31)}21`,
  `1${"b".repeat(31)}1`,
];
const texts = [...EDGES, ...fc.sample(arbitraryText, { seed: 1, numRuns: 40 })];

const perKind = stringKinds.flatMap((kind) =>
  (["sound", "released"] as const).flatMap((reading) =>
    ["1", "2", "3"].map((seed): Trial => ({
      spec: sampleStringAtom(kind, chanceFrom(seed), reading),
      inputs: texts.map((text) => [text]),
    })),
  ),
);

const anySpecs = fc.sample(arbitrarySpec, { seed: 2, numRuns: 200 }).map((spec, i): Trial => {
  const inputs = texts.map((text, k) => {
    const other = texts[(k * 7 + i) % texts.length] ?? "";
    return arityOfText(spec) === 1 ? [text] : [text, other];
  });
  return { spec, inputs: inputs.slice(0, 30) };
});

/** The trial and input at which something came that the function never gives, if any. */
function firstStray(trial: Trial, column: readonly Came[]) {
  for (const [i, input] of trial.inputs.entries()) {
    const truth = distributionOf(trial.spec, input).map(({ result }) =>
      typeof result === "string" ? result : null,
    );
    const got = column[i];
    if (got === undefined || !truth.includes(got)) return { spec: trial.spec, input, truth, got };
  }
  return undefined;
}

describe.each([
  ["every operation", perKind],
  ["any function", anySpecs],
])("programs of %s", (_, trials) => {
  it("in Python give what the function gives", () => {
    const columns = runInPython(trials);
    expect(
      trials.map((trial, i) => firstStray(trial, columns[i] ?? [])).find(Boolean),
    ).toBeUndefined();
  });

  it("in JavaScript give what the function gives", async () => {
    for (const trial of trials) {
      const column = await runInSandbox(sandbox, trial);
      expect(firstStray(trial, column)).toBeUndefined();
    }
  });
});

describe("a program", () => {
  it("defines only what it uses", () => {
    expect(renderText({ kind: "reverse" }, "python")).toBe("def f(s):\n    return s[::-1]\n");
    expect(renderText({ kind: "lowercase" }, "javascript")).toBe(
      "function f(s) {\n  return s.toLowerCase();\n}\n",
    );
  });
});
