import { describe, expect, it } from "vitest";
import type { Language, Limits, Sandbox } from "../../src/contract/index.ts";
import { programsIn, ran, TIGHT } from "./support.ts";

/** What has to be known of a sandbox for the laws of a sandbox that several programs share. */
export interface SharingCase {
  readonly language: Language;
  readonly sandbox: (options: {
    readonly workers?: number;
    readonly limits?: Partial<Limits>;
  }) => Sandbox;
  /** Where it does not hold, why; empty where it does. */
  readonly needed: string;
  /** A program without an end. */
  readonly endless: string;
  /** A program that gives its input back. */
  readonly identity: string;
  /** A program that gives this number, whatever its input. */
  readonly constant: (value: number) => string;
}

const UNLIMITED = { work: 1e9 };

/** Laws of signals, of several programs at a time, and of closing: the same for each language. */
export function sharingLaws(which: SharingCase): void {
  describe.runIf(which.needed === "")(`a signal${which.needed}`, () => {
    signalLaws(which);
  });
  describe.runIf(which.needed === "")(`a pool${which.needed}`, () => {
    poolLaws(which);
  });
}

function signalLaws({ language, sandbox: open, endless, identity }: SharingCase): void {
  const { run } = programsIn(language);

  it("rejects with its reason, and frees the worker", async () => {
    const sandbox = open({ limits: UNLIMITED });
    const code = { language, source: endless, entry: "f" };
    const stop = new AbortController();
    await run(sandbox, identity);
    const running = sandbox.run({ code, inputs: [], seed: "" }, stop.signal);
    const waiting = sandbox.run({ code, inputs: [], seed: "" }, stop.signal);
    const next = run(sandbox, identity);
    const reason = new Error("enough");
    stop.abort(reason);
    // Both are heard at once: a rejection that nobody hears yet would end the process.
    await Promise.all([running, waiting].map((run) => expect(run).rejects.toBe(reason)));
    expect(await next).toEqual(ran(1));
    await expect(sandbox.run({ code, inputs: [], seed: "" }, stop.signal)).rejects.toBe(reason);
    await sandbox.close();
  });

  it("changes nothing when it comes too late", async () => {
    const sandbox = open({});
    const stop = new AbortController();
    const code = { language, source: identity, entry: "f" };
    expect(await sandbox.run({ code, inputs: [1], seed: "" }, stop.signal)).toEqual(ran(1));
    stop.abort();
    expect(await run(sandbox, identity)).toEqual(ran(1));
    await sandbox.close();
  });
}

function poolLaws({ language, sandbox: open, endless, identity, constant }: SharingCase): void {
  const { run } = programsIn(language);

  it.each([1, 2])(
    "of %i answers each caller with the outcome of its own program",
    async (workers) => {
      const sandbox = open({ workers });
      const asked = Array.from({ length: 20 }, (_, index) => index);
      const outcomes = await Promise.all(
        asked.map((index) =>
          index % 5 === 4
            ? run(sandbox, endless, { limits: TIGHT })
            : run(sandbox, constant(index)),
        ),
      );
      expect(outcomes).toEqual(
        asked.map((index) => (index % 5 === 4 ? { kind: "timed-out" } : ran(index))),
      );
      await sandbox.close();
    },
  );

  it("goes on beside a program that hangs", async () => {
    const sandbox = open({ workers: 2, limits: UNLIMITED });
    const stop = new AbortController();
    const code = { language, source: endless, entry: "f" };
    const hanging = sandbox.run({ code, inputs: [], seed: "" }, stop.signal);
    expect(await run(sandbox, identity)).toEqual(ran(1));
    stop.abort(new Error("enough"));
    await expect(hanging).rejects.toThrow("enough");
    await sandbox.close();
  });

  it("rejects what it cannot finish when it is closed, and whatever comes later", async () => {
    const sandbox = open({ limits: UNLIMITED });
    const pending = Promise.allSettled([run(sandbox, endless), run(sandbox, endless)]);
    await sandbox.close();
    const closed = expect.objectContaining({ code: "interrupted" });
    expect(await pending).toEqual([1, 2].map(() => ({ status: "rejected", reason: closed })));
    await expect(run(sandbox, endless)).rejects.toEqual(closed);
    await sandbox.close();
  });
}
