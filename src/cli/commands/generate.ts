import { Option } from "commander";
import type { Command } from "commander";
import { printResult } from "../command-context.ts";
import type { CommandContext, CommonOptions } from "../command-context.ts";
import { commaList, wholeNumber } from "../parse-options.ts";
import { progressMeter } from "../progress.ts";
import { command, seedOption } from "./command.ts";
import { wholeOrNothing } from "./whole-or-nothing.ts";

interface Options extends CommonOptions {
  readonly recipe: string;
  readonly seed: string;
  readonly out: string;
  readonly categories?: readonly string[];
  readonly count?: number;
  readonly sealSeed?: true;
}

/** `findbench generate`: draws a suite from a recipe and a seed. */
export function generateCommand(context: CommandContext): Command {
  return command("generate", "Draw a suite of problems from a recipe and a seed", [
    "findbench generate --recipe mini --seed 1 --out suites/mini",
    "findbench generate --recipe paper --seed 2026 --count 200 --out suites/small",
    "findbench generate --recipe paper@1 --categories strings --seed 2026 --out suites/strings",
  ])
    .addOption(
      new Option(
        "--recipe <name|file>",
        "what to draw: mini, paper, hard, neurons (the newest; mini@1 for a version), or a recipe file",
      )
        .makeOptionMandatory()
        .env("FINDBENCH_RECIPE"),
    )
    .addOption(seedOption("decides every problem; the same seed gives the same bytes"))
    .requiredOption("--out <dir>", "new folder for the suite")
    .option(
      "--categories <list>",
      "draw only these categories: numeric, strings; all that the recipe has unless given",
      commaList,
    )
    .option("--count <n>", "draw so many problems, in the recipe's proportions", wholeNumber(1))
    .option(
      "--seal-seed",
      "keep the seed out of the suite; without --seed a long one is drawn and told on stderr",
    )
    .action((options: Options, self: Command) =>
      wholeOrNothing(context, () =>
        generateSuite(context, options, self.getOptionValueSource("seed") === "default"),
      ),
    );
}

async function generateSuite(
  context: CommandContext,
  options: Options,
  isSeedLeftOut: boolean,
): Promise<void> {
  const terminal = context.terminal(options.quiet === true);
  const { drawSeed, generate } = await import("../../app/index.ts");
  const sealSeed = options.sealSeed === true;
  const isDrawn = sealSeed && isSeedLeftOut;
  const seed = isDrawn ? drawSeed() : options.seed;
  // Not a remark: with --quiet too the seed must not be lost.
  if (isDrawn) context.terminal(false).note(`Seed  ${seed} (in no file: keep it)`);
  const meter = progressMeter(terminal, context.clock, { what: "problems", live: context.live });
  const { recipe, out, categories = null, count = null } = options;
  const header = await generate(
    { recipe, seed, out, categories, count, sealSeed },
    context.signal,
    (done, total) => meter({ done, total, fresh: done }),
  );
  printResult(terminal, options, header, () =>
    [
      `Suite ${header.name}: ${header.counts.problems} problems in ${out}`,
      `Hash  ${header.hash}`,
      `Next  findbench run ${out} --interpreter constant,polynomial,lookup --out runs/${header.name}`,
    ].join("\n"),
  );
}
