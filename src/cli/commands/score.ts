import type { Command } from "commander";
import type { ScoredAgain } from "../../app/index.ts";
import type { Item, MetricFamily } from "../../contract/index.ts";
import { printResult } from "../command-context.ts";
import type { CommandContext, CommonOptions } from "../command-context.ts";
import { progressMeter } from "../progress.ts";
import { command } from "./command.ts";
import {
  concurrencyOption,
  durabilityOption,
  lexiconOption,
  metricsOption,
  suiteOption,
} from "./work-options.ts";
import type { WorkOptions } from "./work-options.ts";

interface Options extends CommonOptions, WorkOptions {
  readonly suite: readonly string[];
  readonly lexicon?: string;
  readonly metrics?: readonly MetricFamily[];
}

/** `findbench score`: scores recorded answers again. */
export function scoreCommand(context: CommandContext): Command {
  return command("score", "Score a run's recorded answers again, without asking anyone", [
    "findbench score runs/first",
    "findbench score runs/first --metrics sound",
  ])
    .argument("<run>", "folder of the run")
    .addOption(metricsOption("score by these, and keep the others' scores (default: the run's)"))
    .addOption(concurrencyOption())
    .addOption(durabilityOption())
    .addOption(suiteOption())
    .addOption(lexiconOption())
    .action(async (folder: string, options: Options) => {
      const terminal = context.terminal(options.quiet === true);
      const { scoreRun, useLexicon } = await import("../../app/index.ts");
      useLexicon(options.lexicon);
      const meter = progressMeter(terminal, context.clock, { what: "items", live: context.live });
      const rescoring = {
        ...options,
        suites: options.suite,
        metrics: options.metrics ?? null,
        clock: context.clock,
        onRemark: (remark: string) => terminal.note(remark),
        onProgress: (done: number, total: number) => meter({ done, total, fresh: done }),
      };
      const result = await scoreRun(folder, rescoring, context.signal);
      const { scored, kept, withoutAnswer } = result;
      if (kept.length > 0) {
        terminal.note(keptScores(kept));
        context.exitWith(1);
      }
      if (withoutAnswer.length > 0) {
        terminal.note(lostAnswers(withoutAnswer));
        context.exitWith(1);
      }
      printResult(
        terminal,
        options,
        result,
        () => `Scored ${scored} items again\nNext  findbench report ${folder}`,
      );
    });
}

/** What could not be measured here again, so that nothing was overwritten. */
function keptScores(kept: ScoredAgain["kept"]): string {
  const total = kept.reduce((sum, { count }) => sum + count, 0);
  const reasons = kept.map(
    ({ code, count, message }) =>
      `${count} × ${code}${message === "" ? "" : `, the first: ${message}`}`,
  );
  return `Kept the scores of ${total} items as they were, since this machine could not measure them: ${reasons.join("; ")}. Score again where it can`;
}

/** Items that are named on the terminal; `--json` has them all. */
const NAMED = 10;

function lostAnswers(items: readonly Item[]): string {
  const names = items
    .slice(0, NAMED)
    .map(({ interpreter, problem, epoch }) => `${interpreter} on ${problem} (epoch ${epoch})`);
  const more = items.length > NAMED ? ` and ${items.length - NAMED} more` : "";
  return `The record has no answer of ${items.length} finished items, which keep their scores: ${names.join(", ")}${more}`;
}
