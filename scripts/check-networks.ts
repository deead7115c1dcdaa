// The released networks: whether they are read and evaluated as PyTorch does, and how close networks
// trained anew by the published recipe come to them.
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { stdout } from "node:process";
import { evaluate } from "../src/categories/numeric/index.ts";
import type { Approximated } from "../src/categories/numeric/index.ts";
import { openSuite } from "../src/suite/index.ts";
import { publishedSettings } from "../src/categories/numeric/released/published-settings.ts";
import { trainer } from "../src/training/index.ts";
import { asNumeric } from "../test/support/kinds-of-problem.ts";

/** Seeds that networks are trained from, named before any was tried. */
const SEEDS = Array.from({ length: 10 }, (_, i) => `check-${i}`);
const CLOSE = 1e-3;
/** float32 has 24 bits; 64 products and their sum lose a few of them. */
const FLOAT32 = 2e-6;

/** Checks every released network of an imported suite. */
export async function checkNetworks(
  data: string,
  suitePath: string,
  check: (passed: boolean, text: string) => void,
): Promise<void> {
  const folder = join(data, "find-dataset", "numeric");
  const withWeights = (await readdir(folder)).filter((name) => /^f\d{5}$/u.test(name));
  const networks = trainer({ threads: 2 });
  const suite = await openSuite(suitePath);
  let seen = 0;
  for await (const problem of suite.problems()) {
    const { provenance, spec } = asNumeric(problem).truth;
    if (provenance.source !== "find" || spec.kind !== "approximated") continue;
    if (!withWeights.includes(provenance.officialId)) continue;
    seen += 1;
    const { officialId } = provenance;
    const [xs, float32] = outputs(spec);
    const float64 = evaluate({ ...spec, precision: "float64" }, xs).re;
    const largest = float32.reduce((most, y) => Math.max(most, Math.abs(y)), 0);
    const off = float32.reduce((most, y, i) => Math.max(most, Math.abs(y - (float64[i] ?? 0))), 0);
    check(
      off <= FLOAT32 * largest,
      `${officialId}: float32 and float64 differ by ${off.toExponential(1)} of ${largest.toPrecision(3)}`,
    );
    const { law, domain } = spec;
    const errors = await Promise.all(
      SEEDS.map(async (seed) =>
        nmse(
          float32,
          outputs(await networks.train({ law, domain, settings: publishedSettings, seed }))[1],
        ),
      ),
    );
    const sorted = errors.toSorted((a, b) => a - b);
    const median = ((sorted[4] ?? NaN) + (sorted[5] ?? NaN)) / 2;
    const missed = errors.filter((error) => error > CLOSE).length;
    check(
      median <= CLOSE,
      `${officialId}: retrained from ${SEEDS.length} seeds, NMSE to the released network: median ${median.toExponential(1)}, largest ${(sorted.at(-1) ?? NaN).toExponential(1)}, ${missed} above ${CLOSE}`,
    );
  }
  await networks.close();
  stdout.write(`     ${seen} released networks\n`);
  check(seen > 0, "at least one released network was at hand");
}

/** The test points in the training domain, and what the network gives there. */
function outputs(network: Approximated): readonly [Float64Array, Float64Array] {
  const { from, to } = network.domain;
  const grid = Float64Array.from({ length: 256 }, (_, i) => i - 127.5);
  const xs = grid.filter((x) => x >= from && x <= to);
  return [xs, evaluate(network, xs).re];
}

function nmse(truth: Float64Array, guess: Float64Array): number {
  let off = 0;
  let energy = 0;
  truth.forEach((y, i) => {
    off += (y - (guess[i] ?? 0)) ** 2;
    energy += y * y;
  });
  return off / energy;
}
