import type { Command } from "commander";
import { printResult } from "../command-context.ts";
import type { CommandContext, CommonOptions } from "../command-context.ts";
import { progressMeter } from "../progress.ts";
import { command } from "./command.ts";
import { execTimeoutOption } from "./exec-options.ts";
import { addRateOptions, costLimitOption, priceOption, pricesOf, rateOf } from "./model-options.ts";
import {
  concurrencyOption,
  durabilityOption,
  lexiconOption,
  runSummary,
  suiteOption,
  timeLimitOption,
} from "./work-options.ts";
import type { ModelOptions, RateOptions } from "./model-options.ts";
import type { WorkOptions } from "./work-options.ts";

interface Options extends CommonOptions, WorkOptions, RateOptions {
  readonly suite: readonly string[];
  readonly lexicon?: string;
  readonly retryErrors?: true;
  readonly repair?: true;
  readonly costLimit?: number;
  readonly price?: ModelOptions["price"];
  readonly timeLimit: number;
  readonly execTimeout: number;
}

/** `findbench resume`: goes on with an interrupted run. */
export function resumeCommand(context: CommandContext): Command {
  const resume = command("resume", "Go on with a run that was interrupted, from its own record", [
    "findbench resume runs/first",
    "findbench resume runs/first --retry-errors",
  ])
    .argument("<run>", "folder of the run")
    .option("--retry-errors", "work on failed items again")
    .option("--repair", "first take damaged lines out of the record, and tell what is lost")
    .addOption(timeLimitOption())
    .addOption(execTimeoutOption())
    .addOption(concurrencyOption())
    .addOption(durabilityOption())
    .addOption(suiteOption())
    .addOption(lexiconOption())
    .addOption(costLimitOption())
    .addOption(priceOption());
  return addRateOptions(resume).action(async (folder: string, options: Options) => {
    const terminal = context.terminal(options.quiet === true);
    const { resumeRun, useLexicon } = await import("../../app/index.ts");
    useLexicon(options.lexicon);
    const onProgress = progressMeter(terminal, context.clock, {
      what: "items",
      live: context.live,
    });
    const { price, ...how } = options;
    const resumption = {
      ...how,
      ...pricesOf(price),
      suites: options.suite,
      retryErrors: options.retryErrors === true,
      repair: options.repair === true,
      clock: context.clock,
      environment: context.environment,
      rate: rateOf(options),
      onProgress,
      onRemark: (remark: string) => terminal.note(remark),
    };
    const result = await resumeRun(folder, resumption, context.signal);
    printResult(terminal, options, result, () => runSummary(result, folder));
  });
}
