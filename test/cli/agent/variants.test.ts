import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, it, onTestFinished } from "vitest";
import type { Outcome } from "../../../src/contract/index.ts";
import { findbench, findbenchIn } from "../../support/command-line.ts";
import { serverKey, startModelServer } from "../../support/model-server.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";
import { lastingFolder } from "./lasting-folder.ts";
import { talk } from "./talk.ts";

const numbers = lastingFolder("numbers");
const texts = lastingFolder("texts");

beforeAll(async () => {
  const size = ["--seed", "agent", "--count", "2", "--out"];
  const ofTexts = ["--recipe", "paper@1", "--categories", "strings"];
  expect(await findbench("generate", "--recipe", "mini@1", ...size, numbers())).toMatchObject({
    code: 0,
  });
  expect(await findbench("generate", ...ofTexts, ...size, texts())).toMatchObject({ code: 0 });
});

async function outcomesIn(run: string): Promise<readonly Outcome[]> {
  const text = await readFile(join(run, "outcomes.jsonl"), "utf8");
  const all = text
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as Outcome);
  return all.filter(({ role }) => role === "contestant");
}

describe.each(["openai/gpt-4o-mini", "anthropic/claude-haiku-4-5"])("%s", (model) => {
  it.each(["tools", "text"])("interprets in every way by %s", async (dialect) => {
    const server = await startModelServer(talk);
    onTestFinished(() => server.close());
    const out = join(await temporaryFolder(), "run");
    const ran = await findbenchIn(
      server.environment("openai", "anthropic"),
      ...`run ${numbers()} ${texts()} --interpreter agent,agent+init,examples --budget 20 --model ${model}`.split(
        " ",
      ),
      ...`--dialect ${dialect} --metrics published --out ${out}`.split(" "),
    );
    expect(ran).toMatchObject({ code: 0, stderr: "" });
    const outcomes = await outcomesIn(out);
    expect(outcomes).toHaveLength(12);
    for (const { status, item, usage, model: use, confidence } of outcomes) {
      const asked = { agent: dialect === "tools" ? 3 : 2, "agent+init": 10, examples: 20 };
      const least = asked[item.interpreter as keyof typeof asked];
      expect(status).toBe("scored");
      expect(usage.queries).toBeGreaterThanOrEqual(least - 1);
      expect(use).toMatchObject({ calls: item.interpreter === "examples" ? 1 : 2 });
      expect(use?.cost).toBeGreaterThan(0);
      expect(confidence).toBe(0.25);
    }
    const report = await findbench("report", out, "--full");
    expect(report.stdout).toMatch(
      new RegExp(`agent is ${model}: 4 calls, 400 tokens in, 80 out`, "u"),
    );
    for (const name of ["run.json", "events.jsonl", "outcomes.jsonl", "calls.jsonl"])
      expect(await readFile(join(out, name), "utf8")).not.toContain(serverKey);
  });
});
