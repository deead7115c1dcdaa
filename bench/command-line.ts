// Start-up of the built command line, and memory of generating very many problems.
import { spawnSync } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { execPath } from "node:process";
import { fileURLToPath } from "node:url";
import { loadRecipe } from "../src/app/index.ts";
import { withoutNetworks } from "../src/suite/index.ts";
import { figure, head, middle, row, seconds } from "./measure.ts";

const main = fileURLToPath(new URL("../dist/cli/main.js", import.meta.url));
const peakHook = `data:text/javascript,process.on("exit",()=>process.stderr.write("peak "+process.resourceUsage().maxRSS))`;

head("Command line");
const times: number[] = [];
for (let i = 0; i < 11; i += 1) {
  times.push(await seconds(() => spawnSync(execPath, [main, "--help"])));
}
const help = 1000 * middle(times);
row("`findbench --help`, median of 11", `${figure(help)} ms`, "< 200 ms", help < 200);
const bare: number[] = [];
for (let i = 0; i < 11; i += 1) bare.push(await seconds(() => spawnSync(execPath, ["-e", "0"])));
row("bare `node -e 0`, median of 11", `${figure(1000 * middle(bare))} ms`, "", null);

const folder = await mkdtemp(join(tmpdir(), "findbench-bench-"));
try {
  // Networks take their own time, see training-rate.ts: here the others are drawn.
  const recipe = join(folder, "recipe.json");
  await writeFile(recipe, JSON.stringify(withoutNetworks(await loadRecipe("paper@1"))));
  const peaks: number[] = [];
  for (const count of [1000, 1_000_000]) {
    let stderr = "";
    const time = await seconds(() => {
      const args = ["generate", "--recipe", recipe, "--categories", "numeric", "--seed", "1"];
      const out = ["--count", String(count), "--out", join(folder, `suite-${count}`)];
      const child = spawnSync(execPath, ["--import", peakHook, main, ...args, ...out], {
        encoding: "utf8",
      });
      stderr = child.stderr;
    });
    const megabytes = Number(/peak (\d+)/u.exec(stderr)?.[1]) / 1024;
    peaks.push(megabytes);
    row(
      `generate --count ${count.toLocaleString("en")}`,
      `${figure(megabytes)} MB peak, ${figure(time)} s`,
      "",
      null,
    );
  }
  const ratio = (peaks[1] ?? NaN) / (peaks[0] ?? NaN);
  row("peak memory, 10⁶ problems over 10³", figure(ratio), "≤ 1.5", ratio <= 1.5);
} finally {
  await rm(folder, { recursive: true, force: true });
}
