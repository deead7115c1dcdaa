import type { Command } from "commander";
import type { CommandContext, CommonOptions } from "../command-context.ts";
import { collected } from "../parse-options.ts";
import { command } from "./command.ts";
import { formatOption } from "./report.ts";
import { unlessInterrupted } from "./unless-interrupted.ts";
import { suiteOption } from "./work-options.ts";

interface Options extends CommonOptions {
  readonly interpreter: readonly string[];
  readonly metric?: string;
  readonly format: string;
  readonly suite: readonly string[];
}

/** `findbench compare`: two interpreters, or one in two runs, problem by problem. */
export function compareCommand(context: CommandContext): Command {
  return command("compare", "Compare interpreters on the same problems, pair by pair", [
    "findbench compare runs/first runs/second",
    "findbench compare runs/first --interpreter lookup,polynomial",
    "findbench compare runs/first --metric agreement",
  ])
    .argument("<run>", "folder of a run")
    .argument("[other]", "folder of another run on the same suites")
    .option("--interpreter <names>", "one for both runs, or one for each", collected, [])
    .option(
      "--metric <name>",
      "a metric whose values are shares (default: law for numeric functions, exact for strings)",
    )
    .addOption(formatOption())
    .addOption(suiteOption())
    .action(async (run: string, other: string | undefined, options: Options) => {
      const terminal = context.terminal(options.quiet === true);
      const { comparisonText, compareRuns, formatOf } = await import("../../app/index.ts");
      const format = options.json === true ? "json" : formatOf(options.format);
      const folders = other === undefined ? [run] : [run, other];
      const comparisons = await unlessInterrupted(context.signal, () =>
        compareRuns(folders, {
          interpreters: options.interpreter,
          suites: options.suite,
          ...(options.metric === undefined ? {} : { metric: options.metric }),
        }),
      );
      const { width, colour } = terminal;
      terminal.out(comparisonText(comparisons, { format, width, colour }));
    });
}
