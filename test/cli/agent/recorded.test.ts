import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import type { Outcome } from "../../../src/contract/index.ts";
import { findbench } from "../../support/command-line.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";
import { answer } from "./talk.ts";
import { recordedRun, recordedSuite } from "./recorded-run.ts";

const conversation = fileURLToPath(new URL("../../fixtures/conversation", import.meta.url));

it("a recorded conversation is replayed without a server; `scripts/record-conversation.ts` renews it", async () => {
  const folder = await temporaryFolder();
  const [suite, out] = [join(folder, "suite"), join(folder, "run")];
  expect(await findbench(...recordedSuite(suite))).toMatchObject({ code: 0 });
  const ran = await findbench(...recordedRun(suite, out), "--replay", conversation);
  expect(ran).toMatchObject({ code: 0, stderr: "" });
  const outcomes = (await readFile(join(out, "outcomes.jsonl"), "utf8"))
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as Outcome)
    .filter(({ role }) => role === "contestant");
  expect(outcomes).toHaveLength(4);
  for (const { item, model, usage, confidence } of outcomes) {
    const isAgent = item.interpreter === "agent";
    expect(model).toMatchObject({ calls: isAgent ? 4 : 1, paid: 0 });
    expect(usage.queries).toBe(isAgent ? 6 : 16);
    expect(confidence).toBe(answer.confidence);
  }
  expect(await readFile(join(out, "events.jsonl"), "utf8")).toContain('"replayed":true');
});
