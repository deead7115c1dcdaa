// Processor time of a program in JavaScript on 5,000 inputs, without and with 64 inputs that are
// also asked alone, and their ratio. Both in one run, by turns.
import { cpuUsage } from "node:process";
import type { Input } from "../src/contract/index.ts";
import { javascriptSandbox } from "../src/sandbox/index.ts";
import { figure, head, middle, row } from "./measure.ts";

const INPUTS = 5_000;
const ALONE = 64;
const ROUNDS = 15;

const programs: readonly (readonly [name: string, source: string, input: (i: number) => Input])[] =
  [
    ["a line", "const f = (x) => 3 * x + 1", (i) => i / 7],
    [
      "a sum of sines",
      "const f = (x) => { let s = 0; for (let i = 0; i < 30; i++) s += Math.sin(x * i); return s }",
      (i) => i / 7,
    ],
    ["chance", "const f = (x) => x + Math.random()", (i) => i / 7],
    ["text", "const f = (x) => [...x].reverse().join('').toUpperCase()", (i) => `abc def ${i}`],
    [
      "a table of 100,000 numbers",
      "const t = Array.from({ length: 1e5 }, (_, i) => i / 3); const f = (x) => t[Math.floor(x)]",
      (i) => i / 7,
    ],
  ];

const sandbox = javascriptSandbox();

/** Milliseconds of this process on a processor, over all its threads, for one program. */
async function spent(source: string, inputs: readonly Input[], alone: readonly number[]) {
  const before = cpuUsage();
  const code = { language: "javascript", source, entry: "f" } as const;
  const outcome = await sandbox.run({ code, inputs, alone, seed: "bench" });
  const { user, system } = cpuUsage(before);
  if (outcome.kind !== "ran") throw new Error(`Expected values; got ${outcome.kind}`);
  return (user + system) / 1000;
}

head(
  `Milliseconds of a processor for a program on ${figure(INPUTS)} inputs, ${ALONE} of them alone`,
);
const alone = Array.from({ length: ALONE }, (_, index) => Math.floor((index * INPUTS) / ALONE));
for (const [name, source, input] of programs) {
  const inputs = Array.from({ length: INPUTS }, (_, index) => input(index));
  for (let round = 0; round < 3; round += 1) await spent(source, inputs, alone);
  const [bare, both]: [number[], number[]] = [[], []];
  for (let round = 0; round < ROUNDS; round += 1) {
    bare.push(await spent(source, inputs, []));
    both.push(await spent(source, inputs, alone));
  }
  row(`${name}, no input alone (n = ${ROUNDS})`, `${figure(middle(bare))} ms`, "", null);
  row(`${name}, ratio`, figure(middle(both) / middle(bare)), "", null);
}
await sandbox.close();
