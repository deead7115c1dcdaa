import type { Command } from "commander";
import { printResult } from "../command-context.ts";
import type { CommandContext, CommonOptions } from "../command-context.ts";
import { progressMeter } from "../progress.ts";
import { command } from "./command.ts";
import { concurrencyOption, durabilityOption } from "./work-options.ts";
import type { WorkOptions } from "./work-options.ts";

/** `findbench score`: scores recorded answers again. */
export function scoreCommand(context: CommandContext): Command {
  return command("score", "Score a run's recorded answers again, without asking anyone", [
    "findbench score runs/first",
  ])
    .argument("<run>", "folder of the run")
    .addOption(concurrencyOption())
    .addOption(durabilityOption())
    .action(async (folder: string, options: CommonOptions & WorkOptions) => {
      const terminal = context.terminal(options.quiet === true);
      const { scoreRun } = await import("../../app/index.ts");
      const meter = progressMeter(terminal, context.clock, { what: "items", live: context.live });
      const workforce = { ...options, clock: context.clock };
      const scored = await scoreRun(folder, workforce, context.signal, (done, total) =>
        meter({ done, total, fresh: done }),
      );
      printResult(
        terminal,
        options,
        { scored },
        () => `Scored ${scored} items again\nNext  findbench report ${folder}`,
      );
    });
}
