import { describe, expect, it } from "vitest";
import { Breaker } from "../../src/models/breaker.ts";
import type { ModelFault } from "../../src/models/model-fault.ts";

const fault = (summary: string, kind: ModelFault["kind"] = "permanent"): ModelFault => ({
  kind,
  status: 400,
  summary,
  retryAfter: null,
});

describe("a breaker", () => {
  it("stops a model after so many faults that differ in their numbers only", () => {
    const breaker = new Breaker(3);
    breaker.failed("a/b", fault("Request req_1 is bad"));
    breaker.failed("a/b", fault("Request req_2 is bad"));
    expect(() => breaker.check("a/b")).not.toThrow();
    expect(breaker.failed("a/b", fault("Request req_3 is bad"))?.message).toContain("3 times");
    expect(() => breaker.check("a/b")).toThrow("Request req_3 is bad");
    expect(() => breaker.check("a/c")).not.toThrow();
  });

  it("counts anew after a reply, and after another fault", () => {
    const breaker = new Breaker(2);
    for (let round = 0; round < 5; round += 1) {
      breaker.failed("a/b", fault("One"));
      if (round % 2 === 0) breaker.succeeded("a/b");
      else breaker.failed("a/b", fault("Another"));
    }
    expect(() => breaker.check("a/b")).not.toThrow();
  });

  it("stops at once where the account is empty", () => {
    const breaker = new Breaker(9);
    const stop = breaker.failed("a/b", fault("No credit", "quota"));
    expect(stop?.message).toContain("without credit");
  });
});
