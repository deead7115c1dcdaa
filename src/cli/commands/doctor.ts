import type { Command } from "commander";
import { printResult } from "../command-context.ts";
import type { CommandContext, CommonOptions } from "../command-context.ts";
import { command } from "./command.ts";
import { apiOption, effortOption, headerOption } from "./model-options.ts";
import { unlessInterrupted } from "./unless-interrupted.ts";

interface Options extends CommonOptions {
  readonly model?: string;
  readonly api?: "chat" | "responses";
  readonly reasoningEffort?: string;
  readonly header?: readonly string[];
}

/** `findbench doctor`: says what works on this machine. */
export function doctorCommand(context: CommandContext): Command {
  return command("doctor", "Look at this machine: what works, and what to install for the rest", [
    "findbench doctor",
    "findbench doctor --model anthropic/claude-haiku-4-5",
  ])
    .option("--model <provider/name>", "try this language model instead, with a few small calls")
    .addOption(apiOption())
    .addOption(effortOption())
    .addOption(headerOption())
    .action(async (options: Options) => {
      const terminal = context.terminal(options.quiet === true);
      const { doctor, doctorModel } = await import("../../app/index.ts");
      const { environment, signal } = context;
      const { model, api = null, reasoningEffort, header = [] } = options;
      const ways = { api, headers: header, ...(reasoningEffort && { reasoningEffort }) };
      const diagnoses = await unlessInterrupted(signal, async () =>
        model === undefined ? doctor() : doctorModel(model, { environment, ...ways }, signal),
      );
      if (diagnoses.some(({ need, status }) => need === "required" && status === "missing")) {
        context.exitWith(1);
      }
      printResult(terminal, options, diagnoses, () =>
        diagnoses
          .map(({ name, status, need, detail, remedy }) => {
            const lines = [`${status.padEnd(8)}${name} (${need}): ${detail}`];
            return remedy === "" ? lines : [...lines, `        ${remedy}`];
          })
          .flat()
          .join("\n"),
      );
    });
}
