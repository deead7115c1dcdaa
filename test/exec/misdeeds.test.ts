import { beforeAll, describe, expect, it } from "vitest";
import type { ExecMethod } from "../../src/exec/index.ts";
import { methodOf, methodUntilEnd, needed, solved, walls } from "./support.ts";

/** Asks once, does what its hint says, and hands in `answer`; tells its process in a note. */
const OBEDIENT = `
import json, os, sys, time, uuid
from findbench_method import Answer, serve
itself = str(uuid.uuid4())
begun = []
def method(problem):
    begun.append(problem)
    problem.note("process", itself)
    if problem.ask([3]) != [7]: raise SystemExit(9)
    raw = problem._link.send
    out = raw.__self__._out
    scope = {**globals(), **locals(), "answer": Answer("honest")}
    exec(problem.hints[0], scope)
    return scope["answer"]
serve(method, PROBLEMS)
`;
const single = OBEDIENT.replace("PROBLEMS", "1");

const honest = { failure: "", usage: { queries: 1 }, interpretation: { description: "honest" } };
const limits = { lineBytes: 1_000_000, bytes: 4_000_000 };

describe.runIf(walls === "")(`a method${needed}`, () => {
  let method: ExecMethod;
  beforeAll(async () => void (method = await methodUntilEnd(single, { limits })));

  it.each([
    ["dies", "os._exit(7)", /got exit code 7, /u],
    ["dies with words", "print('so long', flush=True); os._exit(1)", /stderr: so long/u],
    ["dies in the midst of a line", `out.write(b'{"type": "answ'); os._exit(1)`, /exit code 1/u],
    ["is killed", "os.kill(os.getpid(), 9)", /SIGKILL|exit code 137/u],
    ["ends well without an answer", "os._exit(0)", /got exit code 0/u],
    [
      "floods a line",
      "[out.write(b'x' * 50000) for _ in range(99)]",
      /a line of more than 1000000/u,
    ],
    ["floods lines", "[out.write(b'{\\n' * 10000) for _ in range(9)]", /messages in vain/u],
    [
      "floods its notebook",
      "[problem.note('a', 'x' * 100000) for _ in range(99)]",
      /bytes without an answer/u,
    ],
    [
      "prints on and on",
      "[out.write(b'tick\\n') for _ in range(999)]; problem.ask([1])",
      /in vain/u,
    ],
    [
      "forges a budget",
      "[raw({'type': 'answers', 'problem': problem.name, 'remaining': 99}) for _ in range(200)]",
      /messages in vain/u,
    ],
    [
      "speaks of other problems",
      "[raw({'type': 'ask', 'problem': 'b', 'inputs': [1]}) for _ in range(200)]; problem.ask([1])",
      /that were none/u,
    ],
    ["asks without end", "while True: problem.ask([1.5] * 40)", /messages in vain/u],
    ["asks what is no input", "while True: problem.ask(['a', [1, 2]])", /messages in vain/u],
    ["raises", "raise ValueError('a bad day')", /^ValueError: a bad day /u],
    ["states what cannot be", "answer = {'confidence': 7}", /confidence/u],
    ["states what nobody knows", "answer = {'confidense': 7}", /confidense/u],
  ])("that %s costs its own problem and nothing else", async (_, hint, reason) => {
    const wrong = await solved(method, { number: 2, hint });
    expect(wrong.failure).toMatch(reason);
    expect(wrong.interpretation).toBeNull();
    expect(wrong.usage.queries).toBeLessThanOrEqual(16);
    expect(await solved(method, { number: 3 })).toMatchObject(honest);
  });

  it("may print: what it prints is kept on stderr and disturbs nothing", async () => {
    const hint = "print('to stdout'); os.system('echo from a shell')";
    expect(await solved(method, { hint })).toMatchObject(honest);
  });

  it("that is silent is given up, is told, and makes room for a new one", async () => {
    const ticks = new Set<() => void>();
    const everySecond = (callBack: () => void): (() => void) => {
      ticks.add(callBack);
      return () => ticks.delete(callBack);
    };
    const pass = (seconds: number): void => {
      for (let i = 0; i < seconds; i += 1) for (const tick of Array.from(ticks)) tick();
    };
    const patient = await methodOf(single, { everySecond });
    const first = await solved(patient, { number: 1, onNote: () => pass(600) });
    expect(first).toMatchObject(honest);
    const wrong = await solved(patient, {
      number: 2,
      hint: "problem.note('silent', ''); time.sleep(10**6)",
      onNote: ({ topic }) => {
        if (topic === "silent") queueMicrotask(() => pass(601));
      },
    });
    expect(wrong.failure).toMatch(/got silence for 600 s/u);
    const next = await solved(patient, { number: 3 });
    expect(next).toMatchObject(honest);
    expect(next.notes).not.toEqual(first.notes);
  });

  it("that says no hello is told what came instead, before any problem", async () => {
    const open = async (source: string): Promise<void> => (await methodOf(source)).open([]);
    await expect(open("import nothing_of_this_name")).rejects.toMatchObject({
      code: "bad-argument",
      message: expect.stringMatching(/with a hello; got exit code 1, .*nothing_of_this_name/u),
    });
    await expect(open("print('{}')")).rejects.toMatchObject({ code: "bad-argument" });
    const newer = `print('{"type": "hello", "protocol": 2}')`;
    await expect(open(newer)).rejects.toMatchObject({ code: "bad-argument" });
  });

  it("at several problems that dies for one is begun again alone for each, and nothing is asked twice", async () => {
    // The others wait for the end of the process that they share; alone they do not wait.
    const wait = "for _ in range(10**6):\n    if len(begun) < 2: break\n    time.sleep(0.01)";
    const die =
      "for _ in range(50):\n    if len(begun) > 3: break\n    time.sleep(0.01)\nos._exit(3)";
    const shared = await methodOf(OBEDIENT.replace("PROBLEMS", "8"));
    const told = await Promise.all(
      [wait, wait, die, wait].map((hint, i) => solved(shared, { number: i + 1, hint })),
    );
    expect(told.map(({ failure }) => failure === "")).toEqual([true, true, false, true]);
    for (const { usage } of told) expect(usage).toEqual({ queries: 1, rounds: 1 });
  });
});
