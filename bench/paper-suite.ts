// The whole numeric part of `paper`, networks and all, generated twice: time, hash, and whether the
// hashes are equal.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { stdout } from "node:process";
import { generate } from "../src/app/index.ts";
import { figure, head, row, seconds } from "./measure.ts";

const SEED = "1";

const folder = await mkdtemp(join(tmpdir(), "findbench-bench-"));
try {
  head("`generate --recipe paper --categories numeric --seed 1`, 1000 problems with 150 networks");
  const hashes: string[] = [];
  for (const name of ["first", "second"]) {
    const time = await seconds(async () => {
      const request = { recipe: "paper@1", seed: SEED, out: join(folder, name), sealSeed: false };
      const { hash } = await generate(
        { ...request, categories: ["numeric"], count: null },
        new AbortController().signal,
      );
      hashes.push(hash);
    });
    row(`${name} run`, `${figure(time)} s`, "< 90 s", time < 90);
  }
  const [first, second] = hashes;
  row("hashes", first === second ? "equal" : "different", "equal", first === second);
  stdout.write(`\nSHA-256 of \`paper\`, seed ${SEED}: ${first ?? "none"}\n`);
} finally {
  await rm(folder, { recursive: true, force: true });
}
