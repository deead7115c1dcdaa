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
