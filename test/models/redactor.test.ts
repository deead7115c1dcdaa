import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { redactDeep, redactor } from "../../src/models/redactor.ts";

const anyKey = fc.string({ minLength: 8, maxLength: 40 }).filter((key) => key.trim().length >= 8);

describe("a redactor", () => {
  it("leaves no key in any text, wherever it stands", () => {
    fc.assert(
      fc.property(anyKey, fc.array(fc.string(), { maxLength: 4 }), (key, around) => {
        fc.pre(!"[key removed]".includes(key.trim()) && !key.trim().includes("[key removed]"));
        const redact = redactor({ OPENAI_API_KEY: key, OPENAI_BASE_URL: "http://localhost" });
        const text = around.join(key.trim());
        expect(redact(text).split("[key removed]").join("\0")).not.toContain(key.trim());
        const deep = redactDeep({ [text]: [text, { inner: text }], count: 1, none: null }, redact);
        expect(Object.keys(deep).join("\0").split("[key removed]").join("\0")).not.toContain(
          key.trim(),
        );
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ["as it is", "Bearer sk-proj-1234/5678"],
    ["in an address", "https://host/?key=sk-proj-1234%2F5678"],
  ])("finds a key %s", (_, text) =>
    expect(redactor({ OPENAI_API_KEY: "sk-proj-1234/5678" })(text)).toContain("[key removed]"),
  );

  it("removes the longer of two keys first", () => {
    const redact = redactor({ A_API_KEY: "sk-12345678", B_API_KEY: "sk-12345678-and-more" });
    expect(redact("sk-12345678-and-more")).toBe("[key removed]");
  });

  it("leaves words alone that are no key", () => {
    const redact = redactor({ OLLAMA_API_KEY: "none", HOME: "/home/somebody" });
    expect(redact("none of /home/somebody")).toBe("none of /home/somebody");
  });
});
