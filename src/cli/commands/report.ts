import { Option } from "commander";
import type { Command } from "commander";
import { printResult } from "../command-context.ts";
import type { CommandContext, CommonOptions } from "../command-context.ts";
import { command } from "./command.ts";
import { unlessInterrupted } from "./unless-interrupted.ts";
import { suiteOption } from "./work-options.ts";

interface Options extends CommonOptions {
  readonly suite: readonly string[];
  readonly format: "text" | "md";
}

/** `findbench report`: the leaderboard of each run. */
export function reportCommand(context: CommandContext): Command {
  return command("report", "Show who passed how much: the leaderboard of each run", [
    "findbench report runs/first",
    "findbench report runs/first runs/second --format md",
    "findbench report runs/first --json",
  ])
    .argument("<run...>", "folders of the runs")
    .addOption(
      new Option("--format <name>", "how to print it").choices(["text", "md"]).default("text"),
    )
    .addOption(suiteOption())
    .action(async (folders: string[], options: Options) => {
      const terminal = context.terminal(options.quiet === true);
      const { reportRuns, reportText } = await import("../../app/index.ts");
      const reports = await unlessInterrupted(context.signal, () =>
        reportRuns(folders, options.suite),
      );
      const { format } = options;
      const { width, colour } = terminal;
      printResult(terminal, options, reports, () => reportText(reports, { format, width, colour }));
    });
}
