import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { similarTo } from "../../src/core/index.ts";

const known = ["scientist", "surveyor", "polynomial", "line", "lookup", "agent", "agent+init"];

describe("a name that is not known", () => {
  it.each([
    ["scientits", "scientist"],
    ["Polynomail", "polynomial"],
    ["agnet", "agent"],
    ["lin", "line"],
    ["agent+int", "agent+init"],
  ])("is told with the one that it is like: %s", (name, meant) => {
    expect(similarTo(name, known)).toBe(`; did you mean \`${meant}\`?`);
  });

  it.each(["gradient", "x", "", "agent"])("is told alone where it is like none: %s", (name) => {
    expect(similarTo(name, known)).toBe("");
  });

  it("is told with all that it is equally like", () =>
    expect(similarTo("mini@3", ["mini@1", "mini@2", "paper@1"])).toBe(
      "; did you mean `mini@1` or `mini@2`?",
    ));

  it("is found again with a letter more or less, in any case", () =>
    fc.assert(
      fc.property(
        fc.stringMatching(/^[a-z]{6,12}$/u),
        fc.nat(),
        fc.constantFrom("drop", "add", "swap"),
        (name, draw, how) => {
          const at = draw % (name.length - 1);
          const [a, b] = [name.slice(0, at), name.slice(at)];
          const wrong =
            how === "drop"
              ? a + b.slice(1)
              : how === "add"
                ? `${a}-${b}`
                : `${a}${b[1] ?? ""}${b[0] ?? ""}${b.slice(2)}`;
          fc.pre(wrong !== name);
          expect(similarTo(wrong.toUpperCase(), [name, "0123456789abcdef"])).toContain(
            `\`${name}\``,
          );
        },
      ),
    ));
});
