import { describe, expect, it } from "vitest";
import { duration, progressLine, progressMeter } from "../../src/cli/progress.ts";
import type { Terminal } from "../../src/cli/terminal.ts";

function recorder(): {
  readonly terminal: Terminal;
  readonly notes: string[];
  readonly live: string[];
} {
  const notes: string[] = [];
  const live: string[] = [];
  const terminal: Terminal = {
    out: () => undefined,
    note: (text) => notes.push(text),
    progress: (text) => live.push(text),
    width: 80,
    colour: false,
  };
  return { terminal, notes, live };
}

describe("progressLine", () => {
  it("tells share, rate, rest and failures", () => {
    const step = { done: 120, total: 300, fresh: 20, failed: 2 };
    expect(progressLine(step, 2000, "items")).toBe(
      "120/300 items · 40 % · 10/s · about 18 s left · 2 failed",
    );
  });

  it("promises nothing before there is a rate", () => {
    expect(progressLine({ done: 0, total: 9, fresh: 0 }, 0, "items")).toBe("0/9 items · 0 %");
    expect(progressLine({ done: 0, total: 0, fresh: 0 }, 0, "items")).toBe("0/0 items · 100 %");
  });
});

it.each([
  [0.2, "1 s"],
  [59, "59 s"],
  [60, "1 min"],
  [3599, "1 h 0 min"],
  [7500, "2 h 5 min"],
])("%d seconds are %s", (seconds, text) => {
  expect(duration(seconds)).toBe(text);
});

describe("progressMeter", () => {
  it("redraws a terminal a few times a second and clears it at the end", () => {
    const { terminal, live, notes } = recorder();
    let now = 0;
    const meter = progressMeter(terminal, { now: () => now }, { what: "items", live: true });
    for (let done = 1; done <= 1000; done += 1) {
      now += 1;
      meter({ done, total: 1000, fresh: done });
    }
    expect(live.length).toBeLessThanOrEqual(6);
    expect(live.at(-1)).toBe("");
    expect(notes).toEqual([]);
  });

  it("writes a line now and then where nothing can be redrawn, and none for short work", () => {
    const { terminal, live, notes } = recorder();
    let now = 0;
    const meter = progressMeter(terminal, { now: () => now }, { what: "items", live: false });
    for (let done = 1; done <= 60; done += 1) {
      now += 1000;
      meter({ done, total: 60, fresh: done });
    }
    expect(notes).toHaveLength(5);
    expect(notes[0]).toBe("10/60 items · 16 % · 1.0/s · about 50 s left");
    expect(live).toEqual([]);
  });
});

describe("money and tokens of language models", () => {
  const step = { done: 1, total: 10, fresh: 0, failed: 1 };
  const known = { unpriced: 0, unsettled: 0 };

  it.each([
    [{ ...known, paid: 0.01234, tokens: 999 }, "$0.0123 · 999 tokens"],
    [{ ...known, paid: 12.345, tokens: 45_210 }, "$12.35 · 45.2k tokens"],
    [{ ...known, paid: 1234.5, tokens: 7_654_321 }, "$1235 · 7.7M tokens"],
    [{ paid: 0, tokens: 0, unpriced: 1, unsettled: 0 }, "≥ $0.0000 · 0 tokens"],
    [{ paid: 0, tokens: 0, unpriced: 0, unsettled: 1 }, "≥ $0.0000 · 0 tokens"],
  ])("stand before failures: %j", (calls, told) => {
    expect(progressLine({ ...step, calls }, 0, "items")).toBe(
      `1/10 items · 10 % · ${told} · 1 failed`,
    );
  });

  it("are not told of where there is no model", () => {
    expect(progressLine({ ...step, calls: null }, 0, "items")).toBe("1/10 items · 10 % · 1 failed");
  });
});
