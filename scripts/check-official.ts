// Checks the importer, the probe, the sandbox and the published metric against the released FIND
// data in the folder that FIND_DATA names. Fails when the folder is absent or a figure is off.
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { argv, env, exit, stderr, stdout } from "node:process";
import { importFind, reportRuns, startRun } from "../src/app/index.ts";
import { evaluate, lawOf } from "../src/categories/numeric/index.ts";
import { publishedGrid } from "../src/categories/numeric/scorers/published.ts";
import { openSuite } from "../src/suite/index.ts";
import { asNumeric } from "../test/support/kinds-of-problem.ts";
import { checkNetworks } from "./check-networks.ts";
import { checkReleasedStrings } from "./check-released-strings.ts";

type Recorded = number | null | "error" | { readonly re: number; readonly im: number };
type Reference = Record<string, { readonly variant: string; readonly y: readonly Recorded[] }>;

/** Shares measured with the released code on its half; all n = 500, the rest without networks. */
const EXPECTED = [
  { interpreter: "lookup", budget: 64, all: 0.682, plain: 0.689, corrupted: 0.622, noised: 0.536 },
  { interpreter: "lookup", budget: 256, all: 0.844, plain: 0.908, corrupted: 0.744, noised: 0.619 },
  {
    interpreter: "constant",
    budget: 256,
    all: 0.176,
    plain: 0.171,
    corrupted: 0.222,
    noised: 0.083,
  },
  // Given for n = 500, but what is measured without networks; with them it is 3 points more, see
  // docs/results.
  { interpreter: "polynomial", budget: 64, withoutNetworks: 0.628 },
  { interpreter: "polynomial", budget: 256, withoutNetworks: 0.632 },
  { interpreter: "oracle", budget: 256, all: 0.908, plain: 1, corrupted: 0.811, noised: 0.655 },
] as const satisfies readonly Expected[];
const TOLERANCE = 0.03;

interface Expected {
  readonly interpreter: string;
  readonly budget: number;
  readonly all?: number;
  readonly withoutNetworks?: number;
  readonly plain?: number;
  readonly corrupted?: number;
  readonly noised?: number;
}

let failures = 0;
function check(passed: boolean, text: string): void {
  if (!passed) failures += 1;
  stdout.write(`${passed ? "ok  " : "FAIL"} ${text}\n`);
}

const data = env["FIND_DATA"];
if (data === undefined || data === "") {
  stderr.write("Expected FIND_DATA to name a folder with released FIND data; it is not set\n");
  exit(2);
}
const seed = argv[2] ?? "0";
const scratch = await mkdtemp(join(tmpdir(), "findbench-official-"));
try {
  const suitePath = join(scratch, "suite");
  const { header, leftOut } = await importFind(
    { folder: data, out: suitePath, seed, categories: ["numeric"], expressions: null },
    new AbortController().signal,
  );
  stdout.write(`imported ${header.counts.problems}, left out ${leftOut.length}\n`);
  await checkParity(join(data, "numeric-reference.json"), suitePath);
  await checkNetworks(data, suitePath, check);
  await checkReleasedStrings(data, check);
  for (const budget of [64, 256]) await checkFigures(suitePath, budget);
} finally {
  await rm(scratch, { recursive: true, force: true });
}
stdout.write(`${failures === 0 ? "all checks hold" : `${failures} checks failed`}\n`);
exit(failures === 0 ? 0 : 1);

async function checkParity(file: string, suitePath: string): Promise<void> {
  const reference = JSON.parse(await readFile(file, "utf8")) as Reference;
  const wanted = Object.values(reference).filter(({ variant }) => variant !== "mlp").length;
  const grid = publishedGrid();
  const tally = { functions: 0, real: 0, complex: 0, undefined: 0, servedAsNaN: 0, off: 0 };
  const suite = await openSuite(suitePath);
  for await (const problem of suite.problems()) {
    const { truth } = asNumeric(problem);
    if (truth.provenance.source !== "find") continue;
    const recorded = reference[truth.provenance.officialId];
    if (recorded === undefined || recorded.variant === "mlp") continue;
    tally.functions += 1;
    const { re, im } = evaluate(lawOf(truth.spec), grid);
    recorded.y.forEach((y, i) => {
      const real = re[i] ?? NaN;
      const imaginary = im?.[i] ?? 0;
      const defined = Number.isFinite(real) && Number.isFinite(imaginary);
      if (y === null || y === "error") {
        tally.undefined += 1;
        if (defined) tally.off += 1;
      } else if (typeof y !== "number" && truth.quirks.includes("root-undefined")) {
        tally.servedAsNaN += 1;
        if (defined) tally.off += 1;
      } else {
        const expected = typeof y === "number" ? { re: y, im: 0 } : y;
        if (typeof y === "number") tally.real += 1;
        else tally.complex += 1;
        const allowed = 1e-9 * Math.max(1, Math.hypot(expected.re, expected.im));
        if (!(Math.hypot(real - expected.re, imaginary - expected.im) <= allowed)) tally.off += 1;
      }
    });
  }
  check(tally.functions === wanted, `parity covers ${tally.functions} of ${wanted} functions`);
  check(
    tally.off === 0,
    `parity: ${tally.off} off of ${tally.real} real, ${tally.complex} complex, ${tally.undefined} undefined values, ${tally.servedAsNaN} complex ones served as NaN`,
  );
}

async function checkFigures(suitePath: string, budget: number): Promise<void> {
  const out = join(scratch, `run-${budget}`);
  await startRun(
    {
      suites: [suitePath],
      interpreters: ["constant", "line", "polynomial", "lookup"],
      metrics: ["published"],
      budget,
      rounds: null,
      epochs: 1,
      seed: "0",
      problems: [],
      limit: null,
      out,
    },
    { concurrency: 4, durability: "os", timeLimit: 3600, clock: { now: () => Date.now() } },
    new AbortController().signal,
  );
  const [report] = await reportRuns([out]);
  const published = report?.categories
    .flatMap(({ sections }) => sections)
    .find(({ name }) => name === "published");
  for (const row of published?.rows ?? []) {
    const cell = (subset: string): { readonly n: number; readonly value: number } => {
      const at = published?.columns.findIndex((column) => column.subset === subset) ?? -1;
      const found = row.cells[at];
      return (found?.kind === "figure" ? found.estimate : null) ?? { n: 0, value: 0 };
    };
    const share = (subset: string): number => {
      if (subset !== "withoutNetworks") return cell(subset).value;
      const [all, networks] = [cell("all"), cell("approximated")];
      return (all.n * all.value - networks.n * networks.value) / (all.n - networks.n);
    };
    const expected: Expected | undefined = EXPECTED.find(
      (one) => one.interpreter === row.name && one.budget === budget,
    );
    for (const subset of ["all", "withoutNetworks", "plain", "corrupted", "noised"] as const) {
      const got = share(subset);
      const wanted = expected?.[subset];
      const label = `${row.name} at ${budget}, ${subset}: ${got.toFixed(3)}`;
      if (wanted === undefined) stdout.write(`     ${label}\n`);
      else {
        const near = Math.abs(got - wanted) <= TOLERANCE;
        check(near, `${label}, expected ${wanted.toFixed(3)} ± ${TOLERANCE}`);
      }
    }
  }
}
