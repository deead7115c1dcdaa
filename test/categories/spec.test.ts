import { describe, expect, it } from "vitest";
import { isExternal, parseNumberSpec } from "../../src/categories/numeric/index.ts";

const program = { kind: "external", language: "python", source: "def f(x): ...", entry: "f" };

describe("a function as data", () => {
  it("is a law or a user's own program", () => {
    expect(parseNumberSpec(program)).toEqual(program);
    expect(isExternal(parseNumberSpec(program))).toBe(true);
    const line = { kind: "linear", slope: 2, intercept: 1 };
    expect(parseNumberSpec(line)).toEqual(line);
    expect(isExternal(parseNumberSpec(line))).toBe(false);
  });

  it.each([
    ["another language", { ...program, language: "ruby" }, /spec\.language/u],
    ["no source", { ...program, source: undefined }, /spec\.source/u],
    ["an empty entry", { ...program, entry: "" }, /spec\.entry/u],
    ["a field that is none", { ...program, hash: "" }, /`spec`/u],
  ])("is refused with %s", (_, value, place) => {
    expect(() => parseNumberSpec(value)).toThrow(place);
    try {
      parseNumberSpec(value);
    } catch (error) {
      expect(error).toMatchObject({ code: "bad-parameter" });
    }
  });

  it("cannot wrap a program in noise", () => {
    const noised = { kind: "noised", inner: program, distribution: "normal", scale: 1, growth: 0 };
    expect(() => parseNumberSpec(noised)).toThrow(/external/u);
  });
});
