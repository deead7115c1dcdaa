import type { Command } from "commander";
import { printResult } from "../command-context.ts";
import type { CommandContext, CommonOptions } from "../command-context.ts";
import { collected } from "../parse-options.ts";
import { progressMeter } from "../progress.ts";
import { command, seedOption } from "./command.ts";
import { wholeOrNothing } from "./whole-or-nothing.ts";

interface Options extends CommonOptions {
  readonly seed: string;
  readonly out: string;
  readonly categories?: readonly string[];
  readonly expressions?: string;
}

/** `findbench import`: makes a suite of a released FIND folder. */
export function importCommand(context: CommandContext): Command {
  return command("import", "Make a suite of a released FIND folder, served as it was released", [
    "findbench import find-dataset --out suites/find",
    "findbench import find-dataset --categories strings --expressions expressions.json --out suites/find-strings",
  ])
    .argument(
      "<find-folder>",
      "folder in the released layout, with numeric/data.json or strings/unit_test_data.json in it",
    )
    .requiredOption("--out <dir>", "new folder for the suite")
    .addOption(seedOption("decides ids, noise and scatter, and networks that are trained anew"))
    .option("--categories <list>", "import only these categories", collected)
    .option(
      "--expressions <file>",
      "expressions that stand in for the code of string functions, which was not released",
    )
    .action((folder: string, options: Options) =>
      wholeOrNothing(context, () => importFolder(context, folder, options)),
    );
}

async function importFolder(
  context: CommandContext,
  folder: string,
  options: Options,
): Promise<void> {
  const terminal = context.terminal(options.quiet === true);
  const { importFind } = await import("../../app/index.ts");
  const { out, seed, categories = null, expressions = null } = options;
  const meter = progressMeter(terminal, context.clock, { what: "functions", live: context.live });
  const { header, leftOut } = await importFind(
    { folder, out, seed, categories, expressions },
    context.signal,
    (done, total) => meter({ done, total, fresh: done }),
  );
  for (const [reason, ids] of byReason(leftOut)) {
    terminal.note(`Left out ${ids.length}: ${reason}: ${ids.join(" ")}`);
  }
  printResult(terminal, options, { ...header, leftOut }, () =>
    [
      `Suite ${header.name}: ${header.counts.problems} problems in ${options.out}, ${leftOut.length} left out`,
      `Hash  ${header.hash}`,
    ].join("\n"),
  );
}

function byReason(
  leftOut: readonly { readonly id: string; readonly reason: string }[],
): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>();
  for (const { id, reason } of leftOut) {
    const group = groups.get(reason);
    if (group === undefined) groups.set(reason, [id]);
    else group.push(id);
  }
  return groups;
}
