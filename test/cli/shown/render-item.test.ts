import * as fc from "fast-check";
import { expect, it } from "vitest";
import { renderItem } from "../../../src/cli/shown/render-item.ts";
import { withRounds } from "../../../src/cli/shown/rounds.ts";
import type { ShownItem } from "../../../src/app/index.ts";

const item = {
  suite: "0".repeat(64),
  problem: "p",
  interpreter: "scientist",
  configuration: "c",
  epoch: 1,
};
const base = { version: 1, id: "i", at: "2026-01-01T00:00:00.000Z", item, attempt: 1 } as const;
const note = (topic: string, text: string): ShownItem["events"][number] => ({
  ...base,
  kind: "note-taken",
  note: { topic, text },
});
const round = (number: number, x: number, y: number): ShownItem["events"][number] => ({
  ...base,
  kind: "queries-answered",
  round: number,
  batch: { inputs: [x], outputs: [y], missing: [] },
});
const longRound = (number: number, size: number): ShownItem["events"][number] => {
  const inputs = Array.from({ length: size }, (_, i) => 10 * number + i);
  const batch = { inputs, outputs: inputs, missing: [] };
  return { ...base, kind: "queries-answered", round: number, batch };
};

it("tells the notes and the rounds in the order in which they happened", () => {
  const events = [
    note("experiment", "A first look."),
    round(1, 0, 1),
    note("hypothesis", "A constant 1.\nOr: a line through (0, 1)."),
    note("experiment", "One point tells them apart."),
    round(2, 5, 6),
    note("refuted", "The constant 1."),
    note("second thoughts", "None."),
  ];
  const shown: ShownItem = { interpreter: "scientist", epoch: 1, outcome: null, events };
  expect(renderItem(shown, 60)).toEqual([
    "── scientist ───────────────────────────────────────────────",
    "  Experiment  A first look.",
    "  Round 1     1 query",
    "              0 → 1",
    "  Hypothesis  A constant 1.",
    "              Or: a line through (0, 1).",
    "",
    "  Experiment  One point tells them apart.",
    "  Round 2     1 query",
    "              5 → 6",
    "  Refuted     The constant 1.",
    "  Second thoughts",
    "              None.",
    "  Scores      not finished yet",
  ]);
});

it("joins short rounds that follow one another, and loses no query", () =>
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.constant("note" as const), fc.integer({ min: 1, max: 6 }))),
      (steps) => {
        const events = steps.map((step, i) =>
          step === "note" ? note("hypothesis", "?") : longRound(i + 1, step),
        );
        const shown = withRounds(events);
        const asked = shown.flatMap((step) => (step.kind === "rounds" ? step.batch.inputs : []));
        expect(asked).toEqual(
          events.flatMap((event) => (event.kind === "queries-answered" ? event.batch.inputs : [])),
        );
        for (const [i, step] of shown.slice(1).entries()) {
          const sizes = [shown[i], step].map((each) =>
            each?.kind === "rounds" && each.first === each.last ? each.batch.inputs.length : 9,
          );
          expect(Math.max(...sizes)).toBeGreaterThan(3);
        }
      },
    ),
  ));

it("tells for each query of joined rounds why it has no answer", () => {
  const missing = [{ kind: "undefined" as const, reason: "none", indices: [0] }];
  const batch = { inputs: [3], outputs: [null], missing };
  const empty = { ...base, kind: "queries-answered" as const, round: 2, batch };
  const events = [round(1, 1, 2), empty, { ...empty, round: 3 }];
  expect(renderItem({ interpreter: "a", epoch: 2, outcome: null, events }, 60)).toEqual([
    "── a, epoch 2 ──────────────────────────────────────────────",
    "  Round 1–3   3 queries",
    "              1 → 2            3 → undefined",
    "              3 → undefined",
    "  Scores      not finished yet",
  ]);
});
