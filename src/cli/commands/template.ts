import type { Command } from "commander";
import { printResult } from "../command-context.ts";
import type { CommandContext, CommonOptions } from "../command-context.ts";
import { command } from "./command.ts";
import { unlessInterrupted } from "./unless-interrupted.ts";

/** `findbench template`: writes a method to begin from. */
export function templateCommand(context: CommandContext): Command {
  return command("template", "Write a method of your own to begin from, and its client beside it", [
    "findbench template method.py",
    "findbench template method.ts",
  ])
    .argument("<file>", "new file, of Python (.py) or TypeScript (.ts)")
    .action(async (file: string, options: CommonOptions) => {
      const terminal = context.terminal(options.quiet === true);
      const { writeTemplate } = await import("../../app/index.ts");
      const written = await unlessInterrupted(context.signal, () => writeTemplate(file));
      printResult(terminal, options, written, () =>
        [
          `Method ${written.method}, with ${written.client} beside it`,
          `Next  findbench run SUITE --interpreter "${written.interpreter}" --out RUN`,
        ].join("\n"),
      );
    });
}
