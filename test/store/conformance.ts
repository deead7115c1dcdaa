import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Outcome, RunEvent, RunManifest, RunStore } from "../../src/contract/index.ts";
import { anyEvent, anyManifest, anyOutcome } from "./arbitraries.ts";
import { matching } from "./matching.ts";
import { collect, manifest, numberedNote, numberedOutcome } from "./samples.ts";

/** The laws of every store of runs; `make` gives a new, empty one. */
export function describeStore(
  name: string,
  make: (manifest: RunManifest) => Promise<RunStore>,
): void {
  describe(`${name} keeps the laws of a store`, () => {
    it("gives back what was appended, as it was and in order", async () => {
      const calls = fc.array(fc.oneof(fc.array(anyEvent, { maxLength: 4 }), anyOutcome));
      await fc.assert(
        fc.asyncProperty(anyManifest, calls, async (made, steps) => {
          const store = await make(made);
          for (const step of steps)
            await (isEvents(step) ? store.append(step) : store.record(step));
          expect(store.manifest).toEqual(made);
          expect(await collect(store.events())).toEqual(steps.filter(isEvents).flat());
          expect(await collect(store.outcomes())).toEqual(steps.filter((s) => !isEvents(s)));
          await store.close();
        }),
        { numRuns: 30 },
      );
    });

    it("keeps the order of the calls when nobody waits for them", async () => {
      const store = await make(manifest);
      const numbers = Array.from({ length: 200 }, (_, i) => i);
      await Promise.all(
        numbers.flatMap((i) => [
          store.append([numberedNote(2 * i), numberedNote(2 * i + 1)]),
          store.record(numberedOutcome(i)),
        ]),
      );
      expect((await collect(store.events())).map((event) => event.id)).toEqual(
        numbers.flatMap((i) => [`note/${2 * i}`, `note/${2 * i + 1}`]),
      );
      expect(await collect(store.outcomes())).toEqual(numbers.map(numberedOutcome));
      await store.close();
    });

    it("shows at once what has resolved, to several readers", async () => {
      const store = await make(manifest);
      for (let i = 1; i <= 3; i += 1) {
        await store.record(numberedOutcome(i));
        const [a, b] = await Promise.all([collect(store.outcomes()), collect(store.outcomes())]);
        expect(a).toHaveLength(i);
        expect(b).toEqual(a);
      }
      await store.close();
    });

    it("is not changed by what becomes of an object later", async () => {
      const store = await make(manifest);
      const tags = ["before"];
      const done = store.record({ ...numberedOutcome(1), tags });
      tags.push("after");
      await done;
      expect((await collect(store.outcomes()))[0]?.tags).toEqual(["before"]);
      await store.close();
    });

    it.each([
      ["NaN", { ...numberedOutcome(1), milliseconds: NaN }],
      ["an infinite score", { ...numberedOutcome(1), scores: { nmse: scored(Infinity) } }],
      ["a probability above 1", { ...numberedOutcome(1), confidence: 1.5 }],
      ["a field that is not in the schema", { ...numberedOutcome(1), colour: "red" }],
    ])("refuses %s and stays as it was", async (_, outcome) => {
      const store = await make(manifest);
      await expect(store.record(outcome)).rejects.toMatchObject({ code: "bad-data" });
      await store.record(numberedOutcome(2));
      expect(await collect(store.outcomes())).toEqual([numberedOutcome(2)]);
      await store.close();
    });

    it("appends all events of a call or none", async () => {
      const store = await make(manifest);
      const bad: RunEvent = { ...numberedNote(2), at: "yesterday" };
      await expect(store.append([numberedNote(1), bad])).rejects.toMatchObject({
        code: "bad-data",
        message: matching(/^Expected .*; got .*`at`; .*$/),
      });
      await store.append([]);
      expect(await collect(store.events())).toEqual([]);
      await store.close();
    });

    it("takes nothing more once closed, and can still be read", async () => {
      const store = await make(manifest);
      const unawaited = store.append([numberedNote(1)]);
      await Promise.all([store.close(), store.close()]);
      await unawaited;
      await expect(store.append([numberedNote(2)])).rejects.toMatchObject({ code: "internal" });
      await expect(store.record(numberedOutcome(2))).rejects.toMatchObject({ code: "internal" });
      expect(await collect(store.events())).toEqual([numberedNote(1)]);
    });
  });
}

function isEvents(step: readonly RunEvent[] | Outcome): step is readonly RunEvent[] {
  return Array.isArray(step);
}

function scored(value: number): Outcome["scores"][string] {
  return { kind: "scored", value };
}
