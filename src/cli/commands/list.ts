import { Option } from "commander";
import type { Command } from "commander";
import type { ListedProblem, ProblemList } from "../../app/index.ts";
import type { CommandContext, CommonOptions } from "../command-context.ts";
import { collected } from "../parse-options.ts";
import type { Terminal } from "../terminal.ts";
import { command } from "./command.ts";
import { unlessInterrupted } from "./unless-interrupted.ts";
import { suiteOption } from "./work-options.ts";

interface Options extends CommonOptions {
  readonly failed?: true;
  readonly unsolved?: true;
  readonly ids?: true;
  readonly interpreter: readonly string[];
  readonly tag: readonly string[];
  readonly suite: readonly string[];
}

/** `findbench list`: the problems of a suite or a run, by name. */
export function listCommand(context: CommandContext): Command {
  const names = (flags: string, description: string): Option =>
    new Option(flags, description).argParser(collected).default([]);
  return command("list", "List the problems of a suite or of a run, with what became of them", [
    "findbench list suites/mini --tag corrupted",
    "findbench list runs/first --failed",
    "findbench list runs/first --unsolved --interpreter scientist --ids",
  ])
    .argument("<folder>", "folder of a suite or of a run")
    .option("--failed", "only problems on which an item failed, so that there is no answer")
    .option("--unsolved", "only problems that are not solved by the leading metric, law or exact")
    .addOption(names("--interpreter <names>", "look at these interpreters only"))
    .addOption(names("--tag <names>", "only problems with all of these tags"))
    .option("--ids", "print ids alone, one a line")
    .addOption(suiteOption())
    .action(async (folder: string, options: Options) => {
      const terminal = context.terminal(options.quiet === true);
      const { listProblems } = await import("../../app/index.ts");
      const { failed = false, unsolved = false, interpreter: interpreters, tag: tags } = options;
      await unlessInterrupted(context.signal, async () => {
        const list = await listProblems(folder, {
          failed,
          unsolved,
          interpreters,
          tags,
          suites: options.suite,
        });
        const count = await printed(list, options, terminal);
        if (count === 0) terminal.note("No problem matches.");
      });
    });
}

const BATCH = 1000;

/** Prints a list some lines at a time, and says how many problems it has. */
async function printed(
  { interpreters, problems }: ProblemList,
  { json, ids }: Options,
  terminal: Terminal,
): Promise<number> {
  const lineOf =
    json === true
      ? (problem: ListedProblem) => JSON.stringify(problem)
      : ids === true
        ? ({ id }: ListedProblem) => id
        : (problem: ListedProblem) => textLine(problem, interpreters);
  const [separator, isData] = json === true ? [",\n", true] : ["\n", false];
  let [count, batch]: [number, string[]] = [0, []];
  const flush = (isLast: boolean): void => {
    const text = batch.join(separator);
    if (text !== "") terminal.out(isData && !isLast ? `${text},` : text);
    batch = [];
  };
  if (isData) terminal.out("[");
  else if (ids !== true) terminal.out(headLine(interpreters));
  for await (const problem of problems) {
    if (batch.length === BATCH) flush(false);
    batch.push(lineOf(problem));
    count += 1;
  }
  flush(true);
  if (isData) terminal.out("]");
  return count;
}

const WIDTHS = { id: 14, category: 9, result: 12 };

function headLine(interpreters: readonly string[]): string {
  return line("id", "category", interpreters, interpreters, "tags");
}

function textLine(
  { id, category, tags, results }: ListedProblem,
  names: readonly string[],
): string {
  const told = names.map((name) => figure(results[name]));
  return line(id, category, told, names, (tags ?? []).join(" "));
}

function figure(result: number | string | undefined): string {
  if (typeof result !== "number") return result ?? "–";
  return Number.isInteger(result) ? `${result}` : result.toFixed(2);
}

function line(
  id: string,
  category: string,
  results: readonly string[],
  names: readonly string[],
  tags: string,
): string {
  const cells = results.map((text, i) =>
    text.padEnd(Math.max(WIDTHS.result, (names[i] ?? "").length)),
  );
  return [id.padEnd(WIDTHS.id), category.padEnd(WIDTHS.category), ...cells, tags]
    .join("  ")
    .trimEnd();
}
