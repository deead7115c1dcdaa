import { Option } from "commander";
import type { Command } from "commander";
import type { MetricFamily } from "../../contract/index.ts";
import { printResult } from "../command-context.ts";
import type { CommandContext, CommonOptions } from "../command-context.ts";
import {
  collected,
  commaList,
  folderPath,
  limitOrUnlimited,
  positionRange,
  wholeNumber,
} from "../parse-options.ts";
import { progressMeter } from "../progress.ts";
import { command, seedOption } from "./command.ts";
import {
  concurrencyOption,
  durabilityOption,
  metricsOption,
  runSummary,
  timeLimitOption,
} from "./work-options.ts";
import type { WorkOptions } from "./work-options.ts";

interface Options extends CommonOptions, WorkOptions {
  readonly interpreter: readonly string[];
  readonly budget?: number;
  readonly rounds?: number;
  readonly metrics?: readonly MetricFamily[];
  readonly timeLimit: number;
  readonly problem: readonly string[];
  readonly limit?: { readonly from: number; readonly to: number };
  readonly epochs: number;
  readonly seed: string;
  readonly out: string;
}

/** `findbench run`: lets interpreters work on suites. */
export function runCommand(context: CommandContext): Command {
  return command("run", "Let interpreters question the black boxes of suites, and score them", [
    "findbench run suites/mini --interpreter constant,polynomial,lookup --out runs/first",
    "findbench run suites/find --interpreter lookup --budget 64 --limit 100 --out runs/quick",
  ])
    .argument("<suite...>", "folders of the suites")
    .addOption(
      new Option("--interpreter <names>", "who interprets: constant, line, polynomial, lookup")
        .argParser(commaList)
        .makeOptionMandatory()
        .env("FINDBENCH_INTERPRETER"),
    )
    .requiredOption("--out <dir>", "new folder for the run's record", folderPath)
    .addOption(
      new Option("--budget <n>", "queries per problem, or `unlimited` (default: the suite's)")
        .argParser(limitOrUnlimited(0))
        .env("FINDBENCH_BUDGET"),
    )
    .option("--rounds <n>", "rounds per problem, or `unlimited`", limitOrUnlimited(0))
    .option("--problem <ids>", "only these problems; may be given several times", collected, [])
    .option("--limit <N|A-B>", "only the first N problems, or the A-th to the B-th", positionRange)
    .option("--epochs <k>", "how often each problem is interpreted", wholeNumber(1), 1)
    .addOption(
      metricsOption("what to score by: published, sound (default: both; sound takes longer)"),
    )
    .addOption(seedOption("decides the interpreters' own chance"))
    .addOption(timeLimitOption())
    .addOption(concurrencyOption())
    .addOption(durabilityOption())
    .action(async (suites: string[], options: Options) => {
      const terminal = context.terminal(options.quiet === true);
      const { startRun } = await import("../../app/index.ts");
      const { out, problem, limit, budget, rounds, ...rest } = options;
      const request = {
        suites,
        interpreters: rest.interpreter,
        budget: budget === Infinity ? null : budget,
        rounds: rounds === undefined || rounds === Infinity ? null : rounds,
        epochs: rest.epochs,
        metrics: rest.metrics ?? (["published", "sound"] as const),
        seed: rest.seed,
        problems: problem,
        limit: limit ?? null,
        out,
      };
      const onProgress = progressMeter(terminal, context.clock, {
        what: "items",
        live: context.live,
      });
      const workforce = { ...options, clock: context.clock, onProgress };
      const result = await startRun(request, workforce, context.signal);
      printResult(terminal, options, result, () => runSummary(result, out));
    });
}
