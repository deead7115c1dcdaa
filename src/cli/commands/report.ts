import { Option } from "commander";
import type { Command } from "commander";
import type { CommandContext, CommonOptions } from "../command-context.ts";
import { collected } from "../parse-options.ts";
import { command } from "./command.ts";
import { unlessInterrupted } from "./unless-interrupted.ts";
import { suiteOption } from "./work-options.ts";

interface Options extends CommonOptions {
  readonly suite: readonly string[];
  readonly format: string;
  readonly full?: true;
  readonly section: readonly string[];
}

/** `findbench report`: the verdict on each run, and its tables. */
export function reportCommand(context: CommandContext): Command {
  return command("report", "Show who solved how much: the verdict on each run, and its tables", [
    "findbench report runs/first",
    "findbench report runs/first --full",
    "findbench report runs/first --section law,local",
    "findbench report runs/first runs/second --format markdown",
    "findbench report runs/first --format latex > table.tex",
  ])
    .argument("<run...>", "folders of the runs")
    .option("--full", "print every table, and not the verdict alone")
    .addOption(
      new Option("--section <names>", "print only these tables; a wrong name lists them")
        .argParser(collected)
        .default([]),
    )
    .addOption(formatOption())
    .addOption(suiteOption())
    .action(async (folders: string[], options: Options) => {
      const terminal = context.terminal(options.quiet === true);
      const { formatOf, reportText } = await import("../../app/index.ts");
      const { suite, section: sections, full = false, json } = options;
      const format = json === true ? "json" : formatOf(options.format);
      const { width, colour } = terminal;
      terminal.out(
        await unlessInterrupted(context.signal, () =>
          reportText(folders, suite, { full, sections }, { format, width, colour }),
        ),
      );
    });
}

/** In which format something is printed. */
export function formatOption(): Option {
  return new Option(
    "--format <name>",
    "how to print it, such as terminal, markdown, json, csv or latex",
  ).default("terminal");
}
