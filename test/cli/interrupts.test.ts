import { spawn } from "node:child_process";
import { watch } from "node:fs";
import { mkdir, readdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { findbench } from "../support/command-line.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

/** Milliseconds that a busy machine may take. */
const BUSY = 600_000;

const main = join(dirname(dirname(import.meta.dirname)), "src/cli/main.ts");

/** Runs a command until a name appears in a folder, and sends it signals then. */
async function interrupted(
  args: readonly string[],
  { folder, name }: { readonly folder: string; readonly name: RegExp },
  signals: readonly NodeJS.Signals[],
): Promise<{ code: number | null; stderr: string }> {
  const child = spawn(process.execPath, ["--import", "tsx", main, ...args], {
    stdio: ["ignore", "ignore", "pipe"],
  });
  let stderr = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
  const watcher = watch(folder, (_, seen) => {
    if (seen === null || !name.test(seen)) return;
    watcher.close();
    for (const signal of signals) child.kill(signal);
  });
  return new Promise((resolve) =>
    child.on("close", (code) => {
      watcher.close();
      resolve({ code, stderr });
    }),
  );
}

describe("an interrupted run", { timeout: BUSY }, () => {
  it.each<readonly NodeJS.Signals[]>([["SIGINT"], ["SIGTERM"], ["SIGHUP"], ["SIGINT", "SIGINT"]])(
    "by %s ends with 130, one line and no lock",
    async (...signals) => {
      const folder = await temporaryFolder();
      const [program, run] = [join(folder, "f.js"), join(folder, "run")];
      await writeFile(program, "function f(x) { return Math.sin(x) * x; }\n");
      await mkdir(run);
      const args = ["run", "--function", program, "--interpreter", "scientist", "--epochs", "50"];
      const { code, stderr } = await interrupted(
        [...args, "--out", run],
        { folder: run, name: /^outcomes\.jsonl$/u },
        signals,
      );
      expect({ code, stderr }).toEqual({
        code: 130,
        stderr: expect.stringMatching(
          /^findbench: interrupted: Expected [^\n]*; got SIG[A-Z]+; [^\n]*findbench resume[^\n]*\n$/u,
        ),
      });
      expect((await readdir(run)).filter((name) => name.startsWith("lock-"))).toEqual([]);
      expect(await findbench("report", run)).toMatchObject({ code: 0 });
    },
  );
});
