import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, it, onTestFinished } from "vitest";
import type { Outcome } from "../../../src/contract/index.ts";
import { findbench, findbenchIn } from "../../support/command-line.ts";
import { calls, says, serverKey, startModelServer } from "../../support/model-server.ts";
import type { ServedTurn, ServerScript } from "../../support/model-server.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";
import { lastingFolder } from "./lasting-folder.ts";
import { answer, talk, turnOf } from "./talk.ts";

const suite = lastingFolder("suite");
const HUGE = 100 * 2 ** 20;

beforeAll(async () => {
  const size = ["--recipe", "mini@1", "--seed", "hostile", "--count", "2"];
  expect(await findbench("generate", ...size, "--out", suite())).toMatchObject({ code: 0 });
});

interface Ran {
  readonly out: string;
  readonly outcomes: readonly Outcome[];
  readonly written: string;
  readonly code: number;
  readonly stderr: string;
}

/** Runs `agent` on the suite with a model that follows the script. */
async function run(script: ServerScript, ...more: readonly string[]): Promise<Ran> {
  const server = await startModelServer(script);
  onTestFinished(() => server.close());
  const out = join(await temporaryFolder(), "run");
  const { code, stderr } = await findbenchIn(
    server.environment("openai"),
    ...`run ${suite()} --interpreter agent --model openai/gpt-4o-mini --out ${out}`.split(" "),
    ..."--budget 8 --turns 4 --metrics published".split(" "),
    ...more,
  );
  const files = await readdir(out).catch(() => []);
  const written = (await Promise.all(files.map((name) => readFile(join(out, name), "utf8")))).join(
    "",
  );
  const lines = (await readFile(join(out, "outcomes.jsonl"), "utf8").catch(() => "")).split("\n");
  const outcomes = lines
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as Outcome)
    .filter(({ role }) => role === "contestant");
  expect(written).not.toContain(serverKey);
  return { out, outcomes, written, code, stderr };
}

describe("a hostile model", () => {
  it.each<[string, object]>([
    [
      "reads files",
      { language: "python", code: "def f(x):\n    return open('/etc/passwd').read()" },
    ],
    [
      "opens sockets",
      {
        language: "python",
        code: "import socket\ndef f(x):\n    socket.create_connection(('127.0.0.1', 22))\n    return x",
      },
    ],
    [
      "loads modules",
      {
        language: "javascript",
        code: "function f(x) { return require('fs').readFileSync('/etc/passwd', 'utf8'); }",
      },
    ],
    ["never ends", { language: "javascript", code: "function f(x) { for (;;); }" }],
  ])("whose code %s has failed, and nothing got out", async (_, code) => {
    const { outcomes, written } = await run([
      calls({ tool: "answer", arguments: { ...answer, ...code } }),
    ]);
    for (const { scores } of outcomes)
      for (const score of Object.values(scores)) expect(score).not.toMatchObject({ value: 1 });
    expect(written).not.toContain("root:");
  });

  it("whose arguments hold commands asks nothing", async () => {
    const { outcomes } = await run((request) =>
      turnOf(request) === 1
        ? calls(
            { tool: "ask", arguments: { inputs: "$(touch escaped); `id`" } },
            { tool: "../../ask", arguments: { inputs: [1] } },
          )
        : calls({ tool: "answer", arguments: answer }),
    );
    for (const { usage } of outcomes) expect(usage.queries).toBe(0);
    expect(await readdir(".")).not.toContain("escaped");
  });

  it("that asks beyond its budget and after its answer gets no more than its budget", async () => {
    const many = (request: Parameters<typeof turnOf>[0]): readonly unknown[] =>
      JSON.stringify(request.body).includes("takes one text")
        ? Array.from({ length: 200 }, (_, i) => `t${i}`)
        : Array.from({ length: 200 }, (_, i) => i);
    const { outcomes, written } = await run((request) => {
      const ask = { tool: "ask", arguments: { inputs: many(request) } };
      return turnOf(request) < 3
        ? calls(ask, ask)
        : calls({ tool: "answer", arguments: answer }, ask);
    });
    for (const { usage, status } of outcomes) {
      expect(status).toBe("scored");
      expect(usage.queries).toBe(8);
    }
    expect(written).toContain("calls that came after the answer");
  });

  it("that talks without an end is cut off, and the run ends", async () => {
    const { outcomes, code, written } = await run([{ kind: "endless" }]);
    expect(code).toBe(0);
    for (const outcome of outcomes) expect(outcome).toMatchObject({ status: "scored" });
    expect(written.length).toBeLessThan(60_000_000);
  }, 120_000);

  it.each<[string, ServedTurn]>([
    ["text", { kind: "endless", bytes: HUGE }],
    ["one line", { kind: "endless", bytes: HUGE, oneLine: true }],
  ])(
    "that replies with 100 MB of %s is cut off, and little of it is kept",
    async (_, turn) => {
      const { outcomes, code, written } = await run([turn], "--limit", "1");
      expect(code).toBe(0);
      expect(outcomes).toHaveLength(1);
      expect(written.length).toBeLessThan(30_000_000);
    },
    120_000,
  );

  it("that refuses or is silent has abstained", async () => {
    const refusal = { kind: "reply", text: "I must not.", finish: "refused" } as const;
    for (const script of [[refusal], [says("")]]) {
      const { outcomes } = await run(script);
      for (const outcome of outcomes) expect(outcome).toMatchObject({ abstained: true });
    }
  });

  it("that is another one is named in the record", async () => {
    const other = { ...calls({ tool: "answer", arguments: answer }), model: "gpt-4o-mini-other" };
    const { written, out } = await run([other]);
    expect(written).toContain('"servedModel":"gpt-4o-mini-other"');
    const report = await findbench("report", out, "--full");
    expect(report.stdout.replaceAll(/\s+/gu, " ")).toContain("served as gpt-4o-mini-other");
  });
});

describe("a server with faults", () => {
  it("that asks for patience gets it", async () => {
    const busy = { kind: "status", status: 429, headers: { "retry-after": "0" } } as const;
    const { outcomes } = await run((request) => (request.number === 1 ? busy : talk(request)));
    for (const { status } of outcomes) expect(status).toBe("scored");
  });

  it("that refuses the key stops the run before an item has failed, and tells nothing of the key", async () => {
    const body = { error: { message: `Wrong key ${serverKey}` } };
    const { outcomes, stderr, code } = await run([{ kind: "status", status: 401, body }]);
    expect(code).toBe(130);
    expect(stderr).toContain("correct the key, then go on with `findbench resume`");
    expect(outcomes).toEqual([]);
    expect(stderr).not.toContain(serverKey);
  });

  it("that is out of credit stops the run, which can be resumed", async () => {
    const body = {
      error: {
        message: "You exceeded your current quota",
        type: "insufficient_quota",
        code: "insufficient_quota",
      },
    };
    const { code, stderr, outcomes } = await run([{ kind: "status", status: 429, body }]);
    expect(code).toBe(130);
    expect(stderr).toContain("model-stopped");
    expect(outcomes).toEqual([]);
  });
});
