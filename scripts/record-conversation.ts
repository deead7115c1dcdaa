// Records the conversations of test/fixtures/conversation again, against a scripted server on this
// machine: to be run when prompts or protocol have changed on purpose.
import { copyFile, mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { longTalk } from "../test/cli/agent/talk.ts";
import { recordedRun, recordedSuite } from "../test/cli/agent/recorded-run.ts";
import { findbench, findbenchIn } from "../test/support/command-line.ts";
import { startModelServer } from "../test/support/model-server.ts";

const fixture = new URL("../test/fixtures/conversation/", import.meta.url);
const folder = await mkdtemp(join(tmpdir(), "findbench-record-"));
const server = await startModelServer(longTalk);
try {
  const [suite, out] = [join(folder, "suite"), join(folder, "run")];
  const printed = [
    await findbench(...recordedSuite(suite)),
    await findbenchIn(server.environment("openai"), ...recordedRun(suite, out)),
  ];
  for (const { code, stderr } of printed) if (code !== 0) throw new Error(stderr);
  await mkdir(fixture, { recursive: true });
  await copyFile(join(out, "calls.jsonl"), new URL("calls.jsonl", fixture));
} finally {
  await server.close();
  await rm(folder, { recursive: true, force: true });
}
