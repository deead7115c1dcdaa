// Training of as many networks as were released, on two threads, and one epoch by prefix sums
// against one by a plain loop over all points. Both in one run.
import { chanceFrom } from "../src/core/index.ts";
import { familyKinds, sampleAtom, sampleComposition } from "../src/categories/numeric/index.ts";
import type { Law } from "../src/categories/numeric/index.ts";
import { publishedSettings } from "../src/categories/numeric/released/published-settings.ts";
import { trainer, trainNetwork, trainPlain } from "../src/training/index.ts";
import type { TrainingTask } from "../src/training/index.ts";
import { figure, head, middle, row, seconds } from "./measure.ts";

const NETWORKS = 150;
const COMPOSED = 17;
const THREADS = 2;
const REPEATS = 3;
const PLAIN_EPOCHS = 200;

/** As released: roots are trained right of 0, logarithms right of 1. */
function domainOf({ kind }: Law): TrainingTask["domain"] {
  if (kind === "root") return { from: 0, to: 100 };
  return { from: kind === "logarithm" ? 1 : -100, to: 100 };
}

const chance = chanceFrom("bench");
const tasks = Array.from({ length: NETWORKS }, (_, i): TrainingTask => {
  const draws = chance.fork("law", i);
  const kinds = ["constant", "rectangle", "leaky-relu", "linear", "step", "polynomial"] as const;
  const law =
    i < COMPOSED
      ? sampleComposition(
          draws.pick(["sum", "product"]),
          [draws.pick(kinds), draws.pick(kinds)],
          draws,
        )
      : sampleAtom(draws.pick(familyKinds), draws);
  return { law, domain: domainOf(law), settings: publishedSettings, seed: `bench ${i}` };
});

head(`Training of networks: 1-64-1, Adam, ${figure(publishedSettings.epochs)} epochs`);
const { train, close } = trainer({ threads: THREADS });
let learned = 0;
const all = await seconds(async () => {
  const networks = await Promise.all(tasks.map((task) => train(task)));
  learned = networks.filter((network) => network.learned).length;
});
await close();
row(`${NETWORKS} networks on ${THREADS} threads`, `${figure(all)} s`, "< 60 s", all < 60);
row("of these learned their law", String(learned), "", null);

const fast: number[] = [];
const plain: number[] = [];
for (const task of tasks.slice(-REPEATS)) {
  const { settings } = task;
  const few = { ...task, settings: { ...settings, epochs: PLAIN_EPOCHS } };
  fast.push((await seconds(() => trainNetwork(task))) / settings.epochs);
  plain.push((await seconds(() => trainPlain(few))) / PLAIN_EPOCHS);
}
row("an epoch by prefix sums", `${figure(1000 * middle(fast))} ms`, "", null);
row(
  `an epoch by the plain loop (over ${PLAIN_EPOCHS})`,
  `${figure(1000 * middle(plain))} ms`,
  "",
  null,
);
const ratio = middle(plain) / middle(fast);
row("plain loop over prefix sums", figure(ratio), "≥ 20", ratio >= 20);
