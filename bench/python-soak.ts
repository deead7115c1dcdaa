// Hostile Python, one program after the other, cycling through the attacks of the tests: nothing
// may be left behind, and each attack must end as the tests say. `npx tsx bench/python-soak.ts 500`
// runs 500 instead of 10,000.
import { lstatSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { argv, stdout } from "node:process";
import { pythonSandbox } from "../src/sandbox/index.ts";
import { attacks, summary } from "../test/sandbox/python/attack-programs.ts";
import { figure, head, row, seconds } from "./measure.ts";

const RUNS = Number(argv[2] ?? 10_000);
const PAGE_KILOBYTES = 4;
const programs = Object.values(attacks).flat();

const START = Date.now();
const user = process.getuid?.() === 0 ? 65_534 : process.getuid?.();
const count = (folder: string): number => readdirSync(folder).length;

/** Files of the sandbox's user that are newer than this process, where every user may write. */
function filesLeft(): readonly string[] {
  return ["/tmp", "/var/tmp", "/dev/shm"]
    .flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)))
    .filter((path) => {
      const status = lstatSync(path, { throwIfNoEntry: false });
      return status !== undefined && status.uid === user && status.ctimeMs > START;
    });
}

/** Segments of shared memory, message queues and semaphores of the whole machine. */
const shared = (): number =>
  ["shm", "msg", "sem"].reduce(
    (sum, kind) =>
      sum + readFileSync(`/proc/sysvipc/${kind}`, "utf8").trim().split("\n").length - 1,
    0,
  );

function processes(): readonly number[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map(Number);
}

/** A field of a process's status, by its place after the name of its program. */
function field(id: number, place: number): string {
  try {
    const text = readFileSync(`/proc/${id}/stat`, "utf8");
    return text.slice(text.lastIndexOf(")") + 2).split(" ")[place] ?? "";
  } catch {
    return "";
  }
}

/** All processes below this one, with those that have ended and are not yet buried. */
function descendants(id: number): readonly number[] {
  const children = processes().filter((child) => Number(field(child, 1)) === id);
  return children.flatMap((child) => [child, ...descendants(child)]);
}

const megabytes = (ids: readonly number[]): number =>
  ids.reduce((sum, id) => sum + Number(field(id, 21)) * PAGE_KILOBYTES, 0) / 1024;
const ours = (): readonly number[] => descendants(process.pid).filter((id) => field(id, 0) !== "");

const outside = ours();
const sharedBefore = shared();
const sandbox = pythonSandbox();
const attack = async (index: number): Promise<boolean> => {
  const [source, expected] = programs[index % programs.length] ?? ["", ""];
  const code = { language: "python", source, entry: "f" } as const;
  const outcome = summary(
    await sandbox.run({ code, inputs: [1], seed: "soak", limits: { work: 1 } }),
  );
  const asExpected = typeof expected === "string" ? expected === outcome : expected.test(outcome);
  return asExpected || outcome === "timed-out"; // In less time than the tests give.
};

// The first round lets the worker import whatever the programs make it import.
for (let index = 0; index < programs.length; index += 1) await attack(index);
const inside = ours();
const [before, own] = [megabytes(inside), process.memoryUsage.rss() / (1024 * 1024)];
const open = count("/proc/self/fd");
let otherwise = 0;
const time = await seconds(async () => {
  for (let index = 0; index < RUNS; index += 1) {
    if (!(await attack(index))) otherwise += 1;
    if (index % 1000 === 999) stdout.write(`${index + 1} runs, ${ours().length} processes\n`);
  }
});
const [after, ownAfter] = [megabytes(ours()), process.memoryUsage.rss() / (1024 * 1024)];
const processesAfter = ours().length;
const openAfter = count("/proc/self/fd");
await sandbox.close();
const left = ours().filter((id) => !outside.includes(id));

head(`What ${figure(RUNS)} hostile runs leave behind (${programs.length} attacks in turn)`);
row("time", `${figure(time)} s, ${figure(RUNS / time)} runs/s`, "", null);
row(
  "processes of the sandbox, before and after",
  `${inside.length}, ${processesAfter}`,
  "same",
  inside.length === processesAfter,
);
row(
  "memory of the sandbox, before and after",
  `${figure(before)} MB, ${figure(after)} MB`,
  "within 20 MB",
  after - before < 20,
);
row(
  "memory of Node, before and after",
  `${figure(own)} MB, ${figure(ownAfter)} MB`,
  "within 100 MB",
  ownAfter - own < 100,
);
row(
  "open descriptors of Node, before and after",
  `${open}, ${openAfter}`,
  "same",
  open === openAfter,
);
row("new files of the sandbox's user", figure(filesLeft().length), "0", filesLeft().length === 0);
row(
  "shared memory and queues, before and after",
  `${sharedBefore}, ${shared()}`,
  "same",
  sharedBefore === shared(),
);
row("processes after closing", figure(left.length), "0", left.length === 0);
row("runs that ended otherwise than in the tests", figure(otherwise), "0", otherwise === 0);
