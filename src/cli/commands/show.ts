import type { Command } from "commander";
import { printResult } from "../command-context.ts";
import type { CommandContext, CommonOptions } from "../command-context.ts";
import { renderShown } from "../shown/render-shown.ts";
import { command } from "./command.ts";
import { unlessInterrupted } from "./unless-interrupted.ts";
import { suiteOption } from "./work-options.ts";

interface Options extends CommonOptions {
  readonly interpreter?: string;
  readonly suite: readonly string[];
  readonly full?: true;
}

/** `findbench show`: what happened on one problem. */
export function showCommand(context: CommandContext): Command {
  return command("show", "Tell what happened on one problem: truth, questions, answers, scores", [
    "findbench show runs/first 4k2v9q1x7c0e",
    "findbench show runs/first f00150 --interpreter lookup",
    "findbench show runs/agent 4k2v9q1x7c0e --full",
  ])
    .argument("<run>", "folder of the run")
    .argument("<problem>", "id of the problem, or its released name")
    .option("--interpreter <name>", "only this interpreter")
    .option(
      "--full",
      "all of it: every query, programs whole, and what language models were told and said",
    )
    .addOption(suiteOption())
    .action(async (run: string, problem: string, options: Options) => {
      const terminal = context.terminal(options.quiet === true);
      const { show } = await import("../../app/index.ts");
      const interpreter = options.interpreter ?? null;
      const shown = await unlessInterrupted(context.signal, () =>
        show(run, { problem, interpreter, suites: options.suite, full: options.full === true }),
      );
      printResult(terminal, options, shown, () =>
        renderShown(shown, terminal.width, options.full === true),
      );
    });
}
