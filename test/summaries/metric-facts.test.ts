import { describe, expect, it } from "vitest";
import { scorers } from "../../src/evaluation/index.ts";
import { isShare, metricFacts, metricKind } from "../../src/summaries/index.ts";
import { metricScope } from "../../src/summaries/metric-facts.ts";

const given = scorers.flatMap(({ category, metrics }) =>
  Object.entries(metrics).map(([metric, words]) => ({ category, metric, words })),
);

describe("what is said of a metric", () => {
  it("is said by the category that is asked, not by another that gives one of this name", () => {
    const shared = given.filter(({ metric, category }) =>
      given.some((other) => other.metric === metric && other.category !== category),
    );
    expect(shared.map(({ metric }) => metric)).toContain("exception");
    for (const { category, metric, words } of given) {
      const first = given.find((each) => each.metric === metric && each.category === category);
      expect(metricFacts(metric, category)).toMatchObject({ title: first?.words.title });
      if (first?.words === words) expect(metricFacts(metric, category).meaning).toBe(words.meaning);
    }
  });

  it("is nothing where a category does not give it", () => {
    expect(metricFacts("exception", "numeric")).toMatchObject({ title: "exception", meaning: "" });
    expect(metricScope("exception").category("numeric")).toBe(false);
  });

  it("is the same of direction and kind in all categories, so that these need no category", () => {
    for (const { category, metric, words } of given) {
      expect([metric, metricKind(metric)]).toEqual([metric, words.kind]);
      expect([metric, metricFacts(metric, category).better]).toEqual([metric, words.better]);
      expect(isShare(metric)).toBe(words.kind === "rate");
    }
  });
});
