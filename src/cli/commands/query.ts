import type { Command } from "commander";
import type { Answer, Input } from "../../contract/index.ts";
import { printResult } from "../command-context.ts";
import type { CommandContext, CommonOptions } from "../command-context.ts";
import { wholeNumber } from "../parse-options.ts";
import { command } from "./command.ts";
import { unlessInterrupted } from "./unless-interrupted.ts";
import { lexiconOption } from "./work-options.ts";

interface Options extends CommonOptions {
  readonly epoch: number;
  readonly lexicon?: string;
}

/** `findbench query`: asks a black box by hand. */
export function queryCommand(context: CommandContext): Command {
  return (
    command("query", "Ask a problem's black box directly, without a budget", [
      "findbench query suites/mini 4k2v9q1x7c0e 0 0.5 -17",
      "findbench query suites/find f00150 1.5 1.5 --json",
      "findbench query suites/hard 7w0c3n5v8x2e 1,-2 0.5,0",
      "findbench query suites/texts 3n8v1x0c7w2k 'Hello World' abc123",
    ])
      .argument("<suite>", "folder of the suite")
      .argument("<id>", "id of the problem, or its released name")
      .argument(
        "<value...>",
        "inputs to ask: numbers, with commas where there are several arguments (1,-2), or texts",
      )
      // Whatever looks like an option but is none is a value, and told as one that is no number where numbers are asked.
      .allowUnknownOption()
      .option("--epoch <k>", "which repeat: noise is drawn anew in each", wholeNumber(1), 1)
      .addOption(lexiconOption())
      .action(async (suite: string, problem: string, values: string[], options: Options) => {
        const terminal = context.terminal(options.quiet === true);
        const { query, useLexicon } = await import("../../app/index.ts");
        useLexicon(options.lexicon);
        const asked = await unlessInterrupted(context.signal, () =>
          query(
            { suite, problem, values, epoch: options.epoch, environment: context.environment },
            context.signal,
          ),
        );
        printResult(terminal, options, asked, () =>
          asked
            .map(({ input, answer }) => `f(${inputText(input)}) ${answerText(answer)}`)
            .join("\n"),
        );
      })
  );
}

function inputText(input: Input): string {
  if (typeof input === "string") return JSON.stringify(input);
  return typeof input === "object" ? input.map(partText).join(", ") : String(input);
}

function partText(part: number | string): string {
  return typeof part === "string" ? JSON.stringify(part) : String(part);
}

function answerText(answer: Answer): string {
  switch (answer.kind) {
    case "value":
      return `= ${typeof answer.value === "object" ? complexText(answer.value) : partText(answer.value)}`;
    case "undefined":
      return `is undefined: ${answer.reason}`;
    case "refused":
      return `was refused: ${answer.reason}`;
    case "budget-exhausted":
      return "was not asked: no query is left";
  }
}

function complexText({ re, im }: { readonly re: number; readonly im: number }): string {
  return `${re} ${im < 0 ? "−" : "+"} ${Math.abs(im)}i`;
}
