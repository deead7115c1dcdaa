// What becomes of one item's conversation with servers that behave as real ones were seen to: one row for
// each behaviour, by the command line of any build, which is how two builds are compared.
//   npx tsx bench/as-served.ts [path of a built dist]
import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { talk } from "../test/cli/agent/talk.ts";
import { startModelServer } from "../test/support/model-server.ts";
import { servedBehaviours } from "../test/support/served-behaviours.ts";
import type { ServedBehaviour } from "../test/support/served-behaviours.ts";

const [dist = "dist"] = process.argv.slice(2);
const folder = await mkdtemp(join(tmpdir(), "findbench-served-"));
const suite = join(folder, "suite");

interface Ended {
  readonly out: string;
}

/** Runs a command to its end. */
async function findbench(args: readonly string[], environment: object = {}): Promise<Ended> {
  const child = spawn(process.execPath, [join(dist, "cli/main.js"), ...args], {
    env: { PATH: process.env["PATH"], HOME: process.env["HOME"], NO_COLOR: "1", ...environment },
  });
  let out = "";
  child.stdout.on("data", (piece: Buffer) => (out += piece.toString("utf8")));
  child.stderr.on("data", (piece: Buffer) => (out += piece.toString("utf8")));
  await new Promise((resolve) => child.on("close", resolve));
  return { out };
}

async function row(behaviour: ServedBehaviour, number: number): Promise<string> {
  const { name, model, dialect, turns = 6, temperature } = behaviour;
  const server = await startModelServer((request) => behaviour.serve(request) ?? talk(request));
  const run = join(folder, `run-${number}`);
  const { out } = await findbench(
    [
      ..."run --interpreter agent --budget 8 --metrics published".split(" "),
      suite,
      "--model",
      model,
      "--dialect",
      dialect,
      "--turns",
      `${turns}`,
      "--out",
      run,
      ...(temperature === undefined ? [] : ["--temperature", `${temperature}`]),
    ],
    server.environment(model.replace(/\/.*$/u, "")),
  );
  const outcomes = await readFile(join(run, "outcomes.jsonl"), "utf8").catch(() => "");
  const contestant = outcomes
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as Readonly<Record<string, unknown>>)
    .find(({ role }) => role === "contestant");
  const ended = contestant?.["status"];
  const status = typeof ended === "string" ? ended : "not run";
  const abstained = contestant?.["abstained"] === true ? ", abstained" : "";
  const told = /(?:the first: |ERROR |error: )?([^\n]*Expected [^\n]*)/u.exec(out)?.[1] ?? "";
  const shown = status === "scored" ? "" : ` — ${told.trim().slice(0, 160)}`;
  await server.close();
  return `| ${name} (${dialect}) | ${status}${abstained} | ${server.requests.length} |${shown}`;
}

try {
  const size = ["--recipe", "mini", "--seed", "7", "--count", "1"];
  await findbench(["generate", ...size, "--out", suite]);
  for (const [number, behaviour] of servedBehaviours.entries())
    console.log(await row(behaviour, number));
} finally {
  await rm(folder, { recursive: true, force: true });
}
